package org.newsgraph.serve.notify;

import java.io.StringWriter;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.newsgraph.graph.Iris;
import org.newsgraph.io.IsoDay;
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
  private final Iris iris;

  public AtomFeed(StatementSearch search, Iris iris) {
    this.search = search;
    this.iris = iris;
  }

  @Override
  public Reply handle(Request request) {
    StatementFilter filter = StatementFilter.of(request::textParameter);
    if (filter.isOpen()) {
      throw HttpError.badRequest("the feed has no filter; add speaker, role, about or q");
    }
    String address = request.baseUrl() + "feed.atom?" + request.query();
    try {
      StatementPage page =
          search.find(filter, PageRequest.of(MAX_ENTRIES, 0).grouped(true).withContexts());
      // The same words in several papers are one entry.
      List<StatementView> once =
          page.groups().stream().map(StatementPage.Group::statement).toList();
      String xml = write(once, filter, address, request.baseUrl());
      return Reply.of("application/atom+xml; charset=utf-8", xml).tagged();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  private String write(
      List<StatementView> statements, StatementFilter filter, String address, String server)
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
      entry(xml, statement, server);
    }
    xml.writeEndElement();
    xml.writeEndDocument();
    return out.toString();
  }

  private void entry(XMLStreamWriter xml, StatementView statement, String server)
      throws XMLStreamException {
    String speaker = statement.speakerName();
    String words =
        statement.sentence().map(StatementView.Sentence::text).orElseGet(statement::content);
    String iri = statement.iri().getURI();
    xml.writeStartElement(ATOM, "entry");
    element(xml, "id", iri);
    element(xml, "title", shortened(speaker + ": " + words.replaceAll("\\s+", " ").strip()));
    Optional<String> published = instant(statement.article().issued());
    if (published.isPresent()) {
      element(xml, "published", published.get());
    }
    element(xml, "updated", statement.extractedAt());
    xml.writeStartElement(ATOM, "author");
    element(xml, "name", speaker);
    xml.writeEndElement();
    // Readers open the statement on the server that they asked, whatever the base of its IRI.
    link(
        xml,
        "alternate",
        iri.startsWith(iris.base()) ? server + iri.substring(iris.base().length()) : iri);
    if (statement.reference().original().isPresent()) {
      link(xml, "related", statement.reference().original().get());
    }
    xml.writeStartElement(ATOM, "content");
    xml.writeAttribute("type", "text");
    xml.writeCharacters(words.strip() + "\n\n" + source(statement));
    xml.writeEndElement();
    xml.writeEndElement();
  }

  /** Describes the source for readers: headline, publication, date, address of the original. */
  private static String source(StatementView statement) {
    return Stream.of(
            statement.title(),
            statement.article().publisher(),
            IsoDay.of(statement.article().issued()),
            statement.reference().original().orElse(""))
        .filter(it -> !it.isEmpty())
        .collect(Collectors.joining(", "));
  }

  /** Returns a date of publication as RFC 3339 wants it; empty unless the day is known. */
  private static Optional<String> instant(String issued) {
    try {
      return Optional.of(
          OffsetDateTime.parse(issued).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
    } catch (DateTimeParseException e) {
      String day = IsoDay.of(issued);
      return day.length() == 10 ? Optional.of(day + "T00:00:00Z") : Optional.empty();
    }
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
