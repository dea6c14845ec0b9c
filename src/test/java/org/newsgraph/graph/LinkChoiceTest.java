package org.newsgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.newsgraph.extract.HandMade.ADA;
import static org.newsgraph.extract.HandMade.ALEPPO;
import static org.newsgraph.extract.HandMade.PARTY;

import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.SchemaDO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.HandMade;
import org.newsgraph.graph.correction.CorrectionLine;
import org.newsgraph.graph.correction.Corrections;
import org.newsgraph.graph.correction.LinkTarget;
import org.newsgraph.link.Item;
import org.newsgraph.link.Link;
import org.newsgraph.link.LinkedExtraction;

/** Links that users chose instead of the linker's, in the graph of one article. */
class LinkChoiceTest {
  private static final Iris IRIS = new Iris(Iris.DEFAULT_BASE);
  private static final Item CITY = item("Q41183", "Aleppo", "Aleppo", EntityType.PLACE);
  private static final Item TOWN = item("Q500", "Aleppo", "Aleppo, Ohio", EntityType.PLACE);
  private static final Item UNION =
      item("Q600", "Harbour Union", "Harbour Union", EntityType.ORGANISATION);
  private static final Item SINGER = item("Q700", "Ada", "Ada (singer)", EntityType.PERSON);

  private static final Map<Entity, List<Link>> LINKS =
      Map.of(
          ALEPPO,
          List.of(new Link(CITY, 0.9, "the usual one"), new Link(TOWN, 0.1)),
          PARTY,
          List.of(new Link(UNION, 0.7)),
          ADA,
          List.of(new Link(SINGER, 0.2)));

  private static Item item(String number, String label, String title, EntityType type) {
    return new Item(
        Item.WIKIDATA + number, label, Optional.of(title), Optional.empty(), Optional.of(type), 3);
  }

  @Test
  void a_chosen_item_gives_the_entity_its_label_its_iri_and_its_articles() throws Exception {
    Graph graph = graph("Aleppo,is linked to,Q500,,the one on the river,2026-11-30");
    assertThat(graph.contains(node("entity/Aleppo"), Node.ANY, Node.ANY)).isFalse();
    Graph expected =
        turtle(
            """
            <entity/Aleppo,_Ohio> a news:Entity , news:Place ;
              rdfs:label "Aleppo" ;
              news:nameInArticle "Aleppo" ;
              owl:sameAs <http://www.wikidata.org/entity/Q500> ;
              schema:sameAs <https://en.wikipedia.org/wiki/Aleppo,_Ohio> ;
              prov:wasInfluencedBy ?correction .
            """
                .replace("?correction", "<" + correction(graph).getURI() + ">"));
    expected.find().forEachRemaining(it -> assertThat(graph.contains(it)).as("%s", it).isTrue());
    assertThat(reasons(graph)).contains("chosen by a person").doesNotContain("the usual one");
    assertThat(texts(graph, correction(graph), RDFS.label.asNode()))
        .containsExactly("Aleppo is linked to Q500");
    assertThat(texts(graph, correction(graph), SKOS.note.asNode()))
        .containsExactly("the one on the river");
    assertThat(conforms(graph)).isTrue();
  }

  @Test
  void the_reason_of_the_linker_and_the_name_in_the_article_are_in_the_graph() {
    Graph graph = graph();
    assertThat(reasons(graph)).containsExactly("the usual one");
    assertThat(texts(graph, node("entity/Harbour_Union"), News.nameInArticle))
        .containsExactly("Harbour Party");
    assertThat(texts(graph, node("entity/Ada_Novak"), News.nameInArticle)).isEmpty();
    assertThat(conforms(graph)).isTrue();
  }

  @Test
  void an_entity_that_is_linked_to_nothing_has_its_name_in_the_article_again() {
    Graph graph = graph("Harbour Party,is not linked,");
    assertThat(labels(graph, "entity/Harbour_Party")).containsExactly("Harbour Party");
    assertThat(graph.contains(node("entity/Harbour_Union"), Node.ANY, Node.ANY)).isFalse();
    assertThat(graph.contains(node("entity/Harbour_Party"), OWL.sameAs.asNode(), Node.ANY))
        .isFalse();
    assertThat(labels(graph, "entity/Aleppo")).containsExactly("Aleppo");
    assertThat(conforms(graph)).isTrue();
  }

  @Test
  void a_choice_may_name_the_entity_by_the_item_of_the_linker() {
    assertThat(graph("Harbour Union,is not linked,,,,"))
        .satisfies(
            it -> assertThat(labels(it, "entity/Harbour_Party")).containsExactly("Harbour Party"));
    assertThat(labels(graph("Harbour Union,is linked to,Q900 Pier Party"), "entity/Pier_Party"))
        .containsExactly("Pier Party");
  }

  @Test
  void in_one_article_an_unlinked_entity_is_another_than_that_of_the_same_name_elsewhere() {
    Graph graph = graph("Aleppo,is not linked,,harbour 1");
    assertThat(labels(graph, "article/harbour%201#entity=Aleppo")).containsExactly("Aleppo");
    assertThat(graph.contains(node("entity/Aleppo"), Node.ANY, Node.ANY)).isFalse();
    assertThat(graph("Aleppo,is not linked,,market").isIsomorphicWith(graph())).isTrue();
  }

