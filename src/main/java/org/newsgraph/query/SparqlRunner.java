package org.newsgraph.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

/** Runs SPARQL queries of this program on a database, within limits. */
public final class SparqlRunner {
  private final NewsStore store;
  private final QueryLimits limits;

  /** The result of a SELECT query. */
  public record Rows(Query query, List<Map<String, Node>> rows) {
    /** Returns the text of the query, for users to read and change. */
    public String sparql() {
      return query.serialize();
    }
  }

  public SparqlRunner(NewsStore store, QueryLimits limits) {
    this.store = store;
    this.limits = limits;
  }

  public NewsStore store() {
    return store;
  }

  /** Reads a text, such as a query, from a resource next to a class. */
  public static String resource(Class<?> owner, String name) {
    try (InputStream in = owner.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Runs a SELECT query.
   *
   * @param values values that replace variables of these names; safe against injection
   * @throws RuntimeException if the query exceeds a limit; see {@link QueryLimits}
   */
  public Rows rows(String query, Map<String, Node> values) {
    Query withValues = withValues(query, values);
    return limits.within(
        () -> store.read(dataset -> new Rows(withValues, run(dataset, withValues))));
  }

  /** Returns the text of the query that {@link #rows} would run. */
  public String sparql(String query, Map<String, Node> values) {
    return withValues(query, values).serialize();
  }

  /** Runs a CONSTRUCT query. */
  public Graph graph(String query, Map<String, Node> values) {
    Query withValues = withValues(query, values);
    return limits.within(
        () ->
            store.read(
                dataset -> {
                  try (QueryExec run = execution(dataset, withValues)) {
                    return run.construct();
                  }
                }));
  }

  private List<Map<String, Node>> run(DatasetGraph dataset, Query query) {
    List<Map<String, Node>> rows = new ArrayList<>();
    try (QueryExec run = execution(dataset, query)) {
      run.select().forEachRemaining(binding -> rows.add(row(binding)));
    }
    return rows;
  }

  private QueryExec execution(DatasetGraph dataset, Query query) {
    return limits.execution(QueryExec.dataset(dataset).query(query));
  }

  private static Map<String, Node> row(Binding binding) {
    Map<String, Node> row = new LinkedHashMap<>();
    for (Iterator<Var> vars = binding.vars(); vars.hasNext(); ) {
      Var var = vars.next();
      row.put(var.getVarName(), binding.get(var));
    }
    return row;
  }

  private static Query withValues(String text, Map<String, Node> values) {
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

  /** Writes a node in SPARQL syntax, for lists of values. */
  public static String term(Node node) {
    return FmtUtils.stringForNode(node);
  }
}
