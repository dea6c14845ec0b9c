package org.newsgraph.serve.notify;

import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.newsgraph.query.statement.PageRequest;
import org.newsgraph.query.statement.StatementFilter;
import org.newsgraph.query.statement.StatementPage;
import org.newsgraph.query.statement.StatementSearch;
import org.newsgraph.query.statement.StatementView;
import org.newsgraph.serve.http.HttpError;
import org.newsgraph.serve.http.Reply;
import org.newsgraph.serve.http.Request;
import org.newsgraph.serve.http.RouteHandler;

/** The latest statements of a search, as an Atom feed (RFC 4287). */
public final class AtomFeed implements RouteHandler {
  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final int MAX_ENTRIES = 50;
  private static final int MAX_TITLE_LENGTH = 100;

  private final StatementSearch search;

  public AtomFeed(StatementSearch search) {
    this.search = search;
  }

  @Override
  public Reply handle(Request request) {
    StatementFilter filter = StatementFilter.of(request::textParameter);
    if (filter.isOpen()) {
      throw HttpError.badRequest("the feed has no filter; add speaker, role, about or q");
    }
    String address = request.baseUrl() + "feed.atom?" + request.query();
    try {
      StatementPage page = search.find(filter, PageRequest.of(MAX_ENTRIES, 0));
      String xml = write(page.statements(), filter, address);
      return Reply.of("application/atom+xml; charset=utf-8", xml).tagged();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String write(
      List<StatementView> statements, StatementFilter filter, String address)
      throws XMLStreamException {
    StringWriter out = new StringWriter();
    XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
    xml.writeStartDocument("utf-8", "1.0");
    xml.setDefaultNamespace(ATOM);
    xml.writeStartElement(ATOM, "feed");
    xml.writeDefaultNamespace(ATOM);
    element(xml, "id", address);
    element(xml, "title", "Newsgraph: " + filter.describe());
    element(
        xml,
        "updated",
        statements.stream()
            .map(StatementView::extractedAt)
            .max(String::compareTo)
            .orElse("1970-01-01T00:00:00Z"));
    link(xml, "self", address);
    for (StatementView statement : statements) {
      entry(xml, statement);
    }
    xml.writeEndElement();
    xml.writeEndDocument();
    return out.toString();
  }

  private static void entry(XMLStreamWriter xml, StatementView statement)
      throws XMLStreamException {
    String speaker = statement.speakerName();
    xml.writeStartElement(ATOM, "entry");
    element(xml, "id", statement.iri().getURI());
    element(xml, "title", shortened(speaker + ": " + statement.content()));
    element(xml, "updated", statement.extractedAt());
    xml.writeStartElement(ATOM, "author");
    element(xml, "name", speaker);
    xml.writeEndElement();
    link(xml, "alternate", statement.iri().getURI());
    xml.writeStartElement(ATOM, "content");
    xml.writeAttribute("type", "text");
    xml.writeCharacters(
        statement.content()
            + "\n\n"
            + statement.title()
            + date(statement.article().issued())
            + ", characters "
            + statement.begin()
            + " to "
            + statement.end());
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static String date(String issued) {
    return issued.isEmpty() ? "" : ", " + issued;
  }

  private static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= MAX_TITLE_LENGTH
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MAX_TITLE_LENGTH)) + "…";
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(ATOM, name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  private static void link(XMLStreamWriter xml, String relation, String target)
      throws XMLStreamException {
    xml.writeEmptyElement(ATOM, "link");
    xml.writeAttribute("rel", relation);
    xml.writeAttribute("href", target);
  }
}
