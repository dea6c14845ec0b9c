package org.newsgraph.export.format;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.newsgraph.export.DatasetSubset;
import org.newsgraph.export.Destination;
import org.newsgraph.export.Exporter;
import org.newsgraph.export.rdf.RdfExport;
import org.newsgraph.export.table.CsvFormat;

/**
 * Exports the result of a query: the triples of a CONSTRUCT or DESCRIBE as RDF, the rows of a
 * SELECT as CSV.
 *
 * @param query the query
 * @param format format of the result
 * @param options options of the format
 */
public record SelectExport(Query query, ExportFormat format, ExportOptions options)
    implements Exporter {
  /**
   * Checks that the query fits the format.
   *
   * @throws IllegalArgumentException if it does not
   */
  public SelectExport {
    boolean rows = query.isSelectType();
    boolean triples =
        (query.isConstructType() && !query.isConstructQuad()) || query.isDescribeType();
    if (!rows && !triples) {
      throw new IllegalArgumentException(
          "--select requires a SELECT, CONSTRUCT (of triples) or DESCRIBE query");
    }
    if (rows && format != ExportFormat.CSV) {
      throw new IllegalArgumentException(
          "the rows of a SELECT can only be written as csv, not as " + format);
    }
    if (triples && !(format.exporter(options) instanceof RdfExport)) {
      throw new IllegalArgumentException(
          "the triples of a query can only be written as nquads, trig, turtle or jsonld, not as "
              + format);
    }
  }

  @Override
  public void write(DatasetSubset subset, Destination to) {
    try (QueryExec run = QueryExec.dataset(subset.dataset()).query(query).build()) {
      if (query.isSelectType()) {
        to.file(out -> rows(run.select(), out));
      } else if (format.exporter(options) instanceof RdfExport rdf) {
        rdf.triples(query.isConstructType() ? run::constructTriples : run::describeTriples, to);
      }
    }
  }

  private void rows(RowSet rows, OutputStream out) throws IOException {
    List<String> names = query.getResultVars();
    CsvFormat format = new CsvFormat(options.spreadsheet());
    try (CsvWriter csv = format.csv(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
      csv.writeRecord(names);
      rows.forEachRemaining(
          row ->
              csv.writeRecord(names.stream().map(it -> format.cell(text(row.get(it)))).toList()));
    }
  }

  private static String text(Node value) {
    if (value == null) {
      return null;
    }
    return value.isLiteral() ? value.getLiteralLexicalForm() : value.toString();
  }
}
