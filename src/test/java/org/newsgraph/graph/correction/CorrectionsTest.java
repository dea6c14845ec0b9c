package org.newsgraph.graph.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.newsgraph.extract.HandMade.ADA;
import static org.newsgraph.extract.HandMade.ALEPPO;
import static org.newsgraph.extract.HandMade.BLAKE;
import static org.newsgraph.extract.HandMade.PARTY;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.Extraction;
import org.newsgraph.extract.HandMade;
import org.newsgraph.extract.Speaker;
import org.newsgraph.graph.ArticleGraphTest;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.News;
import org.newsgraph.graph.Prov;

class CorrectionsTest {
  private static final Iris IRIS = new Iris(Iris.DEFAULT_BASE);

  @Test
  void merged_entities_are_one_node_with_the_iri_and_the_name_of_the_second() {
    Graph graph = graph(HandMade.harbour(), "Ada Novak,same as,Ada Maria Novak");
    assertThat(names(graph, "entity/Ada_Novak")).isEmpty();
    assertThat(names(graph, "entity/Ada_Maria_Novak")).containsExactly("Ada Maria Novak");
    assertThat(otherNames(graph, "entity/Ada_Maria_Novak"))
        .containsExactly("Ada Novak", "Ms Novak", "Novak");
    assertThat(speakers(graph)).contains("entity/Ada_Maria_Novak").doesNotContain("Ada_Novak");
    assertThat(graph.contains(node("entity/Ada_Maria_Novak"), News.hasRole, Node.ANY)).isTrue();
  }

  @Test
  void merging_is_transitive_whatever_the_order_of_the_lines() {
    List<String> lines =
        Arrays.asList("Ada Novak,same as,A", "A,same as,B", "B,same as,C", "Z,same as,A");
    for (int i = 0; i < lines.size(); i++) {
      Collections.rotate(lines, 1);
      Corrections corrections = corrections(lines.toArray(String[]::new));
      for (String name : List.of("Ada Novak", "A", "B", "C", "Z")) {
        assertThat(corrections.resolve(IRIS.entity(name)).node()).isEqualTo(IRIS.entity("C"));
      }
    }
  }

  @Test
  void in_a_circle_the_alphabetically_first_stands_for_all() {
    Corrections corrections = corrections("C,same as,A2", "A2,same as,B", "B,same as,C");
    for (String name : List.of("C", "A2", "B")) {
      assertThat(corrections.resolve(IRIS.entity(name)).node()).isEqualTo(IRIS.entity("A2"));
    }
  }

  @Test
  void what_only_leads_into_a_circle_does_not_stand_for_it() {
    Corrections corrections = corrections("A,same as,X", "X,same as,Y", "Y,same as,X");
    assertThat(corrections.resolve(IRIS.entity("A")).node()).isEqualTo(IRIS.entity("X"));
  }

  @Test
  void of_two_that_are_the_same_as_no_other_the_alphabetically_first_stands_for_both() {
    Corrections corrections = corrections("A,same as,Z", "A,same as,Y");
    assertThat(corrections.resolve(IRIS.entity("Z")).node()).isEqualTo(IRIS.entity("Y"));
  }

  @Test
  void the_type_of_the_one_that_stands_for_both_is_theirs() {
    Corrections corrections = corrections("Blake@harbour 1,same as,Harbour Party");
    Extraction corrected = corrections.correct(HandMade.harbour(), IRIS).extraction();
    assertThat(corrected.entities())
        .filteredOn(entity -> entity.name().equals("Harbour Party"))
        .singleElement()
        .satisfies(
            entity -> assertThat(entity.type()).isEqualTo(EntityType.ORGANISATION),
            entity -> assertThat(entity.otherNames()).containsExactly("Blake"));
  }

  @Test
  void names_that_are_known_in_one_article_only_can_be_merged_over_articles() {
    String line = "Blake@market,same as,Blake@harbour 1";
    assertThat(names(graph(HandMade.market(), line), "article/harbour%201#entity=Blake"))
        .containsExactly("Blake");
    assertThat(graph(HandMade.harbour(), line).isIsomorphicWith(graph(HandMade.harbour())))
        .isTrue();
  }

