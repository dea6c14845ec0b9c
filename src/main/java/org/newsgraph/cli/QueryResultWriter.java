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
 * Runs a query and writes its answer.
 *
 * @param width how many characters a line of a table may have; empty where it goes to no terminal
 */
record QueryResultWriter(Query query, Format format, OptionalInt width) {
  /** How an answer is written. */
  enum Format {
    table,
    csv,
    tsv,
    json,
    xml,
    ttl
  }

  /**
   * @throws IllegalArgumentException where answers of this query have no such form
   */
  static void require(Query query, Format format) {
    boolean table = query.isSelectType() || query.isAskType();
    if (table && format == Format.ttl) {
      throw new IllegalArgumentException(
          "--results ttl is for CONSTRUCT and DESCRIBE; this query's answer is a table");
    }
    if (!table && (format == Format.csv || format == Format.tsv)) {
      throw new IllegalArgumentException(
          "--results " + format + " is for SELECT and ASK; this query's answer is a graph");
    }
    if (query.isConstructQuad() || query.isJsonType()) {
      throw new IllegalArgumentException("only SELECT, ASK, CONSTRUCT and DESCRIBE can be asked");
    }
  }

  /** Inside a transaction. */
  void write(DatasetGraph dataset, OutputStream stream) {
    PrintStream out = new PrintStream(new BufferedOutputStream(stream), false, UTF_8);
    try (QueryExec run = QueryExec.dataset(dataset).query(query).build()) {
      if (query.isSelectType()) {
        rows(ResultSet.adapt(run.select()), out);
      } else if (query.isAskType()) {
        yesOrNo(run.ask(), out);
      } else {
        graph(query.isConstructType() ? run.construct() : run.describe(), out);
      }
    }
    out.flush();
  }

  private void rows(ResultSet rows, PrintStream out) {
    if (format == Format.table) {
      Table.of(rows, query.getPrefixMapping()).print(out, width);
    } else {
      ResultSetMgr.write(out, rows, lang());
    }
  }

  private void yesOrNo(boolean answer, PrintStream out) {
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
      case table, ttl -> throw new IllegalStateException("not a format of rows: " + format);
    };
  }

  private void graph(Graph graph, PrintStream out) {
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
