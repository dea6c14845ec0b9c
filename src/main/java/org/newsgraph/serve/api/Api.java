package org.newsgraph.serve.api;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.newsgraph.article.Article;
import org.newsgraph.graph.Iris;
import org.newsgraph.query.SparqlRunner;
import org.newsgraph.query.TextQuery;
import org.newsgraph.query.entity.EntityCounts;
import org.newsgraph.query.entity.EntityLookup;
import org.newsgraph.query.entity.EntityProfile;
import org.newsgraph.query.entity.EntitySearch;
import org.newsgraph.query.statement.PageRequest;
import org.newsgraph.query.statement.ReportPage;
import org.newsgraph.query.statement.ReportSearch;
import org.newsgraph.query.statement.StatementFilter;
import org.newsgraph.query.statement.StatementPage;
import org.newsgraph.query.statement.StatementSearch;
import org.newsgraph.serve.http.HttpError;
import org.newsgraph.serve.http.Reply;
import org.newsgraph.serve.http.Request;
import org.newsgraph.serve.http.Route;

/** The handlers of the JSON API. */
public final class Api {
  private static final int MAX_LIMIT = 100;
  private static final int MAX_OFFSET = 10_000;

  private static final String ARTICLES =
      """
      SELECT DISTINCT ?article ?id ?title ?issued {
        { (?article ?score) text:query (dcterms:title ?words %1$d) }
        UNION { (?article ?score) text:query (news:text ?words %1$d) }
        ?article dcterms:identifier ?id ; rdfs:label ?title
        OPTIONAL { ?article dcterms:issued ?issued } }
      LIMIT %1$d
      """;

  /**
   * An equivalent of {@link EntityProfile} and {@link EntityCounts} for users. It counts rows
   * instead of distinct values: no row is repeated, and DISTINCT would read all nodes.
   */
  private static final String ENTITY =
      """
      SELECT DISTINCT ?property ?value {
        { VALUES ?property { rdfs:label skos:altLabel <http://www.w3.org/2002/07/owl#sameAs>
              <https://schema.org/sameAs> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> }
          ?entity ?property ?value }
        UNION { ?entity news:hasRole/news:roleText ?value BIND("role" AS ?property) }
        UNION { { SELECT (COUNT(*) AS ?value) { ?s news:speaker ?entity ; a news:Statement ; news:reportStatus news:Said } }
                BIND("statements" AS ?property) }
        UNION { { SELECT (COUNT(*) AS ?value) { ?s news:about ?entity ; a news:Statement ; news:reportStatus news:Said } }
                BIND("statementsAbout" AS ?property) }
        UNION { { SELECT (COUNT(*) AS ?value) { ?a a news:Article ; news:mentions ?entity } }
                BIND("articles" AS ?property) }
      } ORDER BY ?property ?value
      """;

  private static final String ARTICLE =
      """
      SELECT ?property ?value {
        VALUES ?property { dcterms:title dcterms:creator dcterms:publisher dcterms:issued
                           dcterms:source dcterms:language news:text }
        ?article ?property ?value }
      ORDER BY ?property ?value
      """;

  private static final String MENTIONS =
      """
      SELECT DISTINCT ?entity ?name ?exact ?begin ?end {
        GRAPH ?article {
          ?article news:mention ?mention .
          ?mention news:refersTo ?entity ; news:exact ?exact ; news:begin ?begin ; news:end ?end .
          ?entity rdfs:label ?name } }
      ORDER BY ?begin
      """;

  private final SparqlRunner lookup;
  private final Iris iris;
  private final EntityLookup names;
  private final EntitySearch entities;
  private final StatementSearch statements;
  private final ReportSearch reports;
  private final Optional<ArticleIntake> intake;

  /**
   * @param intake adds articles; empty if this server does not support it
   */
  public Api(SparqlRunner lookup, StatementSearch statements, Optional<ArticleIntake> intake) {
    this.lookup = lookup;
    this.iris = lookup.store().iris();
    this.names = new EntityLookup(lookup);
    this.entities = new EntitySearch(lookup);
    this.statements = statements;
    this.reports = statements.reports();
    this.intake = intake;
  }

