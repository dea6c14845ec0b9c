package org.newsgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotBlank;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SchemaDO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsgraph.article.Article;
import org.newsgraph.article.Metadata;
import org.newsgraph.article.MetadataBuilder;
import org.newsgraph.article.Span;
import org.newsgraph.article.Text;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.Extraction;
import org.newsgraph.extract.HandMade;
import org.newsgraph.extract.Mention;
import org.newsgraph.graph.correction.Corrections;
import org.newsgraph.link.LinkedExtraction;

public class ArticleGraphTest {
  private static final Iris IRIS = new Iris(Iris.DEFAULT_BASE);
  private static final Provenance PROVENANCE =
      new Provenance("0.1.0", Instant.parse("2026-01-02T03:04:05.678Z"));

  @Test
  void an_article_maps_to_the_expected_graph() {
    assertMapsTo(HandMade.harbour(), "harbour.ttl");
  }

  @Test
  void kin_origin_home_and_age_map_to_relations_with_their_words_and_the_articles_date() {
    assertMapsTo(HandMade.ferry(), "ferry.ttl");
  }

  @Test
  void a_report_of_a_speech_act_maps_to_a_node_that_is_not_a_statement() {
    assertMapsTo(HandMade.appeal(), "appeal.ttl");
  }

  @Test
  void a_statement_maps_to_its_quoted_text_and_the_time_at_which_it_was_made() {
    assertMapsTo(HandMade.interview(), "interview.ttl");
  }

  @Test
  void the_datatype_of_a_statements_time_is_its_precision() {
    Map<Temporal, String> literals =
        Map.of(
            LocalDate.of(2016, 10, 12),
            "date",
            YearMonth.of(2016, 10),
            "gYearMonth",
            Year.of(2016),
            "gYear");
    literals.forEach(
        (time, type) ->
            assertThat(Literals.date(time.toString()).getLiteralDatatypeURI())
                .endsWith("#" + type));
  }

  private static void assertMapsTo(Extraction extraction, String file) {
    Graph graph = graph(extraction);
    Graph expected = resource(file);
    assertThat(graph.isIsomorphicWith(expected))
        .withFailMessage(() -> "another graph:\n" + turtle(graph))
        .isTrue();
  }

