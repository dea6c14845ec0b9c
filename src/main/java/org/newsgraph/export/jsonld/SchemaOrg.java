package org.newsgraph.export.jsonld;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.newsgraph.export.DatasetSubset;
import org.newsgraph.export.Destination;
import org.newsgraph.export.Exporter;
import org.newsgraph.export.rows.ArticleFacts;
import org.newsgraph.export.rows.ArticleRow;
import org.newsgraph.export.rows.Entities;
import org.newsgraph.export.rows.EntityRow;
import org.newsgraph.export.rows.StatementRow;
import org.newsgraph.extract.ReportStatus;

/** Exports articles, their quotations and entities as JSON-LD in the terms of schema.org. */
public final class SchemaOrg implements Exporter {
  private static final String SAID = ReportStatus.SAID.code();

  @Override
  public void write(DatasetSubset subset, Destination to) {
    to.file(out -> write(subset, out));
  }

  private static void write(DatasetSubset subset, OutputStream out) throws IOException {
    Entities entities = new Entities();
    try (JsonGenerator json = JsonObjects.generator(out)) {
      json.writeStartObject();
      json.writeObjectField("@context", JsonObjects.object("@vocab", "https://schema.org/"));
      json.writeArrayFieldStart("@graph");
      ArticleFacts.forEach(
          subset,
          facts -> {
            entities.add(facts);
            write(article(facts), json);
          });
      entities.forEach(entity -> write(entity(entity), json));
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private static void write(Map<String, Object> object, JsonGenerator json) {
    try {
      json.writeRaw('\n');
      json.writeObject(object);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> article(ArticleFacts facts) {
    ArticleRow it = facts.article();
    Map<String, List<Object>> about = new HashMap<>();
    facts
        .about()
        .forEach(
            row ->
                about
                    .computeIfAbsent(row.statement(), any -> new ArrayList<>())
                    .add(reference(row.entity())));
    return JsonObjects.object(
        "@id", it.article(),
        "@type", "NewsArticle",
        "identifier", it.id(),
        "headline", it.title(),
        "datePublished", it.published(),
        "author", authors(it),
        "publisher", named("Organization", it.publisher()),
        "articleSection", it.section(),
        "inLanguage", it.language(),
        "url", it.url(),
        "correction", it.correction(),
        "articleBody", it.text(),
        "mentions",
            facts.mentions().stream()
                .map(mention -> mention.entity())
                .distinct()
                .map(SchemaOrg::reference)
                .toList(),
        "hasPart", facts.statements().stream().map(row -> quotation(row, about)).toList());
  }

  private static List<Object> authors(ArticleRow it) {
    return it.authors() == null
        ? List.of()
        : Stream.of(it.authors().split("; ")).<Object>map(name -> named("Person", name)).toList();
  }

  private static Map<String, Object> quotation(StatementRow it, Map<String, List<Object>> about) {
    return JsonObjects.object(
        "@id",
        it.statement(),
        "@type",
        "Quotation",
        "text",
        it.content(),
        "dateCreated",
        it.saidOn(),
        "spokenByCharacter",
        it.speaker() == null ? null : reference(it.speaker()),
        "about",
        about.get(it.statement()),
        "creativeWorkStatus",
        it.status().equals(SAID) ? null : it.status());
  }

  private static Map<String, Object> entity(EntityRow it) {
    return JsonObjects.object(
        "@id", it.entity(),
        "@type", type(it.type()),
        "name", it.name(),
        "alternateName", it.otherNames() == null ? null : List.of(it.otherNames().split("; ")),
        "sameAs", Stream.of(it.wikidata(), it.wikipedia()).filter(same -> same != null).toList());
  }

  private static String type(String type) {
    return switch (type) {
      case "Organisation" -> "Organization";
      case "Other" -> "Thing";
      default -> type;
    };
  }

  private static Map<String, Object> named(String type, String name) {
    return name == null ? null : JsonObjects.object("@type", type, "name", name);
  }

  private static Object reference(String iri) {
    return Map.of("@id", iri);
  }
}
