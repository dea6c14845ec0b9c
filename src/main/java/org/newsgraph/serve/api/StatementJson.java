package org.newsgraph.serve.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.newsgraph.query.entity.EntityRef;
import org.newsgraph.query.statement.AttributionView;
import org.newsgraph.query.statement.ReportView;
import org.newsgraph.query.statement.StatementView;

/** Renders statements and reports of speech acts as JSON objects: of the API, webhooks and MCP. */
public final class StatementJson {
  private StatementJson() {}

  /** Renders a statement. The schema {@code Statement} of {@code openapi.json} describes it. */
  public static Map<String, Object> of(StatementView it) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("id", it.iri().getURI());
    object.put("content", it.content());
    it.quotedText().ifPresent(text -> object.put("quotedText", text));
    object.put("kind", it.kind());
    object.put("status", it.status().code());
    it.cue().ifPresent(cue -> object.put("cue", cue));
    object.put("confidence", it.confidence());
    speaker(it, object);
    it.saidOn().ifPresent(time -> object.put("saidOn", saidOn(time)));
    object.put("about", about(it.about()));
    object.put("article", article(it, it.articleId(), it.title(), it.begin(), it.end()));
    it.context().ifPresent(sentences -> object.put("context", context(sentences)));
    return object;
  }

  /** Renders a report. The schema {@code Report} of {@code openapi.json} describes it. */
  static Map<String, Object> of(ReportView it) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("id", it.iri().getURI());
    object.put("topic", it.topic());
    object.put("status", it.status().code());
    object.put("cue", it.cue());
    object.put("confidence", it.confidence());
    speaker(it, object);
    object.put("about", about(it.about()));
    object.put("article", article(it, it.articleId(), it.title(), it.begin(), it.end()));
    return object;
  }

  private static Map<String, Object> saidOn(StatementView.SaidOn time) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("value", time.value());
    object.put("text", time.text());
    return object;
  }

  private static Map<String, Object> context(StatementView.Context sentences) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("text", sentences.text());
    object.put("begin", sentences.begin());
    object.put("end", sentences.end());
    return object;
  }

  private static Map<String, Object> article(
      AttributionView it, String id, String title, int begin, int end) {
    Map<String, Object> article = new LinkedHashMap<>();
    article.put("id", id);
    article.put("iri", it.article().article().getURI());
    article.put("title", title);
    if (!it.article().issued().isEmpty()) {
      article.put("published", it.article().issued());
    }
    article.put("begin", begin);
    article.put("end", end);
    return article;
  }

  private static void speaker(AttributionView it, Map<String, Object> object) {
    Map<String, Object> speaker = new LinkedHashMap<>();
    Optional<EntityRef> known = it.speaker().filter(who -> !who.name().isEmpty());
    known.ifPresent(who -> speaker.putAll(entity(who)));
    it.speakerText().ifPresent(words -> speaker.put("words", words));
    if (!speaker.isEmpty()) {
      object.put("speaker", speaker);
    }
  }

  private static List<Map<String, String>> about(List<EntityRef> entities) {
    return entities.stream().filter(it -> !it.name().isEmpty()).map(StatementJson::entity).toList();
  }

  private static Map<String, String> entity(EntityRef it) {
    Map<String, String> object = new LinkedHashMap<>();
    object.put("id", it.iri().getURI());
    object.put("name", it.name());
    return object;
  }
}
