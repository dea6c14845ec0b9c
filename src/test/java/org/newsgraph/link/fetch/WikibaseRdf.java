package org.newsgraph.link.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.newsgraph.link.Fact;

/** The RDF that Wikibase exports for an item in its JSON, as far as a fetch asks for it. */
final class WikibaseRdf {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String WIKIDATA = "http://www.wikidata.org/";
  private static final String WIKIBASE = "http://wikiba.se/ontology#";
  private static final String SCHEMA = "http://schema.org/";
  private static final String WKT = "http://www.opengis.net/ont/geosparql#wktLiteral";

  private static final Set<String> REQUESTED =
      Stream.concat(
              Stream.of("P31", "P279"), Arrays.stream(Fact.Property.values()).map(it -> it.id()))
          .collect(Collectors.toSet());

  private final StreamRDF out;

  WikibaseRdf(StreamRDF out) {
    this.out = out;
  }

  /** Returns the items of a JSON dump with one item per line. */
  static List<JsonNode> items(String dump) {
    return dump.lines()
        .filter(it -> it.startsWith("{"))
        .map(it -> it.endsWith(",") ? it.substring(0, it.length() - 1) : it)
        .map(WikibaseRdf::json)
        .toList();
  }

  static JsonNode json(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new IllegalArgumentException(line, e);
    }
  }

  static Node item(String id) {
    return NodeFactory.createURI(WIKIDATA + "entity/" + id);
  }

  void write(JsonNode item) {
    Node subject = item(item.path("id").asText());
    texts(subject, RDFS.label.asNode(), item.path("labels"));
    texts(subject, uri(SCHEMA + "description"), item.path("descriptions"));
    item.path("aliases")
        .forEach(
            language ->
                language.forEach(
                    each ->
                        text(subject, uri("http://www.w3.org/2004/02/skos/core#altLabel"), each)));
    int statements = 0;
    for (var property : item.path("claims").properties()) {
      statements += property.getValue().size();
      if (REQUESTED.contains(property.getKey())) {
        claims(subject, property.getKey(), property.getValue());
      }
    }
    add(subject, uri(WIKIBASE + "statements"), number(statements));
    add(subject, uri(WIKIBASE + "sitelinks"), number(item.path("sitelinks").size()));
    item.path("sitelinks").forEach(link -> sitelink(subject, link));
    String modified = item.path("modified").asText("2026-01-01T00:00:00Z");
    add(subject, uri(SCHEMA + "dateModified"), dateTime(modified));
  }

  private void texts(Node subject, Node predicate, JsonNode languages) {
    languages.forEach(each -> text(subject, predicate, each));
  }

  private void text(Node subject, Node predicate, JsonNode text) {
    String language = text.path("language").asText();
    add(subject, predicate, NodeFactory.createLiteralLang(text.path("value").asText(), language));
  }

  private void sitelink(Node subject, JsonNode link) {
    String site =
        "https://" + link.path("site").asText().replaceFirst("wiki$", "") + ".wikipedia.org/";
    String title = link.path("title").asText().replace(' ', '_');
    Node page = uri(site + "wiki/" + URLEncoder.encode(title, UTF_8).replace("%2B", "+"));
    add(page, uri(SCHEMA + "about"), subject);
    add(page, uri(SCHEMA + "isPartOf"), uri(site));
  }

  private void claims(Node subject, String property, JsonNode claims) {
    boolean preferred = ranked(claims, "preferred").findAny().isPresent();
    List<JsonNode> best = ranked(claims, preferred ? "preferred" : "normal").toList();
    for (JsonNode claim : claims) {
      JsonNode data = claim.path("mainsnak").path("datavalue");
      Node statement = NodeFactory.createBlankNode();
      boolean isBest = best.contains(claim);
      if (isBest) {
        add(statement, RDF.type.asNode(), uri(WIKIBASE + "BestRank"));
        add(subject, uri(WIKIDATA + "prop/direct/" + property), value(property, data));
      }
      if (data.path("type").asText().equals("time")) {
        Node node = NodeFactory.createBlankNode();
        add(subject, uri(WIKIDATA + "prop/" + property), statement);
        add(statement, uri(WIKIDATA + "prop/statement/value/" + property), node);
        add(node, uri(WIKIBASE + "timeValue"), value(property, data));
        add(
            node,
            uri(WIKIBASE + "timePrecision"),
            number(data.path("value").path("precision").asInt()));
      }
    }
  }

  private static Stream<JsonNode> ranked(JsonNode claims, String rank) {
    return StreamSupport.stream(claims.spliterator(), false)
        .filter(it -> it.path("rank").asText().equals(rank));
  }

  private static Node value(String property, JsonNode data) {
    JsonNode value = data.path("value");
    return switch (data.path("type").asText()) {
      case "wikibase-entityid" -> item(value.path("id").asText("Q" + value.path("numeric-id")));
      case "time" -> dateTime(isoTime(value.path("time").asText()));
      case "globecoordinate" -> {
        String globe = value.path("globe").asText();
        yield NodeFactory.createLiteralDT(
            (globe.endsWith("/Q2") ? "" : "<" + globe + "> ")
                + "Point(%s %s)".formatted(value.path("longitude"), value.path("latitude")),
            TypeMapper.getInstance().getSafeTypeByName(WKT));
      }
      case "string" ->
          switch (property) {
            case "P18" ->
                uri(
                    "http://commons.wikimedia.org/wiki/Special:FilePath/"
                        + URLEncoder.encode(value.asText(), UTF_8).replace("+", "%20"));
            case "P856" -> uri(value.asText());
            default -> NodeFactory.createLiteralString(value.asText());
          };
      // An unknown value.
      default -> NodeFactory.createBlankNode();
    };
  }

  /** Returns a time as in ISO 8601, in which 1 BC is the year 0 and there is no month 0. */
  private static String isoTime(String time) {
    int year = Integer.parseInt(time.substring(0, 5));
    return "%s%04d".formatted(year < 0 ? "-" : "", year < 0 ? -year - 1 : year)
        + time.substring(5).replaceAll("-00(?=[-T])", "-01");
  }

  private void add(Node subject, Node predicate, Node object) {
    out.triple(Triple.create(subject, predicate, object));
  }

  private static Node uri(String iri) {
    return NodeFactory.createURI(iri);
  }

  private static Node number(int number) {
    return NodeFactory.createLiteralDT(Integer.toString(number), XSDDatatype.XSDinteger);
  }

  private static Node dateTime(String time) {
    return NodeFactory.createLiteralDT(time, XSDDatatype.XSDdateTime);
  }
}
