package org.newsgraph.serve.mcp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.newsgraph.query.SparqlRunner;
import org.newsgraph.query.entity.EntitySearch;
import org.newsgraph.query.statement.PageRequest;
import org.newsgraph.query.statement.StatementFilter;
import org.newsgraph.query.statement.StatementPage;
import org.newsgraph.query.statement.StatementSearch;
import org.newsgraph.query.statement.StatementView;
import org.newsgraph.serve.api.Api;
import org.newsgraph.serve.api.StatementJson;
import org.newsgraph.serve.http.HttpError;
import org.newsgraph.serve.sparql.BoundedQuery;

/** Defines the tools for assistants: search, entity, statements, article, sparql. */
final class McpTools {
  private static final int MAX_LIMIT = 50;
  private static final int MAX_ROWS = 200;
  private static final String LIMIT = "maximum number of results, up to " + MAX_LIMIT;

  private final Api api;
  private final EntitySearch entities;
  private final StatementSearch statements;
  private final BoundedQuery query;

  McpTools(SparqlRunner lookup, StatementSearch statements, Api api, BoundedQuery query) {
    this.api = api;
    this.entities = new EntitySearch(lookup);
    this.statements = statements;
    this.query = query;
  }

  List<McpTool> all() {
    return List.of(
        new McpTool(
            "search",
            "Finds people, organisations, places and statements in the news by words.",
            ordered("words", "words to search for", "limit", LIMIT),
            List.of("words"),
            this::search),
        new McpTool(
            "entity",
            "Describes a person, an organisation or a place: names, roles, number of statements.",
            ordered("name", "name or IRI of the entity"),
            List.of("name"),
            arguments -> api.entityOf(text(arguments, "name"))),
        new McpTool(
            "statements",
            "Finds statements by speaker, role, topic, source, date, kind and words. Each statement has a"
                + " citation; include it, so that readers can check the statement.",
            ordered(
                "speaker", "name or IRI of the speaker",
                "role", "role or party of the speaker, such as minister",
                "about", "name or IRI of an entity that the statement mentions",
                "source", "name of the publisher",
                "from", "first day of publication, such as 2016-10-13",
                "to", "last day of publication",
                "kind", "direct (word for word), mixed or indirect",
                "status", "said (default), not-said, to-be-said, asked, hearsay or all",
                "words", "words of the statement",
                "order", "newest (default), oldest, surest, unsurest or speaker",
                "limit", LIMIT),
            List.of(),
            this::statements),
        new McpTool(
            "article",
            "Returns an article's text with its mentions, statements and reports of speech acts, and"
                + " their offsets.",
            ordered("id", "id or IRI of the article"),
            List.of("id"),
            arguments -> api.article(text(arguments, "id"))),
        new McpTool(
            "sparql",
            "Runs a read-only SPARQL 1.1 query and returns up to "
                + MAX_ROWS
                + " rows. Prefix news: is https://w3id.org/newsgraph/ontology#; classes"
                + " news:Article, news:Person, news:Organisation, news:Place, news:Statement,"
                + " news:SpeechActReport, news:Role; properties news:speaker, news:content,"
                + " news:quotedText, news:saidOn, news:topic, news:cue, news:reportStatus (news:Said"
                + " for what was said), news:about, news:statement, news:report, news:mentions,"
                + " news:hasRole, news:roleText, news:begin, news:end, rdfs:label.",
            ordered("query", "SELECT, ASK, CONSTRUCT or DESCRIBE"),
            List.of("query"),
            arguments -> query.run(text(arguments, "query"), MAX_ROWS)));
  }

  private Object search(Map<String, Object> arguments) {
    String words = text(arguments, "words");
    StatementFilter filter = StatementFilter.all().with(StatementFilter.Field.TERMS, words);
    return ordered(
        "entities",
        entities.find(words, "", limit(arguments)).stream()
            .map(it -> ordered("id", it.entity().getURI(), "name", it.name(), "types", it.types()))
            .toList(),
        "statements",
        cited(statements.find(filter, pageRequest(arguments))));
  }

  private Object statements(Map<String, Object> arguments) {
    StatementFilter filter =
        StatementFilter.of(name -> optional(arguments, name.equals("q") ? "words" : name));
    StatementPage page = statements.find(filter, pageRequest(arguments));
    boolean more = page.next().isPresent();
    return ordered("statements", cited(page), "more", more, "sparql", page.sparql());
  }

  private static List<Map<String, Object>> cited(StatementPage page) {
    return page.statements().stream()
        .map(
            it -> {
              Map<String, Object> object = new LinkedHashMap<>(StatementJson.of(it));
              object.put("citation", citation(it));
              return object;
            })
        .toList();
  }

  /** Returns a citation: the article, its date, the statement's offsets and its IRI. */
  private static String citation(StatementView it) {
    return "\""
        + it.title()
        + "\""
        + (it.article().issued().isEmpty() ? "" : ", " + it.article().issued())
        + ", characters "
        + it.begin()
        + " to "
        + it.end()
        + ": "
        + it.iri().getURI();
  }

  private static PageRequest pageRequest(Map<String, Object> arguments) {
    return PageRequest.of(limit(arguments), 0).withContexts();
  }

  private static int limit(Map<String, Object> arguments) {
    return arguments.get("limit") instanceof Number number
        ? Math.max(1, Math.min(MAX_LIMIT, number.intValue()))
        : 10;
  }

  private static String text(Map<String, Object> arguments, String name) {
    String value = optional(arguments, name);
    if (value.isBlank()) {
      throw HttpError.badRequest(name + " is missing");
    }
    return value;
  }

  private static String optional(Map<String, Object> arguments, String name) {
    Object value = arguments.get(name);
    return value == null ? "" : value.toString().strip();
  }

  /** Returns a map in the order of the entries, which are alternating names and values. */
  @SuppressWarnings("unchecked")
  private static <T> Map<String, T> ordered(Object... entries) {
    Map<String, T> map = new LinkedHashMap<>();
    for (int i = 0; i < entries.length; i += 2) {
      map.put((String) entries[i], (T) entries[i + 1]);
    }
    return map;
  }
}