  @Test
  void a_choice_for_the_article_comes_before_one_for_all_articles() {
    Graph graph = graph("Aleppo,is not linked,", "Aleppo,is linked to,Q500,harbour 1");
    assertThat(labels(graph, "entity/Aleppo,_Ohio")).containsExactly("Aleppo");
  }

  @Test
  void two_names_that_are_one_because_of_their_item_become_two_again() {
    Map<Entity, List<Link>> same =
        Map.of(ALEPPO, List.of(new Link(UNION, 0.9)), PARTY, List.of(new Link(UNION, 0.9)));
    Graph one = graph(same);
    assertThat(texts(one, node("entity/Harbour_Union"), News.nameInArticle))
        .containsExactly("Aleppo", "Harbour Party");
    Graph two = graph(same, "Aleppo,is not linked,");
    assertThat(labels(two, "entity/Aleppo")).containsExactly("Aleppo");
    assertThat(texts(two, node("entity/Harbour_Union"), News.nameInArticle))
        .containsExactly("Harbour Party");
    Graph both = graph(same, "Harbour Union,is not linked,");
    assertThat(labels(both, "entity/Aleppo")).containsExactly("Aleppo");
    assertThat(labels(both, "entity/Harbour_Party")).containsExactly("Harbour Party");
  }

  @Test
  void two_names_may_swap_their_items() {
    Graph graph =
        graph("Aleppo,is linked to,Q600 Harbour Union", "Harbour Party,is linked to,Q41183 Aleppo");
    assertThat(texts(graph, node("entity/Harbour_Union"), News.nameInArticle))
        .containsExactly("Aleppo");
    assertThat(texts(graph, node("entity/Aleppo"), News.nameInArticle))
        .containsExactly("Harbour Party");
    assertThat(sameAs(graph, "entity/Aleppo")).containsExactly(CITY.iri());
    assertThat(sameAs(graph, "entity/Harbour_Union")).containsExactly(UNION.iri());
    assertThat(conforms(graph)).isTrue();
  }

  @Test
  void a_name_that_is_linked_to_the_item_of_another_becomes_one_with_it() {
    Graph graph = graph("Ada Novak,is linked to,Q600");
    assertThat(texts(graph, node("entity/Harbour_Union"), News.nameInArticle))
        .containsExactly("Ada Novak", "Harbour Party");
    assertThat(labels(graph, "entity/Harbour_Union")).hasSize(1);
    assertThat(conforms(graph)).isTrue();
  }

  @Test
  void a_merged_entity_can_be_linked_and_a_renamed_one_keeps_its_name() {
    Graph graph =
        graph(
            "Ada Novak,same as,Ada Maria Novak",
            "Ada Maria Novak,is linked to,Q42 Ada M. Novak",
            "Aleppo,is called,Halab",
            "Aleppo,is linked to,Q500");
    assertThat(labels(graph, "entity/Ada_M_Novak")).containsExactly("Ada M. Novak");
    assertThat(graph.contains(node("entity/Ada_Maria_Novak"), Node.ANY, Node.ANY)).isFalse();
    assertThat(labels(graph, "entity/Aleppo,_Ohio")).containsExactly("Halab");
    assertThat(conforms(graph)).isTrue();
  }

  @Test
  void an_item_that_no_knowledge_base_has_keeps_the_name_beside_its_number() {
    Graph graph = graph("Olympics,is linked to,Q31415", "Ada Novak,is linked to,Q700");
    assertThat(labels(graph, "entity/Olympics_(Q31415)")).containsExactly("Olympics");
    assertThat(sameAs(graph, "entity/Olympics_(Q31415)"))
        .containsExactly("http://www.wikidata.org/entity/Q31415");
    assertThat(labels(graph, "entity/Ada_(singer)")).containsExactly("Ada");
  }

  @Test
  void a_knowledge_base_gives_the_name_and_the_type_of_a_chosen_item() {
    Item river = item("Q31415", "Olymp", "Olymp (river)", EntityType.PLACE);
    Corrections corrections =
        corrections("Olympics,is linked to,Q31415")
            .withItems(iri -> Optional.of(river).filter(it -> it.iri().equals(iri)));
    Graph graph = graph(LINKS, corrections);
    assertThat(labels(graph, "entity/Olymp_(river)")).containsExactly("Olymp");
    assertThat(graph.contains(node("entity/Olymp_(river)"), Node.ANY, News.Place)).isTrue();
    assertThat(corrections.digest())
        .isEqualTo(corrections("Olympics,is linked to,Q31415").digest());
  }