  @Test
  void what_one_article_calls_by_a_name_can_be_another() {
    String line = "Aleppo,not the same as,Aleppo (street),market";
    Graph market = graph(HandMade.market(), line);
    assertThat(names(market, "entity/Aleppo")).isEmpty();
    assertThat(names(market, "entity/Aleppo_(street)")).containsExactly("Aleppo (street)");
    assertThat(otherNames(market, "entity/Aleppo_(street)")).containsExactly("Aleppo");
    assertThat(graph(HandMade.harbour(), line).isIsomorphicWith(graph(HandMade.harbour())))
        .isTrue();
  }

  @Test
  void without_another_name_it_is_known_in_that_article_only() {
    Graph market = graph(HandMade.market(), "Aleppo,not the same as,,market");
    assertThat(names(market, "article/market#entity=Aleppo")).containsExactly("Aleppo");
    assertThat(names(market, "entity/Aleppo")).isEmpty();
  }

  @Test
  void an_article_is_split_off_from_what_its_name_was_merged_into() {
    Graph market =
        graph(HandMade.market(), "Aleppo,same as,Halab", "Halab,not the same as,Halab Cafe,market");
    assertThat(names(market, "entity/Halab_Cafe")).containsExactly("Halab Cafe");
    assertThat(otherNames(market, "entity/Halab_Cafe")).containsExactly("Aleppo");
  }

  @Test
  void a_renamed_entity_keeps_its_iri_and_its_old_name_beside_the_new_one() {
    Graph graph = graph(HandMade.harbour(), "Ada Novak,is called,Ada Novak MP");
    assertThat(names(graph, "entity/Ada_Novak")).containsExactly("Ada Novak MP");
    assertThat(otherNames(graph, "entity/Ada_Novak"))
        .containsExactly("Ada Novak", "Ms Novak", "Novak");
    assertThat(names(graph, "article/harbour%201#statement=105,141"))
        .containsExactly("Ada Novak MP: Blake was ‘wrong’ about the Olympics");
  }

  @Test
  void a_name_of_one_article_can_be_renamed_too() {
    Graph graph = graph(HandMade.harbour(), "Blake@harbour 1,is called,Tom Blake");
    assertThat(names(graph, "article/harbour%201#entity=Blake")).containsExactly("Tom Blake");
  }

  @Test
  void what_is_no_entity_is_gone_and_no_statement_with_it() {
    Corrections corrections = corrections("Ada Novak,is not a person", "Aleppo,IS NO  ENTITY");
    Extraction before = HandMade.harbour();
    Extraction after = corrections.correct(before, IRIS).extraction();
    assertThat(after.mentions())
        .containsExactlyElementsOf(
            before.mentions().stream()
                .filter(it -> !Set.of(ADA, ALEPPO).contains(it.entity()))
                .toList());
    assertThat(after.roles()).isEmpty();
    assertThat(after.statements()).hasSameSizeAs(before.statements());
    assertThat(after.statements().get(0).about()).isEmpty();
    assertThat(after.statements().get(1).speaker())
        .get()
        .isInstanceOf(Speaker.Described.class)
        .satisfies(
            speaker -> assertThat(speaker.text()).isEqualTo("She"),
            speaker -> assertThat(speaker.name()).isEqualTo("Ada Novak"));
  }

  @Test
  void the_speaker_and_the_topic_of_a_report_follow_corrections() {
    Graph graph =
        graph(HandMade.appeal(), "Ada Novak,same as,Ada Maria Novak", "Aleppo,same as,Halab");
    Node report = node("article/appeal#report=20,40");
    assertThat(graph.contains(report, News.speaker, node("entity/Ada_Maria_Novak"))).isTrue();
    assertThat(graph.contains(report, News.about, node("entity/Halab"))).isTrue();
    assertThat(speakers(graph)).doesNotContain("entity/Ada_Novak");
    assertThat(names(graph, "article/appeal#report=20,40"))
        .containsExactly("Ada Maria Novak condemned the attack on Aleppo");
  }