  /** Returns the routes of the API, except webhooks and the network data of the explorer. */
  public List<Route> routes() {
    return List.of(
        Route.get("/api", this::describe),
        Route.get("/api/search", this::search),
        Route.get("/api/statements", this::statements),
        Route.get("/api/reports", this::reports),
        Route.get("/api/entities/*", this::entity),
        Route.get("/api/articles/*", this::article),
        Route.edit("POST", "/api/articles", this::add),
        Route.edit("DELETE", "/api/articles/*", this::delete));
  }

  /** Returns the OpenAPI description of the API. */
  public Reply describe(Request request) {
    String text = SparqlRunner.resource(Api.class, "openapi.json");
    return Reply.of(
            "application/json; charset=utf-8",
            text.replace("{{server}}", request.baseUrl().replaceFirst("/$", "")))
        .tagged();
  }

  /** Finds entities, statements and articles that contain the words. */
  public Reply search(Request request) {
    String words = request.parameter("q").orElseThrow(() -> HttpError.badRequest("q is missing"));
    int limit = request.intParameter("limit", 10, 1, MAX_LIMIT);
    List<EntitySearch.Found> found = entities.find(words, "", limit);
    StatementPage said = statements.find(filter(words), PageRequest.of(limit, 0).withContexts());
    SparqlRunner.Rows articles =
        lookup.rows(ARTICLES.formatted(limit), Map.of("words", TextQuery.all(words)));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("entities", found.stream().map(this::summary).toList());
    answer.put("statements", said.statements().stream().map(StatementJson::of).toList());
    answer.put("articles", articles.rows().stream().map(Api::rowObject).toList());
    answer.put(
        "sparql", List.of(entities.sparql(words, "", limit), said.sparql(), articles.sparql()));
    return Reply.json(answer);
  }

