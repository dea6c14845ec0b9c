package org.newsgraph.store.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.text.Entity;
import org.apache.jena.query.text.EntityDefinition;
import org.apache.jena.query.text.TextHit;
import org.apache.jena.query.text.TextIndex;
import org.apache.jena.query.text.TextIndexException;
import org.apache.jena.query.text.TextIndexParseException;
import org.apache.jena.rdf.model.Resource;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;

/**
 * The searching half of a text index: passes each search of {@code text:query} to another index,
 * after checking its arguments. The methods of jena-text that change an index are refused, because
 * only commits of the database may change it.
 */
abstract class DelegatingTextIndex implements TextIndex {
  private static final Pattern REGEX_CHARACTERS = Pattern.compile("[\\\\\\[\\](){}*+?^$]");

  private final EntityDefinition fields;

  DelegatingTextIndex(EntityDefinition fields) {
    this.fields = fields;
  }

  /** Returns the index to search, up to date with the database. */
  abstract TextIndex current();

  @Override
  public final EntityDefinition getDocDef() {
    return fields;
  }

  /**
   * Runs a search.
   *
   * @param highlight options for highlighting, or null
   * @param query query in Lucene's syntax
   * @param limit maximum number of results; 0 for the default
   * @throws QueryException if the options or the query are not valid
   */
  private List<TextHit> search(
      String highlight, String query, int limit, Function<TextIndex, List<TextHit>> search) {
    if (highlight != null && REGEX_CHARACTERS.matcher(highlight).find()) {
      // jena-text uses the marks as a regular expression, which can take exponential time.
      throw refused("the marks for highlighting must not contain any of \\ [ ] ( ) { } * + ? ^ $");
    }
    Optional<String> violation = TextQueryLimits.violation(query, limit);
    if (violation.isPresent()) {
      throw refused(violation.get());
    }
    try {
      return search.apply(current());
    } catch (TextIndexParseException e) {
      throw invalid(query);
    } catch (TextIndexException e) {
      if (e.getCause() instanceof IllegalArgumentException
          || e.getCause() instanceof TooComplexToDeterminizeException
          || e.getCause() instanceof IndexSearcher.TooManyClauses) {
        throw invalid(query);
      }
      throw e;
    }
  }

  private static QueryException invalid(String query) {
    return refused(
        "the text query \""
            + query
            + "\" is not valid in Lucene's query syntax, or too complex. Put text with special"
            + " characters in quotation marks (\"\\\"text\\\"\" in SPARQL), or put a backslash"
            + " before each of them.");
  }

  private static QueryException refused(String reason) {
    // Of the exceptions of queries, the endpoint reports this one as an error of the request.
    return new QueryParseException(reason, -1, -1);
  }

  @Override
  public final List<TextHit> query(
      Node property, String query, String graph, String lang, int limit, String highlight) {
    return search(
        highlight,
        query,
        limit,
        index -> index.query(property, query, graph, lang, limit, highlight));
  }

  @Override
  public final List<TextHit> query(
      Node property, String query, String graph, String lang, int limit) {
    return search(null, query, limit, index -> index.query(property, query, graph, lang, limit));
  }

  @Override
  public final List<TextHit> query(Node property, String query, String graph, String lang) {
    return search(null, query, 0, index -> index.query(property, query, graph, lang));
  }

  @Override
  public final List<TextHit> query(
      List<Resource> properties,
      String query,
      String graph,
      String lang,
      int limit,
      String highlight) {
    return search(
        highlight,
        query,
        limit,
        index -> index.query(properties, query, graph, lang, limit, highlight));
  }

  @Override
  public final List<TextHit> query(
      Node subject,
      List<Resource> properties,
      String query,
      String graph,
      String lang,
      int limit,
      String highlight) {
    return search(
        highlight,
        query,
        limit,
        index -> index.query(subject, properties, query, graph, lang, limit, highlight));
  }

  @Override
  public final List<TextHit> query(
      String subject,
      List<Resource> properties,
      String query,
      String graph,
      String lang,
      int limit,
      String highlight) {
    return search(
        highlight,
        query,
        limit,
        index -> index.query(subject, properties, query, graph, lang, limit, highlight));
  }

  @Override
  public final Map<String, Node> get(String uri) {
    return current().get(uri);
  }

  @Override
  public final void prepareCommit() {
    throw notByCommit();
  }

  @Override
  public final void commit() {
    throw notByCommit();
  }

  @Override
  public final void rollback() {
    throw notByCommit();
  }

  @Override
  public final void addEntity(Entity entity) {
    throw notByCommit();
  }

  @Override
  public final void updateEntity(Entity entity) {
    throw notByCommit();
  }

  @Override
  public final void deleteEntity(Entity entity) {
    throw notByCommit();
  }

  private static UnsupportedOperationException notByCommit() {
    return new UnsupportedOperationException(
        "the text index is updated by commits of the database only");
  }
}
