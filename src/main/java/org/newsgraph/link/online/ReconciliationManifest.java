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
 * Service manifest of a reconciliation service, as in the <a
 * href="https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/">protocol
 * 0.2</a>.
 *
 * @param name display name of the service
 * @param identifierSpace IRI prefix of the identifiers of entities
 * @param schemaSpace IRI prefix of the properties
 * @param view URL template of an entity's web page, with {@code {{id}}} for its identifier
 * @param batchSize maximum number of queries in one request
 * @param extend whether the service supports data extension, which returns properties of entities
 */
record ReconciliationManifest(
    String name,
    String identifierSpace,
    String schemaSpace,
    Optional<String> view,
    int batchSize,
    boolean extend) {
  /** Batch size for services that do not state one; most of them accept it. */
  private static final int DEFAULT_BATCH_SIZE = 10;

  private static final String ID = "{{id}}";

  /**
   * Parses a manifest.
   *
   * @throws IOException if the response is not a manifest
   * @throws KnowledgeBaseException if the service supports only other versions of the protocol
   */
  static ReconciliationManifest of(JsonNode json) throws IOException {
    for (String needed : List.of("name", "identifierSpace", "schemaSpace")) {
      if (!json.path(needed).isTextual()) {
        throw new IOException(
            "the response does not describe a reconciliation service: it lacks " + needed);
      }
    }
    // The first version had no version numbers, but the same requests and responses.
    List<String> versions = new ArrayList<>();
    json.path("versions").forEach(it -> versions.add(it.asText()));
    if (!versions.isEmpty() && !versions.contains("0.2") && !versions.contains("0.1")) {
      throw new KnowledgeBaseException(
          json.path("name").asText()
              + ": the service speaks version "
              + String.join(", ", versions)
              + " of the reconciliation protocol; only 0.1 and 0.2 are supported");
    }
    String view = json.path("view").path("url").asText();
    return new ReconciliationManifest(
        json.path("name").asText(),
        json.path("identifierSpace").asText(),
        json.path("schemaSpace").asText(),
        view.contains(ID) ? Optional.of(view) : Optional.empty(),
        Math.max(1, Math.min(50, json.path("batchSize").asInt(DEFAULT_BATCH_SIZE))),
        json.path("extend").isObject());
  }

  /** Tests whether the entities are those of Wikidata. */
  boolean identifiesAsWikidata() {
    return isWikidata(identifierSpace);
  }

  /** Tests whether the properties are those of Wikidata. */
  boolean describesAsWikidata() {
    return isWikidata(schemaSpace);
  }

  private static boolean isWikidata(String space) {
    return space.matches("https?://(www\\.)?wikidata\\.org/(entity|wiki|prop/direct|prop)/?.*");
  }

  /** Returns the IRI of an entity; empty if its identifier does not form a valid one. */
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
