package org.newsgraph.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.newsgraph.article.Span;
import org.newsgraph.extract.Extraction;
import org.newsgraph.extract.Mention;
import org.newsgraph.extract.Speaker;
import org.newsgraph.extract.Statement;
import org.newsgraph.graph.Iris;

/**
 * What was found in an article as one line of JSON: the output of {@code extract}.
 *
 * @param iris the names of things in the graph
 */
record ExtractionJson(Iris iris) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  String line(Extraction extraction) {
    try {
      return MAPPER.writeValueAsString(object(extraction));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree that is no JSON", e);
    }
  }

  private ObjectNode object(Extraction extraction) {
    String id = extraction.article().id();
    ObjectNode object = MAPPER.createObjectNode();
    object.put("id", id);
    extraction.article().metadata().title().ifPresent(title -> object.put("title", title));
    object.put("text", extraction.article().text().toString());
    ArrayNode entities = object.putArray("entities");
    extraction.mentions().forEach(mention -> entities.add(mention(mention, id)));
    ArrayNode statements = object.putArray("statements");
    extraction.statements().forEach(it -> statements.add(statement(it, extraction)));
    return object;
  }

  private ObjectNode mention(Mention mention, String id) {
    String type = mention.entity().type().name();
    return place(mention.span(), mention.text())
        .put("type", type.charAt(0) + type.substring(1).toLowerCase(Locale.ROOT))
        .put("name", mention.entity().name())
        .put("iri", iris.entity(mention.entity(), id).getURI());
  }

  private ObjectNode statement(Statement statement, Extraction extraction) {
    Span span = statement.span();
    ObjectNode object = place(span, extraction.article().text().at(span));
    if (statement.parts().size() > 1) {
      ArrayNode parts = object.putArray("parts");
      statement.parts().forEach(part -> parts.addArray().add(part.begin()).add(part.end()));
    }
    object.put("kind", statement.kind().name().toLowerCase(Locale.ROOT));
    statement.cue().ifPresent(cue -> object.put("cue", cue.words()));
    statement
        .speaker()
        .ifPresent(it -> object.set("speaker", speaker(it, extraction.article().id())));
    return object.put("confidence", statement.confidence());
  }

  private ObjectNode speaker(Speaker speaker, String id) {
    ObjectNode object = place(speaker.span(), speaker.words()).put("name", speaker.name());
    if (speaker instanceof Speaker.Known known) {
      object.put("iri", iris.entity(known.entity(), id).getURI());
    }
    return object;
  }

  private static ObjectNode place(Span span, String text) {
    return MAPPER
        .createObjectNode()
        .put("begin", span.begin())
        .put("end", span.end())
        .put("text", text);
  }
}
