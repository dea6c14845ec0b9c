package org.newsgraph.serve.explorer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.newsgraph.extract.ReportStatus;
import org.newsgraph.graph.News;
import org.newsgraph.query.GraphValues;

/**
 * A statement as pages show it.
 *
 * @param iri the IRI of the statement; opens the article at its content
 * @param content the reported words, including quotation marks
 * @param kind direct, mixed or indirect
 * @param cue the words that signal the act of saying
 * @param confidence estimated probability that the statement is right, above 0 and up to 1
 * @param speaker the speaker; empty if unknown
 * @param speakerText the source: the phrase that names the speaker
 * @param about the entities that the content mentions
 * @param article the article
 * @param title the title of the article
 * @param begin offset of the content's first character, in code points
 * @param end offset after the content's last character, in code points
 * @param status whether the article says that it was said
 * @param quotedText the words in quotation marks, without the marks
 * @param saidOn the time at which the statement was made
 */
record StatementView(
    Node iri,
    String content,
    String kind,
    Optional<String> cue,
    double confidence,
    Optional<EntityRef> speaker,
    Optional<String> speakerText,
    List<EntityRef> about,
    ArticlesByDate.ArticleEntry article,
    String title,
    int begin,
    int end,
    ReportStatus status,
    Optional<String> quotedText,
    Optional<SaidOn> saidOn) {

  /** An entity and the name that the article gives it. */
  record EntityRef(Node iri, String name) {}

  /**
   * The time at which a statement was made.
   *
   * @param value day, month or year in ISO 8601: "2016-10-12", "2016-10", "2016"
   * @param text the article's words: "on Wednesday"
   */
  record SaidOn(String value, String text) {}

  /** Reads a statement from its article's graph; empty if the graph has no such statement. */
  static Optional<StatementView> read(
      DatasetGraph dataset, ArticlesByDate.ArticleEntry place, Node statement) {
    Node article = place.article();
    Draft draft = new Draft();
    dataset.find(article, statement, Node.ANY, Node.ANY).forEachRemaining(draft::add);
    return draft.content == null
        ? Optional.empty()
        : Optional.of(draft.said(dataset, place, statement));
  }

  /** Returns the name of a known speaker, or the words for one who is only described. */
  String speakerName() {
    return speaker
        .map(EntityRef::name)
        .filter(it -> !it.isEmpty())
        .or(() -> speakerText)
        .orElse("Unknown speaker");
  }

  private static final class Draft {
    private final Set<Node> about = new LinkedHashSet<>();
    private String content;
    private String kind = "";
    private String cue;
    private String speakerText;
    private String quotedText;
    private String saidOn;
    private String saidOnText = "";
    private Node speaker;
    private double confidence = 1;
    private ReportStatus status = ReportStatus.SAID;
    private int begin;
    private int end;

    void add(Quad quad) {
      Node property = quad.getPredicate();
      Node value = quad.getObject();
      if (property.equals(News.content)) {
        content = value.getLiteralLexicalForm();
      } else if (property.equals(RDF.type.asNode()) && !value.equals(News.Statement)) {
        kind = value.getURI().replaceFirst(".*#", "").replace("Statement", "");
      } else if (property.equals(News.reportStatus)) {
        status = News.reportStatus(value).orElse(status);
      } else if (property.equals(News.quotedText)) {
        quotedText = value.getLiteralLexicalForm();
      } else if (property.equals(News.saidOn)) {
        saidOn = value.getLiteralLexicalForm();
      } else if (property.equals(News.saidOnText)) {
        saidOnText = value.getLiteralLexicalForm();
      } else if (property.equals(News.cue)) {
        cue = value.getLiteralLexicalForm();
      } else if (property.equals(News.speaker)) {
        speaker = value;
      } else if (property.equals(News.speakerText)) {
        speakerText = value.getLiteralLexicalForm();
      } else if (property.equals(News.about)) {
        about.add(value);
      } else if (property.equals(News.confidence)) {
        confidence = Double.parseDouble(value.getLiteralLexicalForm());
      } else if (property.equals(News.begin)) {
        begin = Integer.parseInt(value.getLiteralLexicalForm());
      } else if (property.equals(News.end)) {
        end = Integer.parseInt(value.getLiteralLexicalForm());
      }
    }

    StatementView said(DatasetGraph dataset, ArticlesByDate.ArticleEntry place, Node statement) {
      Node article = place.article();
      List<EntityRef> topics = new ArrayList<>();
      about.forEach(it -> topics.add(new EntityRef(it, GraphValues.label(dataset, article, it))));
      return new StatementView(
          statement,
          content,
          kind.toLowerCase(Locale.ROOT),
          Optional.ofNullable(cue),
          confidence,
          Optional.ofNullable(speaker)
              .map(it -> new EntityRef(it, GraphValues.label(dataset, article, it))),
          Optional.ofNullable(speakerText),
          topics,
          place,
          GraphValues.label(dataset, article, article),
          begin,
          end,
          status,
          Optional.ofNullable(quotedText),
          Optional.ofNullable(saidOn).map(it -> new SaidOn(it, saidOnText)));
    }
  }
}
