package org.newsgraph.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.OptionalInt;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.query.ResultSet;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.ResultSetMgr;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;

/**
 * A query and the format in which its result is written.
 *
 * @param width maximum width of a table, in characters; empty if the output is not a terminal
 */
record QueryResultWriter(Query query, Format format, OptionalInt width) {
  /** Format of a result. */
  enum Format {
    table,
    csv,
    tsv,
    json,
    xml,
    ttl
  }

  /**
   * Checks that the result of a query can be written in a format.
   *
   * @throws IllegalArgumentException if it cannot
   */
  static void checkFormat(Query query, Format format) {
    boolean table = query.isSelectType() || query.isAskType();
    if (table && format == Format.ttl) {
      throw new IllegalArgumentException(
          "--results ttl is for CONSTRUCT and DESCRIBE; the result of this query is a table");
    }
    if (!table && (format == Format.csv || format == Format.tsv)) {
      throw new IllegalArgumentException(
          "--results " + format + " is for SELECT and ASK; the result of this query is a graph");
    }
    if (query.isConstructQuad() || query.isJsonType()) {
      throw new IllegalArgumentException(
          "unsupported query form; use SELECT, ASK, CONSTRUCT or DESCRIBE");
    }
  }

  /** Runs the query and writes its result. Must be called in a transaction. */
  void write(DatasetGraph dataset, OutputStream stream) {
    PrintStream out = new PrintStream(new BufferedOutputStream(stream), false, UTF_8);
    try (QueryExec run = QueryExec.dataset(dataset).query(query).build()) {
      if (query.isSelectType()) {
        writeRows(ResultSet.adapt(run.select()), out);
      } else if (query.isAskType()) {
        writeBoolean(run.ask(), out);
      } else {
        writeGraph(query.isConstructType() ? run.construct() : run.describe(), out);
      }
    }
    out.flush();
  }

  private void writeRows(ResultSet rows, PrintStream out) {
    if (format == Format.table) {
      Table.of(rows, query.getPrefixMapping()).print(out, width);
    } else {
      ResultSetMgr.write(out, rows, lang());
    }
  }

  private void writeBoolean(boolean answer, PrintStream out) {
    if (format == Format.table) {
      out.println(answer ? "yes" : "no");
    } else {
      ResultSetMgr.write(out, answer, lang());
    }
  }

  private Lang lang() {
    return switch (format) {
      case csv -> ResultSetLang.RS_CSV;
      case tsv -> ResultSetLang.RS_TSV;
      case json -> ResultSetLang.RS_JSON;
      case xml -> ResultSetLang.RS_XML;
      case table, ttl -> throw new IllegalStateException("not a format for rows: " + format);
    };
  }

  private void writeGraph(Graph graph, PrintStream out) {
    graph.getPrefixMapping().setNsPrefixes(query.getPrefixMapping());
    Lang lang =
        switch (format) {
          case json -> Lang.JSONLD;
          case xml -> Lang.RDFXML;
          default -> Lang.TURTLE;
        };
    RDFDataMgr.write(out, graph, lang);
  }
}
