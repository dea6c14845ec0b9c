package org.newsgraph.query.statement;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.newsgraph.extract.ReportStatus;
import org.newsgraph.query.entity.EntityRef;

/**
 * The report of a speech act to show.
 *
 * @param iri the IRI of the report; opens the article at the topic
 * @param topic the noun phrase that stands for the content: "the attack"
 * @param cue the words that signal the speech act: "condemned"
 * @param confidence estimated probability that the report is right, above 0 and up to 1
 * @param speaker the speaker; empty if unknown
 * @param speakerText the source: the phrase that names the speaker
 * @param about the entities that the topic mentions
 * @param article the article
 * @param articleId the article's identifier
 * @param title the title of the article
 * @param begin offset of the topic's first character, in code points
 * @param end offset after the topic's last character, in code points
 * @param status whether the article says that the speech act was performed
 */
public record ReportView(
    Node iri,
    String topic,
    String cue,
    double confidence,
    Optional<EntityRef> speaker,
    Optional<String> speakerText,
    List<EntityRef> about,
    ArticlesByDate.ArticleEntry article,
    String articleId,
    String title,
    int begin,
    int end,
    ReportStatus status)
    implements AttributionView {}