  @Test
  void an_entity_of_one_article_is_linked_in_this_article() {
    Graph graph = graph("article/harbour%201#entity=Blake,is linked to,Q5 Tom Blake");
    assertThat(labels(graph, "entity/Tom_Blake")).containsExactly("Tom Blake");
    assertThat(graph("Blake,is linked to,Q5 Tom Blake").isIsomorphicWith(graph())).isTrue();
    assertThat(labels(graph("Blake,is linked to,Q5 Tom Blake,harbour 1"), "entity/Tom_Blake"))
        .containsExactly("Tom Blake");
  }

  @ParameterizedTest
  @CsvSource({
    "Q42, http://www.wikidata.org/entity/Q42",
    "q42, http://www.wikidata.org/entity/Q42",
    "https://www.wikidata.org/wiki/Q42#sitelinks, http://www.wikidata.org/entity/Q42",
    "http://m.wikidata.org/entity/Q42, http://www.wikidata.org/entity/Q42",
    "https://www.geonames.org/170063/aleppo.html, https://sws.geonames.org/170063/",
    "https://en.m.wikipedia.org/wiki/Pier_(sea), http://en.wikipedia.org/wiki/Pier_(sea)",
    "https://example.org/people/7, https://example.org/people/7",
  })
  void an_item_is_given_by_its_number_its_iri_or_the_address_of_its_page(String text, String iri) {
    assertThat(LinkTarget.parse(text).iri()).isEqualTo(iri);
    LinkTarget named = LinkTarget.parse("  " + text + "  Ann  Roe ");
    assertThat(named).isEqualTo(new LinkTarget(iri, Optional.of("Ann  Roe")));
    assertThat(LinkTarget.parse(named.text())).isEqualTo(named);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Q",
        "Q0",
        "Q12x",
        "P31",
        "42",
        "Q99999999999999999999",
        "javascript:alert(1)",
        "ftp://example.org/x",
        "https://",
        "https://exa<mple.org/",
        "nonsense"
      })
  void another_text_is_no_item(String text) {
    assertThatThrownBy(() -> LinkTarget.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is not an item; give a Wikidata number (Q42)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Aleppo,is linked to,\"Q500 Aleppo, Ohio\",,,",
        "Aleppo,is linked to,Q500,harbour 1,a note,2026-11-30",
        "Aleppo,is not linked,,harbour 1,,",
        "Harbour Party,is linked to,https://example.org/people/7,,,",
      })
  void a_line_stays_as_it_is(String line) {
    assertThat(CorrectionLine.of(CorrectionLine.parse(line, ',').toCorrection(IRIS), IRIS).csv(','))
        .isEqualTo(line);
  }

  private static Graph graph(String... lines) {
    return graph(LINKS, lines);
  }

  private static Graph graph(Map<Entity, List<Link>> links, String... lines) {
    return graph(links, corrections(lines));
  }

  private static Graph graph(Map<Entity, List<Link>> links, Corrections corrections) {
    Graph graph = GraphFactory.createDefaultGraph();
    ArticleGraph.of(
            new LinkedExtraction(HandMade.harbour(), links, 0.5),
            corrections,
            IRIS,
            new Provenance("0.1.0", Instant.parse("2026-01-02T03:04:05Z")),
            "digest")
        .triples()
        .forEach(graph::add);
    return graph;
  }

  private static Corrections corrections(String... lines) {
    return Corrections.of(
        Stream.of(lines).map(line -> CorrectionLine.parse(line, ',').toCorrection(IRIS)).toList());
  }

  private static Graph turtle(String text) {
    Graph graph = GraphFactory.createDefaultGraph();
    String prefixes =
        "PREFIX news: <%s> PREFIX rdfs: <%s> PREFIX owl: <%s> PREFIX schema: <%s> PREFIX prov: <%s>\n"
            .formatted(
                News.NAMESPACE,
                RDFS.getURI(),
                OWL.getURI(),
                SchemaDO.sameAs.getNameSpace(),
                "http://www.w3.org/ns/prov#");
    RDFParser.create()
        .source(new StringReader(prefixes + text))
        .lang(Lang.TURTLE)
        .base(Iris.DEFAULT_BASE)
        .parse(graph);
    return graph;
  }

  private static boolean conforms(Graph graph) {
    return ShaclValidator.get().validate(ArticleGraphTest.resource("shapes.ttl"), graph).conforms();
  }

  private static Node node(String relative) {
    return NodeFactory.createURI(Iris.DEFAULT_BASE + relative);
  }

  private static Node correction(Graph graph) {
    return graph.find(Node.ANY, Prov.wasInfluencedBy, Node.ANY).next().getObject();
  }

  private static Set<String> labels(Graph graph, String relative) {
    return texts(graph, node(relative), RDFS.label.asNode());
  }

  private static Set<String> sameAs(Graph graph, String relative) {
    return graph.find(node(relative), OWL.sameAs.asNode(), Node.ANY).toList().stream()
        .map(it -> it.getObject().getURI())
        .collect(Collectors.toSet());
  }

  private static Set<String> reasons(Graph graph) {
    return texts(graph, Node.ANY, News.linkReason);
  }

  private static Set<String> texts(Graph graph, Node subject, Node property) {
    return graph.find(subject, property, Node.ANY).toList().stream()
        .map(it -> it.getObject().getLiteralLexicalForm())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