  @Test
  void the_graph_has_the_shape_that_the_ontology_asks_for() {
    Graph shapes = resource("shapes.ttl");
    for (Extraction extraction :
        List.of(HandMade.harbour(), HandMade.ferry(), HandMade.appeal(), HandMade.interview())) {
      assertThat(ShaclValidator.get().validate(shapes, graph(extraction)).getEntries()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"topic", "cue", "speaker", "speakerText", "confidence"})
  void a_report_without_its_topic_cue_speaker_or_confidence_does_not_have_the_shape(
      String property) {
    Graph graph = graph(HandMade.appeal());
    Node report = IRIS.report("appeal", new Span(20, 40));
    Node removed = NodeFactory.createURI(News.NAMESPACE + property);
    assertThat(graph.contains(report, removed, Node.ANY)).isTrue();
    graph.remove(report, removed, Node.ANY);
    assertThat(ShaclValidator.get().validate(resource("shapes.ttl"), graph).getEntries())
        .extracting(it -> it.focusNode())
        .containsOnly(report);
  }

  @Test
  void a_report_that_is_a_statement_as_well_does_not_have_the_shape() {
    Graph graph = graph(HandMade.appeal());
    Node report = IRIS.report("appeal", new Span(20, 40));
    graph.add(Triple.create(report, RDF.type.asNode(), News.Statement));
    assertThat(ShaclValidator.get().validate(resource("shapes.ttl"), graph).getEntries())
        .extracting(it -> it.message())
        .contains("is not a statement");
  }

  @Test
  void every_term_of_the_code_is_in_the_ontology_and_the_other_way_round() throws Exception {
    Graph ontology = resource("news.ttl");
    Set<String> defined =
        ontology
            .find(Node.ANY, RDFS.isDefinedBy.asNode(), Node.ANY)
            .mapWith(triple -> triple.getSubject().getURI())
            .toSet();
    Set<String> used = new java.util.TreeSet<>();
    for (var field : News.class.getFields()) {
      if (field.get(null) instanceof Node term) {
        used.add(term.getURI());
        assertThat(term.getLocalName()).isEqualTo(field.getName());
      }
    }
    assertThat(defined).containsExactlyInAnyOrderElementsOf(used);
    for (String term : defined) {
      Node node = NodeFactory.createURI(term);
      assertThat(ontology.contains(node, RDFS.label.asNode(), Node.ANY)).as(term).isTrue();
      assertThat(ontology.contains(node, RDFS.comment.asNode(), Node.ANY)).as(term).isTrue();
    }
  }

  @Test
  void a_date_is_typed_as_exactly_as_it_is_given() {
    assertThat(issued("2016-10-13")).isEqualTo("2016-10-13^^date");
    assertThat(issued("2016-10-13T09:30Z")).isEqualTo("2016-10-13T09:30:00Z^^dateTime");
    assertThat(issued("2016-10-13T09:30:15+01:00"))
        .isEqualTo("2016-10-13T09:30:15+01:00^^dateTime");
    assertThat(issued("2016-10")).isEqualTo("2016-10^^gYearMonth");
    assertThat(issued("last Tuesday")).isEqualTo("last Tuesday^^string");
  }

  @Test
  void a_form_feed_becomes_a_character_that_xml_can_hold_and_moves_no_offset() {
    Graph graph = graph(HandMade.empty("a", "one\ftwo\uD800"));
    assertThat(
            graph.contains(
                Node.ANY, News.text, NodeFactory.createLiteralString("one\uFFFDtwo\uFFFD")))
        .isTrue();
  }

  @Property
  void the_same_article_gives_the_same_graph(@ForAll @NotBlank String id, @ForAll String name) {
    Extraction extraction = naming(id, "x" + name);
    assertThat(ArticleGraph.of(extraction, IRIS, PROVENANCE, "d"))
        .isEqualTo(ArticleGraph.of(extraction, IRIS, PROVENANCE, "d"));
  }

  @Property(tries = 200)
  void any_article_makes_a_graph_that_turtle_carries_unchanged(
      @ForAll @NotBlank String id, @ForAll String name) {
    Graph graph = graph(naming(id, "x" + name));
    Graph again = RDFParser.fromString(turtle(graph), Lang.TURTLE).toGraph();
    assertThat(again.isIsomorphicWith(graph)).isTrue();
  }

  private static Extraction naming(String id, String name) {
    // jqwik and Java differ on which characters are blank.
    Assume.that(!id.isBlank());
    Text text = new Text(name);
    Entity entity = new Entity(name, EntityType.OTHER, Set.of(), true);
    return new Extraction(
        new Article(id, text, Metadata.NONE),
        List.of(new Mention(new Span(0, text.length()), name, entity.type(), entity)),
        List.of(),
        List.of());
  }

  private static String issued(String date) {
    Metadata metadata =
        new Metadata(
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.of(date),
            Optional.empty(),
            Optional.empty());
    Graph graph = graph(HandMade.empty(new Article("a", new Text("text"), metadata)));
    Node value = graph.find(Node.ANY, DCTerms.issued.asNode(), Node.ANY).next().getObject();
    String type = value.getLiteralDatatypeURI();
    return value.getLiteralLexicalForm() + "^^" + type.substring(type.indexOf('#') + 1);
  }

  @Test
  void a_correction_by_the_publisher_belongs_to_the_article() {
    Metadata metadata = new MetadataBuilder().correction("The fare is 12 euros.").build();
    Graph graph = graph(HandMade.empty(new Article("a", new Text("text"), metadata)));
    assertThat(graph.find(Node.ANY, SchemaDO.correction.asNode(), Node.ANY).toList())
        .singleElement()
        .satisfies(
            it ->
                assertThat(it.getObject().getLiteralLexicalForm())
                    .isEqualTo("The fare is 12 euros."));
  }

  static Graph graph(Extraction extraction) {
    return graph(extraction, Corrections.NONE);
  }

  public static Graph graph(Extraction extraction, Corrections corrections) {
    Graph graph = GraphFactory.createDefaultGraph();
    ArticleGraph.of(LinkedExtraction.none(extraction), corrections, IRIS, PROVENANCE, "d1")
        .triples()
        .forEach(graph::add);
    return graph;
  }

  public static Graph resource(String name) {
    return RDFParser.create()
        .source(ArticleGraphTest.class.getResource(name).toString())
        .lang(Lang.TURTLE)
        .toGraph();
  }

  private static String turtle(Graph graph) {
    var out = new java.io.StringWriter();
    RDFDataMgr.write(out, graph, Lang.TURTLE);
    return out.toString();
  }
}
