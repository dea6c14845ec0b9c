package org.newsgraph.query.statement;

import java.util.Optional;
import org.apache.jena.graph.Node;
import org.newsgraph.extract.ReportStatus;
import org.newsgraph.query.entity.EntityRef;

/** An attribution to a speaker: a statement or the report of a speech act. */
public sealed interface AttributionView permits StatementView, ReportView {
  /** Returns the IRI, which opens the article at the content or topic. */
  Node iri();

  /** Returns the estimated probability that it is right, above 0 and up to 1. */
  double confidence();

  /** Returns the speaker; empty if unknown. */
  Optional<EntityRef> speaker();

  /** Returns the source: the phrase that names the speaker. */
  Optional<String> speakerText();

  ArticlesByDate.ArticleEntry article();

  /** Returns whether the article says that it was said. */
  ReportStatus status();

  /** Returns the name of a known speaker, or the words for one who is only described. */
  default String speakerName() {
    return speaker()
        .map(EntityRef::name)
        .filter(it -> !it.isEmpty())
        .or(this::speakerText)
        .orElse("Unknown speaker");
  }
}
