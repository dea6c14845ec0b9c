package org.newsgraph.export.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.newsgraph.export.DatasetSubset;
import org.newsgraph.export.Destination;
import org.newsgraph.export.Exporter;
import org.newsgraph.export.rows.ArticleFacts;
import org.newsgraph.export.rows.ArticleRow;
import org.newsgraph.export.rows.Entities;
import org.newsgraph.export.rows.EntityRow;
import org.newsgraph.export.rows.MentionRow;
import org.newsgraph.export.rows.ReportRow;
import org.newsgraph.export.rows.RoleRow;
import org.newsgraph.export.rows.StatementRow;

/**
 * Exports CSV for Neo4j: nodes and relationships for {@code neo4j-admin database import full}, its
 * options in {@code import.args}, and {@code load.cypher} for a running database.
 *
 * <pre>
 * (Article)-[:MENTIONS]->(Entity)   (Article)-[:REPORTS]->(Statement)-[:SPOKEN_BY|ABOUT]->(Entity)
 * (Article)-[:REPORTS]->(SpeechActReport)-[:SPOKEN_BY|ABOUT]->(Entity)
 * (Entity:Person)-[:HAS_ROLE]->(Role)-[:IN]->(Entity:Organisation)
 * </pre>
 */
public final class Neo4jExport implements Exporter {
  private static final CsvFormat CSV = new CsvFormat(false);

  private record Entity(
      String iri, String labels, String name, String otherNames, String wikidata, int mentions) {}

  private record Article(
      String iri, String id, String title, String published, String publisher, String url) {}

  private record Statement(
      String iri,
      String kind,
      String content,
      String speakerText,
      String cue,
      Double confidence,
      String status,
      String quotedText,
      String saidOn) {}

  private record SpeechAct(
      String iri, String topic, String speakerText, String cue, Double confidence, String status) {}

  private record Role(String iri, String text, String published, Double confidence) {}

  private record Link(String from, String to) {}

  private record Naming(String from, String to, int begin, int end, String exact) {}

  @Override
  public void write(DatasetSubset subset, Destination to) {
    to.folder(folder -> write(subset, folder));
  }

