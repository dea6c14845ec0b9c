package org.newsgraph.link.online;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.newsgraph.link.Item;
import org.newsgraph.link.KnowledgeBaseException;

/**
 * What a reconciliation service says of itself, by the <a
 * href="https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/">protocol
 * 0.2</a>.
 *
 * @param name as people know it
 * @param identifierSpace what its identifiers are relative to
 * @param schemaSpace what its properties are relative to
 * @param view where a person reads of an entity, with {@code {{id}}} for its identifier
 * @param batchSize how many questions it takes at once
 * @param extend whether it tells properties of entities
 */
record Manifest(
    String name,
    String identifierSpace,
    String schemaSpace,
    Optional<String> view,
    int batchSize,
    boolean extend) {
  /** What most services bear; few say how many questions they take at once. */
  private static final int USUAL_BATCH = 10;

  private static final String ID = "{{id}}";

  /**
   * Reads it.
   *
   * @throws IOException where the answer is no manifest
   * @throws KnowledgeBaseException where the service speaks other versions only
   */
  static Manifest of(JsonNode json) throws IOException {
    for (String needed : List.of("name", "identifierSpace", "schemaSpace")) {
      if (!json.path(needed).isTextual()) {
        throw new IOException("it does not describe a reconciliation service: no " + needed);
      }
    }
    // The first version had no numbers, and the same questions and answers.
    List<String> versions = new ArrayList<>();
    json.path("versions").forEach(it -> versions.add(it.asText()));
    if (!versions.isEmpty() && !versions.contains("0.2") && !versions.contains("0.1")) {
      throw new KnowledgeBaseException(
          json.path("name").asText()
              + ": it speaks version "
              + String.join(", ", versions)
              + " of the reconciliation protocol; we speak 0.2");
    }
    String view = json.path("view").path("url").asText();
    return new Manifest(
        json.path("name").asText(),
        json.path("identifierSpace").asText(),
        json.path("schemaSpace").asText(),
        view.contains(ID) ? Optional.of(view) : Optional.empty(),
        Math.max(1, Math.min(50, json.path("batchSize").asInt(USUAL_BATCH))),
        json.path("extend").isObject());
  }

  /** Whether its entities are Wikidata's. */
  boolean identifiesAsWikidata() {
    return isWikidata(identifierSpace);
  }

  /** Whether its properties are Wikidata's. */
  boolean describesAsWikidata() {
    return isWikidata(schemaSpace);
  }

  private static boolean isWikidata(String space) {
    return space.matches("https?://(www\\.)?wikidata\\.org/(entity|wiki|prop/direct|prop)/?.*");
  }

  /** The IRI of an entity; nothing where its identifier makes none. */
  Optional<String> iri(String id) {
    if (identifiesAsWikidata()) {
      return Claims.isItem(id) ? Optional.of(Item.WIKIDATA + id) : Optional.empty();
    }
    if (id.startsWith("http://") || id.startsWith("https://")) {
      return absolute(id);
    }
    String encoded = URLEncoder.encode(id, UTF_8).replace("+", "%20").replace("%2F", "/");
    Optional<String> page = view.flatMap(it -> absolute(it.replace(ID, encoded)));
    if (identifierSpace.matches("\\w+:.*[/#:=]")) {
      return absolute(identifierSpace + encoded).or(() -> page);
    }
    return page.isPresent() ? page : absolute(identifierSpace + "/" + encoded);
  }

  private static Optional<String> absolute(String iri) {
    try {
      return new URI(iri).isAbsolute() ? Optional.of(iri) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