  private Map<String, Object> summary(EntitySearch.Found found) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("id", found.entity().getURI());
    object.put("name", found.name());
    object.put("types", found.types());
    object.put("otherNames", found.names().stream().skip(1).toList());
    return object;
  }

  /** Returns an entity by its name or IRI. */
  public Reply entity(Request request) {
    return Reply.json(entityOf(request.pathTail())).tagged();
  }

  /** Returns an entity by its name or IRI, as a JSON object. */
  public Map<String, Object> entityOf(String name) {
    List<Node> meant = names.find(name);
    if (meant.isEmpty()) {
      throw HttpError.notFound("entity \"" + name + "\"");
    }
    Node entity = meant.get(0);
    EntityProfile profile =
        lookup.store().read(dataset -> EntityProfile.of(lookup.store(), dataset, entity));
    EntityCounts counts = lookup.store().read(dataset -> EntityCounts.of(dataset, entity));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("id", entity.getURI());
    answer.put("name", profile.name());
    answer.put("types", profile.types());
    answer.put("otherNames", profile.otherNames());
    answer.put("roles", profile.roleTexts().stream().sorted().toList());
    answer.put("sameAs", profile.sameAs().stream().map(Node::getURI).toList());
    answer.put("statements", counts.statements());
    answer.put("statementsAbout", counts.statementsAbout());
    answer.put("articles", counts.articles());
    if (meant.size() > 1) {
      answer.put("othersOfThisName", meant.stream().skip(1).map(Node::getURI).toList());
    }
    answer.put("sparql", lookup.sparql(ENTITY, Map.of("entity", entity)));
    return answer;
  }

  private static StatementFilter filter(String words) {
    return StatementFilter.all().with(StatementFilter.Field.TERMS, words);
  }

  /** Returns the statements that match a filter. */
  public Reply statements(Request request) {
    StatementPage page =
        statements.find(
            StatementFilter.of(request::textParameter), pageRequest(request).withContexts());
    List<Map<String, Object>> found = page.statements().stream().map(StatementJson::of).toList();
    return page("statements", found, page.next(), page.sparql());
  }

  /** Returns the reports of speech acts that match a filter. */
  public Reply reports(Request request) {
    ReportPage page =
        reports.find(StatementFilter.of(request::textParameter), pageRequest(request));
    List<Map<String, Object>> found = page.reports().stream().map(StatementJson::of).toList();
    return page("reports", found, page.next(), page.sparql());
  }

  private static PageRequest pageRequest(Request request) {
    return PageRequest.of(
        request.intParameter("limit", 20, 1, MAX_LIMIT),
        request.intParameter("offset", 0, 0, MAX_OFFSET));
  }

  /** Returns a page of results, with the offset of the next page if there is one. */
  private static Reply page(
      String name, List<Map<String, Object>> found, Optional<Integer> next, String sparql) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put(name, found);
    next.filter(it -> it <= MAX_OFFSET).ifPresent(it -> answer.put("nextOffset", it));
    answer.put("sparql", sparql);
    return Reply.json(answer);
  }

  /** Returns an article with its mentions, statements and reports. */
  public Reply article(Request request) {
    return Reply.json(article(request.pathTail())).tagged();
  }

  /** Returns an article with its mentions, statements and reports, as a JSON object. */
  public Map<String, Object> article(String id) {
    Node article = iris.parseArticle(id);
    SparqlRunner.Rows rows = lookup.rows(ARTICLE, Map.of("article", article));
    Map<String, List<String>> values = values(rows);
    if (values.isEmpty()) {
      throw HttpError.notFound("article \"" + id + "\"");
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("id", iris.articleId(article));
    answer.put("iri", article.getURI());
    first(values, "title").ifPresent(it -> answer.put("title", it));
    answer.put("authors", values.getOrDefault("creator", List.of()));
    first(values, "publisher").ifPresent(it -> answer.put("publisher", it));
    first(values, "issued").ifPresent(it -> answer.put("published", it));
    first(values, "source").ifPresent(it -> answer.put("url", it));
    first(values, "language").ifPresent(it -> answer.put("language", it));
    answer.put("text", first(values, "text").orElse(""));
    SparqlRunner.Rows named = lookup.rows(MENTIONS, Map.of("article", article));
    answer.put("mentions", named.rows().stream().map(Api::rowObject).toList());
    answer.put(
        "statements", statements.ofArticle(article).stream().map(StatementJson::of).toList());
    answer.put("reports", reports.ofArticle(article).stream().map(StatementJson::of).toList());
    answer.put("sparql", List.of(rows.sparql(), named.sparql()));
    return answer;
  }

  /** Adds articles to the database, and returns them with their extracted facts. */
  public Reply add(Request request) throws java.io.IOException {
    ArticleIntake into =
        intake.orElseThrow(
            () -> new HttpError(501, "this server does not support adding articles"));
    ArticleRequest sent = ArticleRequest.read(request);
    List<Map<String, Object>> added = new ArrayList<>();
    for (Article article : sent.articles()) {
      into.add(article);
      added.add(article(iris.article(article.id()).getURI()));
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("articles", added);
    answer.put("problems", sent.problems());
    Reply reply = Reply.json(answer).withStatus(sent.isComplete() ? 201 : 207);
    return added.size() == 1
        ? reply.with("Location", "/api/articles/" + location(sent.articles().get(0)))
        : reply;
  }

  /** Returns the part of an article's address after its type, in ASCII. */
  private String location(Article article) {
    String type = iris.base() + "article/";
    String ascii = URI.create(iris.article(article.id()).getURI()).toASCIIString();
    return ascii.substring(URI.create(type).toASCIIString().length());
  }

  /** Deletes an article. */
  public Reply delete(Request request) {
    if (!lookup.store().delete(request.pathTail())) {
      throw HttpError.notFound("article \"" + request.pathTail() + "\"");
    }
    return Reply.empty(204);
  }

  private static Map<String, Object> rowObject(Map<String, Node> row) {
    Map<String, Object> object = new LinkedHashMap<>();
    row.forEach((name, node) -> object.put(name, value(node)));
    return object;
  }

  private static Object value(Node node) {
    if (!node.isLiteral()) {
      return node.toString();
    }
    Object value = node.getLiteralValue();
    return value instanceof Integer ? value : node.getLiteralLexicalForm();
  }

  private static Map<String, List<String>> values(SparqlRunner.Rows rows) {
    return rows.rows().stream()
        .filter(row -> row.get("value") != null)
        .collect(
            Collectors.groupingBy(
                row -> property(row.get("property")),
                LinkedHashMap::new,
                Collectors.mapping(
                    row -> value(row.get("value")).toString(), Collectors.toList())));
  }

  private static String property(Node node) {
    return node.isLiteral()
        ? node.getLiteralLexicalForm()
        : node.getURI().replaceFirst(".*[#/]", "");
  }

  private static Optional<String> first(Map<String, List<String>> values, String name) {
    return values.getOrDefault(name, List.of()).stream().findFirst();
  }
}
