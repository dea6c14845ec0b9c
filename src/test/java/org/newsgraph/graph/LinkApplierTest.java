package org.newsgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.newsgraph.article.Article;
import org.newsgraph.article.Metadata;
import org.newsgraph.article.Span;
import org.newsgraph.article.Text;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.Extraction;
import org.newsgraph.extract.Mention;
import org.newsgraph.extract.ResolutionReason;
import org.newsgraph.graph.correction.Correction.Remark;
import org.newsgraph.graph.correction.Correction.Rename;
import org.newsgraph.graph.correction.Corrections;
import org.newsgraph.link.Item;
import org.newsgraph.link.Link;
import org.newsgraph.link.LinkedExtraction;

/** Two names in one article that only a link to one item connects. */
class LinkApplierTest {
  private static final Iris IRIS = new Iris(Iris.DEFAULT_BASE);
  private static final Entity HARBOUR = organisation("Harbour Works");
  private static final Entity HALAB = organisation("Halab Docks");

  private static Entity organisation(String name) {
    return new Entity(name, EntityType.ORGANISATION, Set.of(), true);
  }

  private static LinkedExtraction linked() {
    String text = "Harbour Works and Halab Docks";
    Extraction extraction =
        new Extraction(
            new Article("a", new Text(text), Metadata.NONE),
            List.of(
                new Mention(new Span(0, 13), "Harbour Works", EntityType.ORGANISATION, HARBOUR),
                new Mention(new Span(18, 29), "Halab Docks", EntityType.ORGANISATION, HALAB)),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    Link link =
        new Link(
            new Item(
                Item.WIKIDATA + "Q7",
                "Harbour Works",
                Optional.of("Harbour Works"),
                Optional.empty(),
                Optional.of(EntityType.ORGANISATION),
                1),
            0.9,
            "");
    return new LinkedExtraction(
        extraction, Map.of(HARBOUR, List.of(link), HALAB, List.of(link)), 0.5);
  }

  @Test
  void a_merge_made_by_a_link_says_so() {
    var mentions = LinkApplier.of(linked(), Corrections.NONE, IRIS).extraction().mentions();
    assertThat(mentions).extracting(Mention::entity).containsOnly(mentions.get(0).entity());
    assertThat(mentions)
        .extracting(Mention::why)
        .containsExactly(ResolutionReason.NAME, ResolutionReason.LINK);
  }

  @Test
  void a_correction_of_a_name_undoes_the_merge_by_its_link() {
    Corrections corrections =
        Corrections.of(List.of(new Rename(IRIS.entityNamed("Halab Docks"), "Docks", Remark.NONE)));
    var mentions = LinkApplier.of(linked(), corrections, IRIS).extraction().mentions();
    assertThat(mentions).extracting(it -> it.entity().name()).contains("Halab Docks");
    assertThat(mentions).extracting(Mention::why).containsOnly(ResolutionReason.NAME);
  }

  @Test
  void spellings_of_an_unlinked_name_that_have_one_node_are_one_entity() {
    Entity hyphen = organisation("Halab-Docks Union");
    Entity blank = organisation("Halab Docks Union");
    Entity person = new Entity("Halab Docks Union", EntityType.PERSON, Set.of(), true);
    Extraction extraction =
        new Extraction(
            new Article(
                "a",
                new Text("Halab-Docks Union, Halab Docks Union, Halab Docks Union"),
                Metadata.NONE),
            List.of(
                new Mention(new Span(0, 17), "Halab-Docks Union", EntityType.ORGANISATION, hyphen),
                new Mention(new Span(19, 36), "Halab Docks Union", EntityType.ORGANISATION, blank),
                new Mention(new Span(38, 55), "Halab Docks Union", EntityType.PERSON, person)),
            List.of(),
            List.of());
    var mentions =
        LinkApplier.of(LinkedExtraction.none(extraction), Corrections.NONE, IRIS)
            .extraction()
            .mentions();
    assertThat(mentions)
        .extracting(Mention::entity)
        .containsExactly(
            new Entity(
                "Halab-Docks Union", EntityType.ORGANISATION, Set.of("Halab Docks Union"), true),
            new Entity(
                "Halab-Docks Union", EntityType.ORGANISATION, Set.of("Halab Docks Union"), true),
            person);
  }
}
