package org.newsgraph.serve.linkeddata;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.atlas.web.AcceptList;
import org.apache.jena.atlas.web.MediaType;
import org.apache.jena.fuseki.system.ConNeg;
import org.newsgraph.serve.http.HttpError;
import org.newsgraph.serve.http.Request;

/** The representations of a resource. The first one is the default. */
enum Representation {
  TURTLE("text/turtle", ".ttl"),
  HTML("text/html", ".html"),
  JSON_LD("application/ld+json", ".json"),
  N_TRIPLES("application/n-triples", ".nt"),
  RDF_XML("application/rdf+xml", ".rdf");

  private static final String JSON = "application/json";
  private static final AcceptList SUPPORTED =
      AcceptList.create(
          "text/turtle",
          "text/html",
          "application/ld+json",
          JSON,
          "application/n-triples",
          "application/rdf+xml");

  private final String type;
  private final String extension;

  Representation(String type, String extension) {
    this.type = type;
    this.extension = extension;
  }

  String type() {
    return type;
  }

  /** Returns the file extension of addresses that request this representation: ".ttl". */
  String extension() {
    return extension;
  }

  /** Returns the representation whose extension an address ends with. */
  static Optional<Representation> ofAddress(String address) {
    return Arrays.stream(values()).filter(it -> address.endsWith(it.extension)).findFirst();
  }

  /**
   * Returns the representation that the client prefers, by the header {@code Accept}.
   *
   * @throws HttpError if the client accepts none of the representations
   */
  static Representation preferred(Request request) {
    Optional<String> accept = request.header("Accept").filter(it -> !it.isBlank());
    if (accept.isEmpty()) {
      return TURTLE;
    }
    MediaType match = ConNeg.match(accept.get(), SUPPORTED);
    if (match == null) {
      throw new HttpError(
          406,
          "not acceptable; available as "
              + Arrays.stream(values())
                  .map(Representation::type)
                  .collect(Collectors.joining(", ")));
    }
    String type = match.getContentTypeStr();
    return type.equals(JSON)
        ? JSON_LD
        : Arrays.stream(values()).filter(it -> it.type.equals(type)).findFirst().orElse(TURTLE);
  }
}
