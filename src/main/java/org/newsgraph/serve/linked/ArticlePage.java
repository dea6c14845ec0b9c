package org.newsgraph.serve.linked;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.newsgraph.article.Span;
import org.newsgraph.article.Text;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.News;
import org.newsgraph.serve.page.Html;
import org.newsgraph.serve.page.Page;

/**
 * An article's text with its statements and mentions marked where they stand. Each is an anchor, so
 * that the IRI of a statement opens the page at its words.
 */
final class ArticlePage {
  private final Graph graph;
  private final Node article;
  private final Iris iris;

  /** Something that stands in the text. */
  private record Mark(Node thing, int begin, int end, boolean statement) {}

  ArticlePage(Graph graph, Node article, Iris iris) {
    this.graph = graph;
    this.article = article;
    this.iris = iris;
  }

  Page page() {
    StringBuilder body = new StringBuilder("<dl>\n");
    term("Published", DCTerms.issued.asNode(), body);
    term("By", DCTerms.creator.asNode(), body);
    term("In", DCTerms.publisher.asNode(), body);
    term("Source", DCTerms.source.asNode(), body);
    body.append("</dl>\n<article>");
    marked(body);
    body.append("</article>\n");
    statements(body);
    return Page.titled(label(article)).body(new Html(body.toString()));
  }

  private void term(String name, Node property, StringBuilder body) {
    for (Triple triple : graph.find(article, property, Node.ANY).toList()) {
      Node value = triple.getObject();
      body.append("<dt>").append(name).append("</dt><dd>");
      body.append(
          value.isURI()
              ? Html.link(value.getURI(), value.getURI(), iris).source()
              : Html.escape(value.getLiteralLexicalForm()));
      body.append("</dd>\n");
    }
  }

  private void marked(StringBuilder body) {
    Text text = new Text(string(article, News.text));
    List<Mark> marks = marks(text.length());
    TreeSet<Integer> edges = new TreeSet<>(List.of(0, text.length()));
    marks.forEach(mark -> edges.addAll(List.of(mark.begin(), mark.end())));
    Set<Node> begun = new HashSet<>();
    Integer from = edges.pollFirst();
    for (Integer to : edges) {
      int begin = from;
      List<Mark> here = marks.stream().filter(it -> it.begin() <= begin && to <= it.end()).toList();
      here.forEach(mark -> open(mark, begun.add(mark.thing()), body));
      String piece = Html.escape(text.at(new Span(begin, to)));
      body.append(piece.replace("\n", "<br>\n"));
      for (int i = here.size() - 1; i >= 0; i--) {
        body.append(here.get(i).statement() ? "</q>" : "</a>");
      }
      from = to;
    }
  }

  private void open(Mark mark, boolean first, StringBuilder body) {
    body.append(mark.statement() ? "<q" : "<a");
    if (first) {
      String iri = mark.thing().getURI();
      body.append(" id=\"").append(Html.escape(iri.substring(iri.indexOf('#') + 1))).append('"');
    }
    if (mark.statement()) {
      body.append(" title=\"").append(Html.escape(speaker(mark.thing()))).append('"');
    } else {
      Node entity = object(mark.thing(), News.refersTo);
      body.append(" href=\"").append(Html.escape(Html.address(entity.getURI(), iris))).append('"');
    }
    body.append('>');
  }

  /** Those that hold others first; no mention lies in a mention. */
  private List<Mark> marks(int length) {
    List<Mark> marks = new ArrayList<>();
    for (Node type : List.of(News.Statement, News.Mention)) {
      for (Triple triple : graph.find(Node.ANY, RDF.type.asNode(), type).toList()) {
        Node thing = triple.getSubject();
        int begin = Integer.parseInt(string(thing, News.begin));
        int end = Integer.parseInt(string(thing, News.end));
        if (begin >= 0 && begin < end && end <= length) {
          marks.add(new Mark(thing, begin, end, type.equals(News.Statement)));
        }
      }
    }
    marks.sort(
        Comparator.comparing((Mark mark) -> !mark.statement())
            .thenComparing(Mark::begin)
            .thenComparing(Mark::end, Comparator.reverseOrder()));
    return marks;
  }

  private void statements(StringBuilder body) {
    List<Mark> statements = marks(Integer.MAX_VALUE).stream().filter(Mark::statement).toList();
    if (statements.isEmpty()) {
      return;
    }
    body.append("<h2>Statements</h2>\n<ul>\n");
    for (Mark mark : statements) {
      Node speaker = object(mark.thing(), News.speaker);
      body.append("<li>");
      if (speaker != null) {
        body.append(Html.link(speaker.getURI(), label(speaker), iris).source()).append(": ");
      }
      body.append(
              Html.link(mark.thing().getURI(), string(mark.thing(), News.content), iris).source())
          .append("</li>\n");
    }
    body.append("</ul>\n");
  }

  private String speaker(Node statement) {
    Node speaker = object(statement, News.speaker);
    return speaker == null ? "nobody is named" : label(speaker);
  }

  private String label(Node thing) {
    String label = string(thing, RDFS.label.asNode());
    return label.isEmpty() ? thing.getURI() : label;
  }

  private String string(Node thing, Node property) {
    Node value = object(thing, property);
    return value == null ? "" : value.getLiteralLexicalForm();
  }

  private Node object(Node thing, Node property) {
    return graph.find(thing, property, Node.ANY).toList().stream()
        .map(triple -> triple.getObject())
        .findFirst()
        .orElse(null);
  }
}