  private static void write(DatasetSubset subset, Path folder) throws IOException {
    Entities entities = new Entities();
    try (RowWriter<Article> articles =
            table(
                folder,
                "articles",
                Article.class,
                "iri:ID(Article)",
                "id",
                "title",
                "published",
                "publisher",
                "url");
        RowWriter<Statement> statements =
            table(
                folder,
                "statements",
                Statement.class,
                "iri:ID(Statement)",
                "kind",
                "content",
                "speakerText",
                "cue",
                "confidence:double",
                "status",
                "quotedText",
                "saidOn");
        RowWriter<SpeechAct> acts =
            table(
                folder,
                "speech_acts",
                SpeechAct.class,
                "iri:ID(SpeechActReport)",
                "topic",
                "speakerText",
                "cue",
                "confidence:double",
                "status");
        RowWriter<Role> roles =
            table(
                folder,
                "roles",
                Role.class,
                "iri:ID(Role)",
                "text",
                "published",
                "confidence:double");
        RowWriter<Naming> mentions =
            table(
                folder,
                "mentions",
                Naming.class,
                ":START_ID(Article)",
                ":END_ID(Entity)",
                "begin:int",
                "end:int",
                "exact");
        RowWriter<Link> reports = links(folder, "reports", "Article", "Statement");
        RowWriter<Link> speakers = links(folder, "spoken_by", "Statement", "Entity");
        RowWriter<Link> about = links(folder, "about", "Statement", "Entity");
        RowWriter<Link> actReports =
            links(folder, "speech_acts_reports", "Article", "SpeechActReport");
        RowWriter<Link> actSpeakers =
            links(folder, "speech_acts_spoken_by", "SpeechActReport", "Entity");
        RowWriter<Link> actAbout = links(folder, "speech_acts_about", "SpeechActReport", "Entity");
        RowWriter<Link> held = links(folder, "has_role", "Entity", "Role");
        RowWriter<Link> in = links(folder, "in", "Role", "Entity")) {
      ArticleFacts.forEach(
          subset,
          facts -> {
            entities.add(facts);
            write(Stream.of(facts.article()).map(Neo4jExport::article), articles);
            write(facts.statements().stream().map(Neo4jExport::statement), statements);
            write(facts.roles().stream().map(Neo4jExport::role).distinct(), roles);
            write(facts.mentions().stream().map(Neo4jExport::naming), mentions);
            write(
                facts.statements().stream().map(it -> new Link(it.article(), it.statement())),
                reports);
            write(
                facts.statements().stream()
                    .filter(it -> it.speaker() != null)
                    .map(it -> new Link(it.statement(), it.speaker())),
                speakers);
            write(facts.about().stream().map(it -> new Link(it.statement(), it.entity())), about);
            write(facts.reports().stream().map(Neo4jExport::act), acts);
            write(
                facts.reports().stream().map(it -> new Link(it.article(), it.report())),
                actReports);
            write(
                facts.reports().stream()
                    .filter(it -> it.speaker() != null)
                    .map(it -> new Link(it.report(), it.speaker())),
                actSpeakers);
            write(
                facts.reportAbout().stream().map(it -> new Link(it.report(), it.entity())),
                actAbout);
            write(facts.roles().stream().map(it -> new Link(it.person(), it.role())), held);
            write(
                facts.roles().stream()
                    .filter(it -> it.organisation() != null)
                    .map(it -> new Link(it.role(), it.organisation()))
                    .distinct(),
                in);
          });
    }
    try (RowWriter<Entity> rows =
        table(
            folder,
            "entities",
            Entity.class,
            "iri:ID(Entity)",
            ":LABEL",
            "name",
            "otherNames",
            "wikidata",
            "mentions:int")) {
      entities.forEach(it -> write(Stream.of(entity(it)), rows));
    }
    for (String name : List.of("import.args", "load.cypher")) {
      try (InputStream in = Neo4jExport.class.getResourceAsStream(name)) {
        Files.copy(in, folder.resolve(name));
      }
    }
  }

  private static <R extends Record> RowWriter<R> table(
      Path folder, String name, Class<R> type, String... headings) throws IOException {
    return CSV.rows(folder.resolve(name + ".csv"), type, List.of(headings));
  }

  private static RowWriter<Link> links(Path folder, String name, String from, String to)
      throws IOException {
    return table(folder, name, Link.class, ":START_ID(" + from + ")", ":END_ID(" + to + ")");
  }

  private static <R extends Record> void write(Stream<R> rows, RowWriter<R> out) {
    TableExport.write(rows.toList(), out);
  }

  private static Article article(ArticleRow it) {
    return new Article(it.article(), it.id(), it.title(), it.published(), it.publisher(), it.url());
  }

  private static Statement statement(StatementRow it) {
    return new Statement(
        it.statement(),
        it.kind(),
        it.content(),
        it.speakerText(),
        it.cue(),
        it.confidence(),
        it.status(),
        it.quotedText(),
        it.saidOn());
  }

  private static SpeechAct act(ReportRow it) {
    return new SpeechAct(
        it.report(), it.topic(), it.speakerText(), it.cue(), it.confidence(), it.status());
  }

  private static Role role(RoleRow it) {
    return new Role(it.role(), it.roleText(), it.published(), it.confidence());
  }

  private static Naming naming(MentionRow it) {
    return new Naming(it.article(), it.entity(), it.begin(), it.end(), it.exact());
  }

  private static Entity entity(EntityRow it) {
    String labels = it.type().equals("Other") ? "Entity" : "Entity;" + it.type();
    return new Entity(
        it.entity(), labels, it.name(), it.otherNames(), it.wikidata(), it.mentions());
  }
}
