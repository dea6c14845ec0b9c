package org.newsgraph.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.newsgraph.article.Article;
import org.newsgraph.article.DuplicateTracker.Occurrence;
import org.newsgraph.article.Metadata;
import org.newsgraph.article.Text;
import org.newsgraph.ingest.IngestDecision.Stored;

class IngestDecisionTest {
  @ParameterizedTest
  @CsvSource({
    // occurrence, modified, stored digest, stored date of modification, decision
    "FIRST,  ,            ,     ,            ADD",
    "FIRST,  ,            same,  ,           UNCHANGED",
    "FIRST,  ,            other, ,           REPLACE",
    "FIRST,  2024-05-07,  other, 2024-05-06, REPLACE",
    "FIRST,  2024-05-06,  other, 2024-05-07, UNCHANGED",
    "FIRST,  ,            other, 2024-05-07, REPLACE",
    "NEWER,  2024-05-07,  ,      ,           REPLACE",
    "NEWER,  2024-05-07,  same,  2024-05-07, UNCHANGED",
    "REPEATED, ,          ,      ,           REPEATED",
    "OLDER,  2024-05-06,  other, ,           REPEATED",
    "CLASH,  ,            same,  ,           ID_CONFLICT"
  })
  void an_article_is_stored_if_it_is_new_and_not_older_than_what_is_stored(
      Occurrence occurrence,
      String modified,
      String storedDigest,
      String storedModified,
      IngestDecision decision) {
    Optional<String> none = Optional.empty();
    Metadata metadata =
        new Metadata(
            none, List.of(), none, none, none, none, none, none, Optional.ofNullable(modified));
    Stored stored =
        new Stored(Optional.ofNullable(storedDigest), Optional.ofNullable(storedModified));
    Article article = new Article("a", new Text("text"), metadata);
    assertThat(IngestDecision.decide(article, "same", occurrence, stored)).isEqualTo(decision);
  }
}
