package org.newsgraph.export.rows;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.SchemaDO;
import org.newsgraph.export.DatasetSubset;
import org.newsgraph.export.ExportFilter;
import org.newsgraph.extract.ReportStatus;
import org.newsgraph.graph.News;
import org.newsgraph.io.IsoDay;

/**
 * The facts of one article as rows.
 *
 * @param article the article
 * @param entities entities of the article, sorted by IRI
 * @param mentions mentions, in the order of the text
 * @param statements statements, in the order of the text
 * @param about topics of the statements
 * @param reports reports of speech acts, in the order of the text
 * @param reportAbout topics of the reports
 * @param roles roles, in the order of the text
 * @param relations relations, in the order of the text
 */
public record ArticleFacts(
    ArticleRow article,
    List<Named> entities,
    List<MentionRow> mentions,
    List<StatementRow> statements,
    List<AboutRow> about,
    List<ReportRow> reports,
    List<ReportAboutRow> reportAbout,
    List<RoleRow> roles,
    List<RelationRow> relations) {
  private static final String SEPARATOR = "; ";

  /** Visits the articles of a subset, with the statements that its filter selects. */
  public static void forEach(DatasetSubset subset, Consumer<ArticleFacts> visitor) {
    Set<ReportStatus> statuses = subset.statuses();
    subset.forEach((article, triples) -> visitor.accept(of(article, triples, statuses)));
  }

  /** IRIs of a speaker and of a topic of one statement. */
  public record SaidAbout(String speaker, String topic) {}

  /**
   * Contribution of one article to the figures of an entity.
   *
   * @param named the entity as the article describes it
   * @param day publication day of the article, or null
   * @param mentions number of mentions of the entity
   * @param statementsBy number of statements by the entity
   * @param statementsAbout number of statements about the entity
   */
  public record Share(
      Named named, LocalDate day, int mentions, int statementsBy, int statementsAbout) {}

  /** Returns the article's contribution to each of its entities. */
  public List<Share> shares() {
    Map<String, Integer> mentioned = counts(mentions.stream().map(MentionRow::entity));
    Map<String, Integer> statementsBy = counts(statements.stream().map(StatementRow::speaker));
    Map<String, Integer> statementsAbout = counts(about.stream().map(AboutRow::entity));
    return entities.stream()
        .map(
            it ->
                new Share(
                    it,
                    article.day(),
                    mentioned.getOrDefault(it.entity(), 0),
                    statementsBy.getOrDefault(it.entity(), 0),
                    statementsAbout.getOrDefault(it.entity(), 0)))
        .toList();
  }

  private static Map<String, Integer> counts(Stream<String> entities) {
    Map<String, Integer> counts = new HashMap<>();
    entities.forEach(it -> counts.merge(it, 1, Integer::sum));
    return counts;
  }

  /** Returns the pairs of speaker and topic of all statements with a speaker. */
  public Stream<SaidAbout> saidAbout() {
    Map<String, String> speakers = new HashMap<>();
    statements.forEach(it -> speakers.put(it.statement(), it.speaker()));
    return about.stream()
        .filter(it -> speakers.get(it.statement()) != null)
        .map(it -> new SaidAbout(speakers.get(it.statement()), it.entity()));
  }

  /** Reads an article's graph, with the statements and reports that were said. */
  public static ArticleFacts of(Node article, List<Triple> graph) {
    return of(article, graph, ExportFilter.SAID);
  }

  /** Reads an article's graph, with the statements and reports of these statuses. */
  public static ArticleFacts of(Node article, List<Triple> graph, Set<ReportStatus> statuses) {
    Described all = new Described(graph);
    Set<String> codes = statuses.stream().map(ReportStatus::code).collect(Collectors.toSet());
    RowReader reader = new RowReader(article, all);
    List<MentionRow> mentions =
        all.ofClass(News.Mention)
            .map(reader::mention)
            .sorted(Comparator.comparing(MentionRow::begin).thenComparing(MentionRow::end))
            .toList();
    List<StatementRow> statements =
        all.ofClass(News.Statement)
            .map(reader::statement)
            .filter(it -> codes.contains(it.status()))
            .sorted(Comparator.comparing(StatementRow::begin).thenComparing(StatementRow::end))
            .toList();
    List<ReportRow> reports =
        all.ofClass(News.SpeechActReport)
            .map(reader::report)
            .filter(it -> codes.contains(it.status()))
            .sorted(Comparator.comparing(ReportRow::begin).thenComparing(ReportRow::end))
            .toList();
    Set<Node> unselected = reader.unselectedSpeakers(mentions, statements, reports);
    return new ArticleFacts(
        reader.article(mentions.size(), statements.size()),
        all.ofClass(News.Entity)
            .filter(it -> !unselected.contains(it))
            .map(reader::named)
            .sorted(Comparator.comparing(Named::entity))
            .toList(),
        mentions,
        statements,
        statements.stream().flatMap(it -> reader.about(it.statement(), AboutRow::new)).toList(),
        reports,
        reports.stream().flatMap(it -> reader.about(it.report(), ReportAboutRow::new)).toList(),
        all.pairs(News.hasRole)
            .map(it -> reader.role(it.getSubject(), it.getObject()))
            .sorted(Comparator.comparing(RoleRow::begin).thenComparing(RoleRow::person))
            .toList(),
        all.pairs(News.hasRelation)
            .map(it -> reader.relation(it.getSubject(), it.getObject()))
            .sorted(Comparator.comparing(RelationRow::begin).thenComparing(RelationRow::entity))
            .toList());
  }

  /** Reads rows from the graph of one article. */
  private record RowReader(Node node, Described all) {
    ArticleRow article(int mentions, int statements) {
      String published = all.text(node, DCTerms.issued.asNode());
      return new ArticleRow(
          node.getURI(),
          all.text(node, DCTerms.identifier.asNode()),
          Optional.ofNullable(all.text(node, DCTerms.title.asNode()))
              .orElseGet(() -> all.text(node, RDFS.label.asNode())),
          published,
          Optional.ofNullable(published).flatMap(IsoDay::parse).orElse(null),
          all.text(node, DCTerms.publisher.asNode()),
          joined(all.texts(node, DCTerms.creator.asNode())),
          all.text(node, SchemaDO.articleSection.asNode()),
          all.text(node, DCTerms.language.asNode()),
          all.text(node, DCTerms.source.asNode()),
          all.text(node, SchemaDO.correction.asNode()),
          !"false".equals(all.text(node, News.analysed)),
          mentions,
          statements,
          all.text(node, News.text));
    }

    private static String joined(List<String> texts) {
      return texts.isEmpty() ? null : String.join(SEPARATOR, texts);
    }

    Named named(Node entity) {
      return new Named(
          entity.getURI(),
          all.text(entity, RDFS.label.asNode()),
          type(entity),
          all.texts(entity, SKOS.altLabel.asNode()),
          all.text(entity, OWL.sameAs.asNode()),
          all.text(entity, SchemaDO.sameAs.asNode()));
    }

    private String type(Node entity) {
      for (Node type : List.of(News.Person, News.Organisation, News.Place)) {
        if (all.hasType(entity, type)) {
          return type.getLocalName();
        }
      }
      return "Other";
    }

    MentionRow mention(Node it) {
      return new MentionRow(
          it.getURI(),
          node.getURI(),
          all.text(it, News.refersTo),
          all.number(it, News.begin),
          all.number(it, News.end),
          all.text(it, News.exact),
          all.decimal(it, News.confidence),
          all.decimal(it, News.linkConfidence),
          all.text(it, News.why));
    }

    StatementRow statement(Node it) {
      Node speaker = all.firstValue(it, News.speaker);
      return new StatementRow(
          it.getURI(),
          node.getURI(),
          kind(it),
          speaker == null ? null : speaker.getURI(),
          speaker == null ? null : all.text(speaker, RDFS.label.asNode()),
          all.text(it, News.speakerText),
          all.text(it, News.cue),
          all.text(it, News.content),
          all.number(it, News.begin),
          all.number(it, News.end),
          all.text(it, News.exact),
          all.decimal(it, News.confidence),
          status(it),
          all.text(it, News.quotedText),
          all.text(it, News.saidOn),
          all.text(it, News.saidOnText));
    }

    private String status(Node it) {
      return Optional.ofNullable(all.firstValue(it, News.reportStatus))
          .flatMap(News::reportStatus)
          .orElse(ReportStatus.SAID)
          .code();
    }

    /** Returns speakers whom only statements and reports of other statuses describe. */
    Set<Node> unselectedSpeakers(
        List<MentionRow> mentions, List<StatementRow> statements, List<ReportRow> reports) {
      Set<Node> speakers =
          all.pairs(News.speaker).map(Triple::getObject).collect(Collectors.toSet());
      Stream.of(
              mentions.stream().map(MentionRow::entity),
              statements.stream().map(StatementRow::speaker),
              reports.stream().map(ReportRow::speaker),
              all.pairs(News.about).map(it -> it.getObject().getURI()))
          .flatMap(iris -> iris)
          .filter(Objects::nonNull)
          .forEach(iri -> speakers.remove(NodeFactory.createURI(iri)));
      return speakers;
    }

    private String kind(Node statement) {
      if (all.hasType(statement, News.DirectStatement)) {
        return "direct";
      }
      return all.hasType(statement, News.MixedStatement) ? "mixed" : "indirect";
    }

    ReportRow report(Node it) {
      Node speaker = all.firstValue(it, News.speaker);
      return new ReportRow(
          it.getURI(),
          node.getURI(),
          speaker == null ? null : speaker.getURI(),
          speaker == null ? null : all.text(speaker, RDFS.label.asNode()),
          all.text(it, News.speakerText),
          all.text(it, News.cue),
          all.text(it, News.topic),
          all.number(it, News.begin),
          all.number(it, News.end),
          all.text(it, News.exact),
          all.decimal(it, News.confidence),
          status(it));
    }

    <R extends Record> Stream<R> about(String thing, BiFunction<String, String, R> row) {
      return all.texts(NodeFactory.createURI(thing), News.about).stream()
          .map(entity -> row.apply(thing, entity));
    }

    RoleRow role(Node person, Node it) {
      return new RoleRow(
          it.getURI(),
          node.getURI(),
          person.getURI(),
          all.text(it, News.roleText),
          all.text(it, News.organisation),
          all.text(it, DCTerms.date.asNode()),
          all.number(it, News.begin),
          all.number(it, News.end),
          all.text(it, News.exact),
          all.decimal(it, News.confidence));
    }

    RelationRow relation(Node entity, Node it) {
      String kind =
          List.of(News.FamilyTie, News.Birthplace, News.Base, News.Age).stream()
              .filter(type -> all.hasType(it, type))
              .map(Node::getLocalName)
              .findFirst()
              .orElse("Relation");
      return new RelationRow(
          it.getURI(),
          node.getURI(),
          entity.getURI(),
          kind,
          all.text(it, News.relationText),
          all.text(it, News.relatedTo),
          all.firstValue(it, News.years) == null ? null : all.number(it, News.years),
          all.text(it, DCTerms.date.asNode()),
          all.number(it, News.begin),
          all.number(it, News.end),
          all.text(it, News.exact),
          all.decimal(it, News.confidence));
    }
  }
}