  @Test
  void a_report_by_what_is_no_entity_keeps_the_words_for_its_speaker() {
    Corrections corrections = corrections("Ada Novak,is no entity", "Aleppo,is no entity");
    Extraction after = corrections.correct(HandMade.appeal(), IRIS).extraction();
    assertThat(after.reports()).hasSize(2);
    assertThat(after.reports().get(0).about()).isEmpty();
    assertThat(after.reports().get(0).speaker())
        .isInstanceOf(Speaker.Described.class)
        .satisfies(speaker -> assertThat(speaker.name()).isEqualTo("Ada Novak"));
    Graph graph = ArticleGraphTest.graph(HandMade.appeal(), corrections);
    var report = ShaclValidator.get().validate(ArticleGraphTest.resource("shapes.ttl"), graph);
    assertThat(report.getEntries()).isEmpty();
  }

  @Test
  void an_organisation_that_is_none_leaves_the_role_that_was_held_in_it() {
    Extraction after =
        corrections("Harbour Party,is no entity").correct(HandMade.harbour(), IRIS).extraction();
    assertThat(after.roles())
        .singleElement()
        .satisfies(
            role -> assertThat(role.person()).isEqualTo(ADA),
            role -> assertThat(role.organisation()).isEmpty());
    assertThat(after.entities()).doesNotContain(PARTY).contains(BLAKE);
  }

  @Test
  void what_was_corrected_says_by_what() {
    Graph graph =
        graph(
            HandMade.harbour(),
            "Ada Novak,same as,Ada Maria Novak,,her full name,2026-11-24",
            "Olympics,is no entity");
    Node correction =
        graph
            .find(node("entity/Ada_Maria_Novak"), Prov.wasInfluencedBy, Node.ANY)
            .next()
            .getObject();
    assertThat(texts(graph, correction, RDFS.label.asNode()))
        .containsExactly("Ada Novak is the same as Ada Maria Novak");
    assertThat(texts(graph, correction, SKOS.note.asNode())).containsExactly("her full name");
    Node forgotten =
        graph.find(node("article/harbour%201"), Prov.wasInfluencedBy, Node.ANY).next().getObject();
    assertThat(texts(graph, forgotten, RDFS.label.asNode()))
        .containsExactly("Olympics is no entity");
    var report = ShaclValidator.get().validate(ArticleGraphTest.resource("shapes.ttl"), graph);
    assertThat(report.getEntries()).isEmpty();
  }

  @Test
  void what_concerns_other_articles_leaves_no_trace() {
    Graph graph =
        graph(
            HandMade.market(),
            "Harbour Party,same as,Party",
            "Olympics,is no entity",
            "Ada Novak,not the same as,,harbour 1",
            "Nobody,is called,Somebody",
            "Nobody,same as,Aleppo");
    assertThat(graph.isIsomorphicWith(graph(HandMade.market()))).isTrue();
  }

  static Graph graph(Extraction extraction, String... lines) {
    return ArticleGraphTest.graph(extraction, corrections(lines));
  }

  /**
   * Parses corrections from lines without quotation marks; "Blake@market" is local to an article.
   */
  static Corrections corrections(String... lines) {
    return Corrections.of(
        Stream.of(lines)
            .map(line -> CorrectionLine.parse(line(line), ',').toCorrection(IRIS))
            .toList());
  }

  private static String line(String line) {
    return java.util.regex.Pattern.compile("(\\w+)@([\\w ]+)")
        .matcher(line)
        .replaceAll(it -> "article/" + it.group(2).replace(" ", "%20") + "#entity=" + it.group(1));
  }

  private static Node node(String relative) {
    return NodeFactory.createURI(Iris.DEFAULT_BASE + relative);
  }

  private static Set<String> names(Graph graph, String relative) {
    return texts(graph, node(relative), RDFS.label.asNode());
  }

  private static Set<String> otherNames(Graph graph, String relative) {
    return texts(graph, node(relative), SKOS.altLabel.asNode());
  }

  private static Set<String> speakers(Graph graph) {
    return collect(graph, Node.ANY, News.speaker, IRIS::relative);
  }

  private static Set<String> texts(Graph graph, Node subject, Node property) {
    return collect(graph, subject, property, Node::getLiteralLexicalForm);
  }

  private static Set<String> collect(
      Graph graph, Node subject, Node property, Function<Node, String> text) {
    Set<String> found = new TreeSet<>();
    graph
        .find(subject, property, Node.ANY)
        .forEachRemaining(triple -> found.add(text.apply(triple.getObject())));
    return found;
  }
}
