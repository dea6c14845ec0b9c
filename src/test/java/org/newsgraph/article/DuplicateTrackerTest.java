package org.newsgraph.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DuplicateTrackerTest {
  private final DuplicateTracker duplicates = new DuplicateTracker();

  private static Article article(String id, SourceLocation place, String modified) {
    Optional<String> none = Optional.empty();
    Optional<String> date = Optional.of(modified).filter(it -> !it.isEmpty());
    return new Article(
        id,
        new Text("Nothing happened."),
        new Metadata(none, List.of(), none, none, none, none, none, none, date),
        place);
  }

  private DuplicateTracker.Occurrence see(String id, String digest, String modified) {
    return duplicates.record(article(id, SourceLocation.UNKNOWN, modified), digest);
  }

  @Test
  void an_article_is_new_once_and_a_repetition_then() {
    assertThat(see("a", "one", "")).isEqualTo(DuplicateTracker.Occurrence.FIRST);
    assertThat(see("b", "one", "")).isEqualTo(DuplicateTracker.Occurrence.FIRST);
    assertThat(see("a", "one", "")).isEqualTo(DuplicateTracker.Occurrence.REPEATED);
  }

  @Test
  void the_same_text_with_other_metadata_is_a_repetition_if_there_is_no_id() {
    String id = ArticleId.of(Optional.empty(), Optional.empty(), "Nothing happened.");
    assertThat(see(id, "one", "")).isEqualTo(DuplicateTracker.Occurrence.FIRST);
    assertThat(see(id, "two", "")).isEqualTo(DuplicateTracker.Occurrence.REPEATED);
  }

  @Test
  void of_versions_the_later_moment_is_the_newer_one_in_any_zone() {
    assertThat(see("a", "one", "2024-05-06T08:00:00Z"))
        .isEqualTo(DuplicateTracker.Occurrence.FIRST);
    assertThat(see("a", "two", "2024-05-06T09:30:00+02:00"))
        .isEqualTo(DuplicateTracker.Occurrence.OLDER);
    assertThat(see("a", "three", "2024-05-06T09:30:00+01:00"))
        .isEqualTo(DuplicateTracker.Occurrence.NEWER);
    assertThat(see("a", "one", "2024-05-06T08:00:00Z"))
        .isEqualTo(DuplicateTracker.Occurrence.OLDER);
  }

  @Test
  void others_of_the_same_id_clash_with_the_one_whose_place_is_told() {
    SourceLocation place = new SourceLocation("news.jsonl", 12);
    assertThat(duplicates.record(article("a", place, ""), "one"))
        .isEqualTo(DuplicateTracker.Occurrence.FIRST);
    Article other = article("a", new SourceLocation("more.jsonl", 3), "");
    assertThat(duplicates.record(other, "two")).isEqualTo(DuplicateTracker.Occurrence.CLASH);
    assertThat(duplicates.location(other)).isEqualTo(place);
  }

  @Test
  void of_a_hundred_thousand_ids_and_digests_none_are_confused() {
    for (int i = 0; i < 100_000; i++) {
      assertThat(see("article-" + i, "digest-" + i, ""))
          .isEqualTo(DuplicateTracker.Occurrence.FIRST);
    }
    for (int i = 0; i < 100_000; i++) {
      assertThat(see("article-" + i, "digest-" + i, ""))
          .isEqualTo(DuplicateTracker.Occurrence.REPEATED);
    }
  }
}
