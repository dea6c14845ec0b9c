package org.newsgraph.export.rows;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
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
import org.newsgraph.graph.News;
import org.newsgraph.io.IsoDay;

/** What one article says, in the order of its text. */
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

  /** Goes through the articles of an excerpt. */
  public static void forEach(DatasetSubset excerpt, Consumer<ArticleFacts> visitor) {
    excerpt.forEach((article, triples) -> visitor.accept(of(article, triples)));
  }

  /** Who speaks about whom or what, once for each statement; their IRIs. */
  public record SaidAbout(String speaker, String topic) {}

  /**
   * What an article adds to what many articles say of an entity.
   *
   * @param named as the article has it
   * @param day of the article
   * @param mentions in it
   * @param statementsBy the entity, as speaker
   * @param statementsAbout it
   */
  public record Share(
      Named named, LocalDate day, int mentions, int statementsBy, int statementsAbout) {}

  /** One for each of its entities. */
  public List<Share> shares() {
    Map<String, Integer> mentioned = counts(mentions.stream().map(MentionRow::entity));
    Map<String, Integer> by = counts(statements.stream().map(StatementRow::speaker));
    Map<String, Integer> on = counts(about.stream().map(AboutRow::entity));
    return entities.stream()
        .map(
            it ->
                new Share(
                    it,
                    article.day(),
                    mentioned.getOrDefault(it.entity(), 0),
                    by.getOrDefault(it.entity(), 0),
                    on.getOrDefault(it.entity(), 0)))
        .toList();
  }

  private static Map<String, Integer> counts(Stream<String> entities) {
    Map<String, Integer> counts = new HashMap<>();
    entities.forEach(it -> counts.merge(it, 1, Integer::sum));
    return counts;
  }

  /** Of the statements whose speaker is known. */
  public Stream<SaidAbout> saidAbout() {
    Map<String, String> speakers = new HashMap<>();
    statements.forEach(it -> speakers.put(it.statement(), it.speaker()));
    return about.stream()
        .filter(it -> speakers.get(it.statement()) != null)
        .map(it -> new SaidAbout(speakers.get(it.statement()), it.entity()));
  }

  /** Reads an article's graph. */
  public static ArticleFacts of(Node article, List<Triple> graph) {
    Described all = new Described(graph);
    Reading reading = new Reading(article, all);
    List<MentionRow> mentions =
        all.ofClass(News.Mention)
            .map(reading::mention)
            .sorted(Comparator.comparing(MentionRow::begin).thenComparing(MentionRow::end))
            .toList();
    List<Node> said = all.ofClass(News.Statement).toList();
    List<StatementRow> statements =
        said.stream()
            .map(reading::statement)
            .sorted(Comparator.comparing(StatementRow::begin).thenComparing(StatementRow::end))
            .toList();
    List<ReportRow> reports =
        all.ofClass(News.SpeechActReport)
            .map(reading::report)
            .sorted(Comparator.comparing(ReportRow::begin).thenComparing(ReportRow::end))
            .toList();
    return new ArticleFacts(
        reading.article(mentions.size(), statements.size()),
        all.ofClass(News.Entity)
            .map(reading::named)
            .sorted(Comparator.comparing(Named::entity))
            .toList(),
        mentions,
        statements,
        statements.stream().flatMap(it -> reading.about(it.statement(), AboutRow::new)).toList(),
        reports,
        reports.stream().flatMap(it -> reading.about(it.report(), ReportAboutRow::new)).toList(),
        all.pairs(News.hasRole)
            .map(it -> reading.role(it.getSubject(), it.getObject()))
            .sorted(Comparator.comparing(RoleRow::begin).thenComparing(RoleRow::person))
            .toList(),
        all.pairs(News.hasRelation)
            .map(it -> reading.relation(it.getSubject(), it.getObject()))
            .sorted(Comparator.comparing(RelationRow::begin).thenComparing(RelationRow::entity))
            .toList());
  }

  /** How the things of one graph become rows. */
  private record Reading(Node node, Described all) {
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
        if (all.has(entity, type)) {
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
      Node speaker = all.one(it, News.speaker);
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
          all.decimal(it, News.confidence));
    }

    private String kind(Node statement) {
      if (all.has(statement, News.DirectStatement)) {
        return "direct";
      }
      return all.has(statement, News.MixedStatement) ? "mixed" : "indirect";
    }

    ReportRow report(Node it) {
      Node speaker = all.one(it, News.speaker);
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
          all.decimal(it, News.confidence));
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
              .filter(type -> all.has(it, type))
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
          all.one(it, News.years) == null ? null : all.number(it, News.years),
          all.text(it, DCTerms.date.asNode()),
          all.number(it, News.begin),
          all.number(it, News.end),
          all.text(it, News.exact),
          all.decimal(it, News.confidence));
    }
  }
}
