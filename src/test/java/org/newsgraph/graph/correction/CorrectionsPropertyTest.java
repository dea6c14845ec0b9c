package org.newsgraph.graph.correction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.newsgraph.extract.Extraction;
import org.newsgraph.extract.HandMade;
import org.newsgraph.extract.Mention;
import org.newsgraph.graph.ArticleGraphTest;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.correction.Correction.Merge;
import org.newsgraph.graph.correction.Correction.Remark;

/** Properties of arbitrary corrections, tested on handmade articles. */
class CorrectionsPropertyTest {
  private static final Iris IRIS = new Iris(Iris.DEFAULT_BASE);
  private static final Shapes SHAPES =
      ShaclValidator.get().parse(ArticleGraphTest.resource("shapes.ttl"));

  @Property
  void what_they_make_of_an_article_does_not_depend_on_their_order(
      @ForAll("corrections") List<Correction> corrections, @ForAll Random random) {
    List<Correction> shuffled = new ArrayList<>(corrections);
    Collections.shuffle(shuffled, random);
    assertThat(Corrections.of(shuffled).digest()).isEqualTo(Corrections.of(corrections).digest());
    for (Extraction article : articles()) {
      assertThat(triples(article, shuffled)).isEqualTo(triples(article, corrections));
    }
  }

  @Property
  void all_that_is_merged_is_known_by_the_same_one_of_them(@ForAll("merges") List<Merge> merges) {
    Corrections corrections = Corrections.of(merges);
    for (Merge merge : merges) {
      Node known = corrections.resolve(merge.entity()).node();
      assertThat(corrections.resolve(merge.other()).node()).isEqualTo(known);
      assertThat(corrections.resolve(known).node()).isEqualTo(known);
      assertThat(corrections.entities()).contains(known);
    }
  }

  @Property
  void what_is_the_same_as_no_other_stands_for_those_that_are_the_same_as_it(
      @ForAll("merges") List<Merge> merges) {
    Set<Node> left = merges.stream().map(Merge::entity).collect(Collectors.toSet());
    Corrections corrections = Corrections.of(merges);
    for (Merge merge : merges) {
      if (!left.contains(merge.other())) {
        assertThat(left).doesNotContain(corrections.resolve(merge.entity()).node());
      }
    }
  }

  @Property
  void taking_a_merge_back_undoes_it(
      @ForAll("corrections") List<Correction> corrections, @ForAll("merge") Merge merge) {
    List<Correction> without = new ArrayList<>(corrections);
    without.removeIf(it -> it.canonicalForm().equals(merge.canonicalForm()));
    List<Correction> with = new ArrayList<>(without);
    with.add(merge);
    List<Correction> again = new ArrayList<>(with);
    again.removeIf(it -> it.canonicalForm().equals(merge.canonicalForm()));
    for (Extraction article : articles()) {
      assertThat(triples(article, again)).isEqualTo(triples(article, without));
    }
  }

  @Property
  void no_mention_is_lost_but_of_what_is_no_entity(@ForAll("corrections") List<Correction> list) {
    Corrections corrections = Corrections.of(list);
    for (Extraction article : articles()) {
      Node name = IRIS.article(article.article().id());
      List<String> kept =
          article.mentions().stream()
              .filter(it -> !corrections.resolve(node(article, it), name).removed())
              .map(it -> it.span() + it.text())
              .toList();
      Extraction corrected = corrections.correct(article, IRIS).extraction();
      assertThat(corrected.mentions().stream().map(it -> it.span() + it.text()))
          .containsExactlyElementsOf(kept);
      assertThat(corrected.statements()).hasSameSizeAs(article.statements());
    }
  }

  @Property(tries = 60)
  void the_corrected_graph_has_the_shape_that_the_ontology_asks_for(
      @ForAll("corrections") List<Correction> corrections) {
    for (Extraction article : articles()) {
      var report = ShaclValidator.get().validate(SHAPES, graph(article, corrections));
      assertThat(report.getEntries()).isEmpty();
    }
  }

  @Property
  void a_correction_is_read_as_it_was_written(@ForAll("corrections") List<Correction> corrections) {
    for (Correction correction : corrections) {
      String line = CorrectionLine.of(correction, IRIS).csv(';');
      assertThat(CorrectionLine.parse(line, ';').toCorrection(IRIS)).isEqualTo(correction);
    }
  }

  @Property
  void any_name_is_read_as_it_was_written(@ForAll String name) {
    String line = name.strip().replaceAll("[\\s\\p{Z}\\p{C}\uFFFD]+", " ").strip();
    if (!line.isEmpty()) {
      Correction merge = new Merge(IRIS.entity(line), IRIS.entity(line + "x"), Remark.NONE);
      String csv = CorrectionLine.of(merge, IRIS).csv(',');
      assertThat(CorrectionLine.parse(csv, ',').toCorrection(IRIS)).isEqualTo(merge);
      assertThat(csv).doesNotStartWith("#").doesNotStartWith("=");
    }
  }

  private static List<Extraction> articles() {
    return List.of(HandMade.harbour(), HandMade.market());
  }

  private static Node node(Extraction article, Mention mention) {
    return IRIS.entity(mention.entity(), article.article().id());
  }

  private static Graph graph(Extraction extraction, List<Correction> corrections) {
    return ArticleGraphTest.graph(extraction, Corrections.of(corrections));
  }

  /** Returns the triples of a graph. Without blank nodes, isomorphic graphs are equal sets. */
  private static Set<Triple> triples(Extraction extraction, List<Correction> corrections) {
    return graph(extraction, corrections).stream().collect(Collectors.toSet());
  }

  @Provide
  Arbitrary<List<Correction>> corrections() {
    return AnyCorrection.of(IRIS).list().ofMaxSize(8);
  }

  @Provide
  Arbitrary<List<Merge>> merges() {
    return merge().list().ofMinSize(1).ofMaxSize(12);
  }

  @Provide
  Arbitrary<Merge> merge() {
    Arbitrary<Node> node = AnyCorrection.entity(IRIS);
    return Combinators.combine(node, node)
        .as((one, two) -> new Merge(one, two, Remark.NONE))
        .filter(it -> !it.entity().equals(it.other()));
  }
}
