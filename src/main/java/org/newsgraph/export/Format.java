package org.newsgraph.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.newsgraph.export.rdf.RdfExport;

/** What the graph can be written as. */
public enum Format {
  NQUADS("nq|nquads"),
  TRIG("trig"),
  TURTLE("ttl"),
  JSONLD("jsonld");

  private final String endings;

  Format(String endings) {
    this.endings = endings;
  }

  /** The one that a file's name tells, compression apart. */
  public static Optional<Format> of(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT).replaceFirst("\\.(gz|bz2)$", "");
    return Arrays.stream(values())
        .filter(format -> name.matches("(?s).*\\.(" + format.endings + ")"))
        .findFirst();
  }

  /** As a person types it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What writes it. */
  public Exporter exporter() {
    return switch (this) {
      case NQUADS -> RdfExport.NQUADS;
      case TRIG -> RdfExport.TRIG;
      case TURTLE -> RdfExport.TURTLE;
      case JSONLD -> RdfExport.JSON_LD;
    };
  }
}
