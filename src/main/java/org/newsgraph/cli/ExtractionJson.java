package org.newsgraph.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.newsgraph.article.Span;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.Extraction;
import org.newsgraph.extract.Mention;
import org.newsgraph.extract.Speaker;
import org.newsgraph.extract.SpeechActReport;
import org.newsgraph.extract.Statement;
import org.newsgraph.extract.StatementTime;
import org.newsgraph.graph.Iris;
import org.newsgraph.link.Item;
import org.newsgraph.link.Link;
import org.newsgraph.link.LinkedExtraction;

/**
 * Serializer of the facts found in an article as one line of JSON: the output of {@code extract}.
 *
 * @param iris the IRIs of the graph
 * @param explain whether to include the candidate items of each entity
 */
record ExtractionJson(Iris iris, boolean explain) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Returns the facts found in one article as JSON, without a line break. */
  public String toJson(LinkedExtraction linked) {
    try {
      return MAPPER.writeValueAsString(object(linked));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a JSON tree cannot be written", e);
    }
  }

  private ObjectNode object(LinkedExtraction linked) {
    Extraction extraction = linked.extraction();
    String id = extraction.article().id();
    ObjectNode object = MAPPER.createObjectNode();
    object.put("id", id);
    extraction.article().metadata().title().ifPresent(title -> object.put("title", title));
    object.put("text", extraction.article().text().toString());
    ArrayNode entities = object.putArray("entities");
    extraction.mentions().forEach(mention -> entities.add(mention(mention, linked)));
    ArrayNode statements = object.putArray("statements");
    Stream.concat(
            extraction.statements().stream().map(it -> statement(it, linked)),
            extraction.reports().stream().map(it -> report(it, linked)))
        .sorted(Comparator.comparingInt((ObjectNode it) -> it.get("begin").asInt()))
        .forEach(statements::add);
    return object;
  }

  private ObjectNode mention(Mention mention, LinkedExtraction linked) {
    String type = mention.type().name();
    Optional<Link> link = linked.link(mention.entity());
    ObjectNode object =
        place(mention.span(), mention.text())
            .put("type", type.charAt(0) + type.substring(1).toLowerCase(Locale.ROOT))
            .put("name", mention.entity().name())
            .put("iri", iri(mention.entity(), linked))
            .put("confidence", mention.confidence());
    link.ifPresent(it -> item(object, it).put("linkConfidence", it.confidence()));
    List<Link> considered = linked.considered().getOrDefault(mention.entity(), List.of());
    if (explain && !considered.isEmpty()) {
      ArrayNode candidates = object.putArray("candidates");
      considered.forEach(
          it ->
              item(candidates.addObject(), it)
                  .put("name", it.item().label())
                  .put("confidence", it.confidence())
                  .put("why", it.why()));
    }
    return object;
  }

  private static ObjectNode item(ObjectNode object, Link link) {
    String iri = link.item().iri();
    if (link.item().wikidata().isPresent()) {
      object.put("wikidata", link.item().wikidata().get());
    } else if (!iri.startsWith(Item.WIKIPEDIA)) {
      object.put("item", iri);
    }
    link.item().title().ifPresent(title -> object.put("wikipedia", title.replace(' ', '_')));
    return object;
  }

  private String iri(Entity entity, LinkedExtraction linked) {
    return linked
        .link(entity)
        .map(link -> iris.entity(link.item()))
        .orElseGet(() -> iris.entity(entity, linked.extraction().article().id()))
        .getURI();
  }

  private ObjectNode statement(Statement statement, LinkedExtraction linked) {
    Span span = statement.span();
    ObjectNode object = place(span, linked.extraction().article().text().substring(span));
    if (statement.parts().size() > 1) {
      ArrayNode parts = object.putArray("parts");
      statement.parts().forEach(part -> parts.addArray().add(part.begin()).add(part.end()));
    }
    object.put("kind", statement.kind().name().toLowerCase(Locale.ROOT));
    object.put("status", statement.status().code());
    statement.cue().ifPresent(cue -> object.put("cue", cue.text()));
    statement.speaker().ifPresent(it -> object.set("speaker", speaker(it, linked)));
    object.put("confidence", statement.confidence());
    statement.quotedText().ifPresent(it -> object.put("quotedText", it));
    statement.saidOn().ifPresent(it -> object.set("saidOn", time(it)));
    return object;
  }

  private ObjectNode report(SpeechActReport report, LinkedExtraction linked) {
    return place(report.span(), report.topic())
        .put("kind", "report")
        .put("status", report.status().code())
        .put("cue", report.cue().text())
        .<ObjectNode>set("speaker", speaker(report.speaker(), linked))
        .put("confidence", report.confidence());
  }

  private ObjectNode speaker(Speaker speaker, LinkedExtraction linked) {
    ObjectNode object = place(speaker.span(), speaker.text()).put("name", speaker.name());
    if (speaker instanceof Speaker.Known known) {
      object.put("iri", iri(known.entity(), linked));
    }
    return object;
  }

  private static ObjectNode time(StatementTime time) {
    return place(time.span(), time.text()).put("value", time.value().toString());
  }

  private static ObjectNode place(Span span, String text) {
    return MAPPER
        .createObjectNode()
        .put("begin", span.begin())
        .put("end", span.end())
        .put("text", text);
  }
}
