package org.newsgraph.serve.sparql;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ParameterizedSparqlString;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.util.FmtUtils;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.newsgraph.graph.News;
import org.newsgraph.store.NewsStore;

/** Asks the database for what a page or an answer in JSON needs, within a time. */
public final class SparqlRunner {
  private final NewsStore store;
  private final Duration timeout;

  /** The rows of an answer to a query. */
  public record Rows(Query query, List<Map<String, Node>> rows) {
    /** The query, so that people can go on from it. */
    public String sparql() {
      return query.serialize();
    }
  }

  public SparqlRunner(NewsStore store, Duration timeout) {
    this.store = store;
    this.timeout = timeout;
  }

  public NewsStore store() {
    return store;
  }

  /** A query of ours, from a file beside a class. */
  public static String text(Class<?> owner, String name) {
    try (InputStream in = owner.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What a SELECT gives.
   *
   * @param values what to put in place of {@code ?name}: safely, whatever they hold
   */
  public Rows rows(String query, Map<String, Node> values) {
    Query filled = filled(query, values);
    return store.read(dataset -> new Rows(filled, run(dataset, filled)));
  }

  /** The query that {@link #rows} would ask. */
  public String sparql(String query, Map<String, Node> values) {
    return filled(query, values).serialize();
  }

  /** What a CONSTRUCT gives. */
  public Graph graph(String query, Map<String, Node> values) {
    Query filled = filled(query, values);
    return store.read(
        dataset -> {
          try (QueryExec run = exec(dataset, filled)) {
            return run.construct();
          }
        });
  }

  private List<Map<String, Node>> run(DatasetGraph dataset, Query query) {
    List<Map<String, Node>> rows = new ArrayList<>();
    try (QueryExec run = exec(dataset, query)) {
      run.select().forEachRemaining(binding -> rows.add(row(binding)));
    }
    return rows;
  }

  private QueryExec exec(DatasetGraph dataset, Query query) {
    return QueryExec.dataset(dataset)
        .query(query)
        .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
        .build();
  }

  private static Map<String, Node> row(Binding binding) {
    Map<String, Node> row = new LinkedHashMap<>();
    for (Iterator<Var> vars = binding.vars(); vars.hasNext(); ) {
      Var var = vars.next();
      row.put(var.getVarName(), binding.get(var));
    }
    return row;
  }

  private static Query filled(String text, Map<String, Node> values) {
    ParameterizedSparqlString query = new ParameterizedSparqlString(text);
    query.setNsPrefix("news", News.NAMESPACE);
    query.setNsPrefix("rdfs", RDFS.getURI());
    query.setNsPrefix("skos", SKOS.getURI());
    query.setNsPrefix("dcterms", DCTerms.getURI());
    query.setNsPrefix("prov", "http://www.w3.org/ns/prov#");
    query.setNsPrefix("text", "http://jena.apache.org/text#");
    query.setNsPrefix("xsd", "http://www.w3.org/2001/XMLSchema#");
    values.forEach(query::setParam);
    return query.asQuery();
  }

  /** A node as it stands in SPARQL, for lists of values. */
  public static String term(Node node) {
    return FmtUtils.stringForNode(node);
  }
}
