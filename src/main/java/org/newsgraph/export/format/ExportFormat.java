package org.newsgraph.export.format;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.newsgraph.export.Exporter;
import org.newsgraph.export.jsonld.Annotations;
import org.newsgraph.export.jsonld.SchemaOrg;
import org.newsgraph.export.network.Cyjs;
import org.newsgraph.export.network.Gexf;
import org.newsgraph.export.network.GraphMl;
import org.newsgraph.export.network.NetworkExport;
import org.newsgraph.export.rdf.RdfExport;
import org.newsgraph.export.table.CsvFormat;
import org.newsgraph.export.table.Neo4jExport;
import org.newsgraph.export.table.ParquetFormat;
import org.newsgraph.export.table.TableExport;

/** Formats of an export. */
public enum ExportFormat {
  NQUADS("nq|nquads"),
  TRIG("trig"),
  TURTLE("ttl"),
  JSONLD("jsonld"),
  GRAPHML("graphml"),
  GEXF("gexf"),
  CYTOSCAPE("cyjs"),
  NEO4J(""),
  CSV(""),
  PARQUET(""),
  WEBANNOTATION(""),
  SCHEMAORG("");

  private final String endings;

  ExportFormat(String endings) {
    this.endings = endings;
  }

  /** Returns the format that a file name's extension indicates, ignoring .gz and .bz2. */
  public static Optional<ExportFormat> of(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT).replaceFirst("\\.(gz|bz2)$", "");
    return Arrays.stream(values())
        .filter(it -> !it.endings.isEmpty() && name.matches("(?s).*\\.(" + it.endings + ")"))
        .findFirst();
  }

  /** Returns the name on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the exporter that writes this format. */
  public Exporter exporter(ExportOptions options) {
    return switch (this) {
      case NQUADS -> RdfExport.NQUADS;
      case TRIG -> RdfExport.TRIG;
      case TURTLE -> RdfExport.TURTLE;
      case JSONLD -> RdfExport.JSON_LD;
      case GRAPHML -> new NetworkExport(new GraphMl(), options.network());
      case GEXF -> new NetworkExport(new Gexf(), options.network());
      case CYTOSCAPE -> new NetworkExport(new Cyjs(), options.network());
      case NEO4J -> new Neo4jExport();
      case CSV -> new TableExport(new CsvFormat(options.spreadsheet()));
      case PARQUET -> new TableExport(new ParquetFormat());
      case WEBANNOTATION -> new Annotations();
      case SCHEMAORG -> new SchemaOrg();
    };
  }
}
