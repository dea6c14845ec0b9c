package org.newsgraph.export.jsonld;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.newsgraph.article.Text;
import org.newsgraph.export.DatasetSubset;
import org.newsgraph.export.Destination;
import org.newsgraph.export.Exporter;
import org.newsgraph.export.rows.ArticleFacts;
import org.newsgraph.export.rows.ArticleRow;
import org.newsgraph.export.rows.MentionRow;
import org.newsgraph.export.rows.Named;
import org.newsgraph.export.rows.ReportRow;
import org.newsgraph.export.rows.StatementRow;
import org.newsgraph.extract.ReportStatus;

/**
 * Exports mentions, statements and reports of speech acts as annotations of their articles, in the
 * W3C Web Annotation Data Model (Recommendation of 2017): one collection with a single page.
 *
 * <p>Each target is selected by its text, with prefix and suffix, and by its position in the
 * article's text. Positions are in Unicode code points, as the Recommendation requires. Hypothesis
 * counts UTF-16 units, which differ after an emoji, and falls back to the text. The web page of an
 * article, if it has an address, is a second target, selected by the text only, because positions
 * in the article's text do not apply to the page.
 */
public final class Annotations implements Exporter {
  /** Length of prefix and suffix, in code points, as in Hypothesis. */
  private static final int CONTEXT = 32;

  @Override
  public void write(DatasetSubset subset, Destination to) {
    to.file(out -> write(subset, out));
  }

  private void write(DatasetSubset subset, OutputStream out) throws IOException {
    String id = subset.iris().base() + "annotations";
    try (JsonGenerator json = JsonObjects.generator(out)) {
      json.writeStartObject();
      json.writeStringField("@context", "http://www.w3.org/ns/anno.jsonld");
      json.writeStringField("id", id);
      json.writeStringField("type", "AnnotationCollection");
      json.writeStringField(
          "label", "Mentions, statements and reports of speech acts, found by Newsgraph");
      json.writeObjectFieldStart("first");
      json.writeStringField("id", id + "/1");
      json.writeStringField("type", "AnnotationPage");
      json.writeNumberField("startIndex", 0);
      json.writeArrayFieldStart("items");
      long[] total = {0};
      ArticleFacts.forEach(subset, facts -> total[0] += write(facts, json));
      json.writeEndArray();
      json.writeEndObject();
      json.writeNumberField("total", total[0]);
      json.writeEndObject();
    }
  }

  private static long write(ArticleFacts facts, JsonGenerator json) {
    try {
      List<Map<String, Object>> annotations = new ArrayList<>();
      TargetFactory targets = new TargetFactory(facts.article(), text(facts.article()));
      Map<String, Named> entities = new HashMap<>();
      facts.entities().forEach(it -> entities.put(it.entity(), it));
      facts
          .mentions()
          .forEach(it -> annotations.add(mention(it, entities.get(it.entity()), targets)));
      facts.statements().forEach(it -> annotations.add(statement(it, targets)));
      facts.reports().forEach(it -> annotations.add(report(it, targets)));
      for (Map<String, Object> annotation : annotations) {
        json.writeRaw('\n');
        json.writeObject(annotation);
      }
      return annotations.size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Text text(ArticleRow article) {
    return new Text(article.text() == null ? "" : article.text());
  }

  private static Map<String, Object> mention(MentionRow it, Named entity, TargetFactory targets) {
    List<Object> bodies = new ArrayList<>();
    if (it.entity() != null) {
      bodies.add(JsonObjects.object("source", it.entity(), "purpose", "identifying"));
    }
    if (entity != null && entity.wikidata() != null) {
      bodies.add(JsonObjects.object("source", entity.wikidata(), "purpose", "identifying"));
    }
    if (entity != null && entity.name() != null) {
      bodies.add(text(entity.name(), "tagging"));
    }
    return annotation(it.mention(), "identifying", bodies, targets.of(it.begin(), it.end()));
  }

  private static Map<String, Object> statement(StatementRow it, TargetFactory targets) {
    List<Object> bodies = new ArrayList<>();
    String who = it.speakerName() != null ? it.speakerName() : it.speakerText();
    bodies.add(
        text(
            it.kind()
                + " statement"
                + status(it.status())
                + (who == null ? "" : " by " + who)
                + ": "
                + it.content(),
            "describing"));
    if (it.speaker() != null) {
      bodies.add(JsonObjects.object("source", it.speaker(), "purpose", "linking"));
    }
    bodies.add(text(it.kind() + " statement", "tagging"));
    if (who != null) {
      bodies.add(text(who, "tagging"));
    }
    return annotation(it.statement(), "describing", bodies, targets.of(it.begin(), it.end()));
  }

  private static Map<String, Object> report(ReportRow it, TargetFactory targets) {
    List<Object> bodies = new ArrayList<>();
    String who = it.speakerName() != null ? it.speakerName() : it.speakerText();
    String act = (who == null ? "" : who + " ") + it.cue() + " " + it.topic();
    bodies.add(text("report of a speech act" + status(it.status()) + ": " + act, "describing"));
    if (it.speaker() != null) {
      bodies.add(JsonObjects.object("source", it.speaker(), "purpose", "linking"));
    }
    bodies.add(text("report of a speech act", "tagging"));
    if (who != null) {
      bodies.add(text(who, "tagging"));
    }
    return annotation(it.report(), "describing", bodies, targets.of(it.begin(), it.end()));
  }

  /** Returns a status in parentheses; empty if it was said. */
  private static String status(String code) {
    return ReportStatus.ofCode(code)
        .filter(it -> it != ReportStatus.SAID)
        .map(it -> " (" + it.label() + ")")
        .orElse("");
  }

  private static Map<String, Object> annotation(
      String id, String motivation, List<Object> bodies, List<Object> targets) {
    return JsonObjects.object(
        "id", id,
        "type", "Annotation",
        "motivation", motivation,
        "body", bodies,
        "target", targets);
  }

  private static Map<String, Object> text(String value, String purpose) {
    return JsonObjects.object(
        "type", "TextualBody", "value", value, "format", "text/plain", "purpose", purpose);
  }

  /** Creates annotation targets in one article. */
  private record TargetFactory(ArticleRow article, Text text) {
    /** Returns the targets of a span, in code points. */
    List<Object> of(int begin, int end) {
      int last = Math.min(end, text.length());
      int first = Math.min(begin, last);
      Map<String, Object> quote =
          JsonObjects.object(
              "type", "TextQuoteSelector",
              "exact", substring(first, last),
              "prefix", substring(Math.max(0, first - CONTEXT), first),
              "suffix", substring(last, Math.min(text.length(), last + CONTEXT)));
      Map<String, Object> position =
          JsonObjects.object("type", "TextPositionSelector", "start", first, "end", last);
      List<Object> targets = new ArrayList<>();
      targets.add(
          JsonObjects.object("source", article.article(), "selector", List.of(quote, position)));
      if (article.url() != null && article.url().matches("https?://.*")) {
        targets.add(JsonObjects.object("source", article.url(), "selector", quote));
      }
      return targets;
    }

    private String substring(int begin, int end) {
      String all = text.toString();
      return all.substring(text.toUtf16Offset(begin), text.toUtf16Offset(end));
    }
  }
}
