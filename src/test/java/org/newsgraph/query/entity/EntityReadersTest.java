package org.newsgraph.query.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsgraph.article.Article;
import org.newsgraph.article.Metadata;
import org.newsgraph.article.Span;
import org.newsgraph.article.Text;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.Extraction;
import org.newsgraph.extract.HandMade;
import org.newsgraph.extract.Mention;
import org.newsgraph.graph.ArticleGraph;
import org.newsgraph.graph.Provenance;
import org.newsgraph.query.QueryLimits;
import org.newsgraph.query.SparqlRunner;
import org.newsgraph.store.NewsStore;

/** One database, read by the look-up, the profile and the counters of entities. */
final class EntityReadersTest {
  private static final Provenance PROVENANCE = new Provenance("0.1.0", Instant.EPOCH);

  /** Number of articles that mention the pier and the harbour. */
  private static final int TOGETHER = 40;

  @TempDir static Path folder;

  private static NewsStore store;
  private static EntityLookup lookup;

  @BeforeAll
  static void create() {
    store = NewsStore.create(folder, Optional.empty());
    List<ArticleGraph> graphs = new ArrayList<>();
    for (Extraction each :
        List.of(HandMade.harbour(), HandMade.market(), HandMade.ferry(), HandMade.appeal())) {
      graphs.add(ArticleGraph.of(each, store.iris(), PROVENANCE, "digest"));
    }
    Entity pier = new Entity("Old Pier", EntityType.PLACE, Set.of(), true);
    Entity harbour = new Entity("New Harbour", EntityType.PLACE, Set.of(), true);
    Entity zoe = new Entity("Zoë O'Brien", EntityType.PERSON, Set.of(), true);
    Entity local = new Entity("Quill", EntityType.PERSON, Set.of(), false);
    IntStream.range(0, TOGETHER)
        .forEach(i -> graphs.add(naming("pier " + i, "2016-01-" + (10 + i % 20), pier, harbour)));
    graphs.add(naming("zoe", "2016-02-01", zoe, pier));
    graphs.add(naming("quill", "2016-02-02", local));
    // The same node, with another label.
    graphs.add(
        naming("nato", "2016-02-03", new Entity("Nato", EntityType.ORGANISATION, Set.of(), true)));
    graphs.add(
        naming("NATO", "2016-02-04", new Entity("NATO", EntityType.ORGANISATION, Set.of(), true)));
    store.writer().putAll(graphs);
    lookup = new EntityLookup(new SparqlRunner(store, QueryLimits.NONE));
  }

  @AfterAll
  static void close() {
    store.close();
  }

  /** Returns an article that consists of names. */
  private static ArticleGraph naming(String id, String date, Entity... entities) {
    List<Mention> mentions = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (Entity each : entities) {
      int begin = text.length();
      text.append(each.name()).append(' ');
      mentions.add(
          new Mention(
              new Span(begin, begin + each.name().length()), each.name(), each.type(), each));
    }
    Metadata metadata =
        new Metadata(
            Optional.of("About " + id),
            List.of(),
            Optional.empty(),
            Optional.of(date),
            Optional.empty(),
            Optional.empty());
    return ArticleGraph.of(
        new Extraction(
            new Article(id, new Text(text.toString()), metadata), mentions, List.of(), List.of()),
        store.iris(),
        PROVENANCE,
        "digest");
  }

  private static EntityProfile profile(String name) {
    Node entity = lookup.find(name).get(0);
    return store.read(dataset -> EntityProfile.of(store, dataset, entity));
  }

  private static Node entity(String name) {
    return store.iris().entityNamed(name);
  }

  @Test
  void a_profile_holds_names_types_and_roles_with_their_articles() {
    EntityProfile ada = profile("Ada Novak");
    assertThat(ada.name()).isEqualTo("Ada Novak");
    assertThat(ada.types()).containsExactly("Person");
    assertThat(ada.otherNames()).contains("Ms Novak", "Novak").doesNotContain("Ada Novak");
    assertThat(ada.alsoKnownAs()).isEqualTo(ada.otherNames());
    assertThat(ada.isComplete()).isTrue();
    EntityRole leader =
        ada.roles().stream()
            .filter(it -> it.text().equals("Harbour Party leader"))
            .findFirst()
            .orElseThrow();
    assertThat(leader.other()).map(EntityRef::name).contains("Harbour Party");
    assertThat(leader.from()).isEqualTo("2016-10-13").isEqualTo(leader.to());
    assertThat(leader.occurrences().get(0).article()).isEqualTo(store.iris().article("harbour 1"));
    assertThat(ada.relations()).isNotEmpty();
    assertThat(ada.rolesAndRelations()).containsAll(ada.roles()).containsAll(ada.relations());
  }

  @Test
  void an_entity_that_articles_spell_in_two_ways_has_one_name_everywhere() {
    EntityProfile nato = profile("Nato");
    assertThat(nato.labels()).containsExactly("NATO", "Nato");
    assertThat(store.iris().name(nato.entity())).isEqualTo(nato.name());
    assertThat(nato.alsoKnownAs()).hasSize(1).doesNotContain(nato.name());
    assertThat(new EntityLabels(store).of(List.of(nato.entity())))
        .containsExactly(new LabelledEntity(nato.entity().getURI(), nato.name(), "Organisation"));
  }

  @Test
  void an_entity_that_is_not_there_has_an_empty_profile() {
    Node nobody = entity("Nobody Here");
    EntityProfile profile = store.read(dataset -> EntityProfile.of(store, dataset, nobody));
    assertThat(profile.labels()).isEmpty();
    assertThat(profile.types()).isEmpty();
    assertThat(profile.name()).isEqualTo("Nobody Here");
    EntityCounts counts = store.read(dataset -> EntityCounts.of(dataset, nobody));
    assertThat(counts).isEqualTo(new EntityCounts(0, 0, 0, 0));
  }

  @Test
  void entities_of_the_same_articles_are_counted_in_all_of_them() {
    CoOccurrence pier =
        store.read(dataset -> CoOccurrence.of(store, dataset, entity("Old Pier"), 2));
    assertThat(pier.entities())
        .containsExactly(
            new EntityCount(entity("New Harbour"), "New Harbour", TOGETHER),
            new EntityCount(entity("Zoë O'Brien"), "Zoë O'Brien", 1));
    assertThat(pier.articles()).isEqualTo(TOGETHER + 1);
    assertThat(pier.isComplete()).isTrue();
  }

  @Test
  void the_counts_of_an_entity_are_those_of_all_articles() {
    EntityCounts pier = store.read(dataset -> EntityCounts.of(dataset, entity("Old Pier")));
    assertThat(pier.articles()).isEqualTo(TOGETHER + 1L).isEqualTo(pier.mentions());
    EntityCounts ada = store.read(dataset -> EntityCounts.of(dataset, entity("Ada Novak")));
    assertThat(ada.statements()).isPositive();
  }

  @Test
  void the_oldest_articles_come_first_and_equal_dates_in_the_order_of_their_ids() {
    List<MentioningArticle> oldest =
        store.read(
            dataset -> MentioningArticle.oldest(dataset, entity("Old Pier"), store.iris(), 3));
    assertThat(oldest)
        .containsExactly(
            new MentioningArticle("pier 0", "2016-01-10", "About pier 0"),
            new MentioningArticle("pier 20", "2016-01-10", "About pier 20"),
            new MentioningArticle("pier 1", "2016-01-11", "About pier 1"));
  }

  @Test
  void reasons_of_mentions_are_counted_up_to_a_limit() {
    List<MentionReason> all =
        store.read(dataset -> MentionReason.of(dataset, entity("Old Pier"), 1_000, 8));
    assertThat(all).singleElement().extracting(MentionReason::mentions).isEqualTo(TOGETHER + 1);
    assertThat(all.get(0).examples())
        .singleElement()
        .extracting(MentionReason.Example::text)
        .isEqualTo("Old Pier");
    List<MentionReason> few =
        store.read(dataset -> MentionReason.of(dataset, entity("Old Pier"), 5, 8));
    assertThat(few).singleElement().extracting(MentionReason::mentions).isEqualTo(5);
  }

  @Test
  void a_name_is_found_without_regard_to_case_accents_and_apostrophes() {
    for (String text : Arrays.asList("Zoë O'Brien", "zoë o'brien", "Zoe O’Brien", "ZOE OBRIEN")) {
      assertThat(lookup.find(text)).as(text).containsExactly(entity("Zoë O'Brien"));
    }
    assertThat(lookup.find("entity/Old_Pier")).containsExactly(entity("Old Pier"));
    assertThat(lookup.find("Nobody Here")).isEmpty();
  }

  @Test
  void an_entity_that_one_article_knows_is_found_in_any_case() {
    Node quill = store.iris().entityIn(store.iris().article("quill"), "Quill");
    assertThat(lookup.find("Quill")).containsExactly(quill);
    assertThat(lookup.find("quill")).containsExactly(quill);
  }

  @Test
  void a_misspelt_name_has_names_near_it() {
    assertThat(lookup.near("Ada Nowak")).containsExactly("Ada Novak");
    assertThat(lookup.near("Zoee Obrein")).contains("Zoë O'Brien");
    assertThat(lookup.near("xyzzy")).isEmpty();
    assertThat(lookup.near("?!")).isEmpty();
  }
}
