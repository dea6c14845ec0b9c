package org.newsgraph.article.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.StringReader;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.newsgraph.article.UnreadableArticleException;
import org.newsgraph.article.decode.TextDecoder;

/**
 * Reads XML that may be hostile: nothing outside the file is ever opened, no entity that it defines
 * is ever expanded, and nothing is nested without end.
 */
final class Xml {
  /** The largest document that is read, in bytes. */
  static final int LARGEST = 32 << 20;

  private static final int DEEPEST = 500;

  private Xml() {}

  /** The characters of a document, by its declaration unless that is plainly wrong. */
  static String decode(byte[] bytes) {
    String start = new String(bytes, 0, Math.min(bytes.length, 1024), ISO_8859_1);
    return TextDecoder.declared(bytes, MainContent.charset(start)).text().strip();
  }

  /** Walks a document; what is nested too deeply ends it. */
  static XMLStreamReader reader(String xml) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setXMLResolver((publicId, systemId, base, namespace) -> new StringReader(""));
    return new Shallow(factory.createXMLStreamReader(new StringReader(xml)));
  }

  /** The tree of a document: local names, without the namespaces' prefixes. */
  static Element tree(String xml) throws UnreadableArticleException {
    Document document = new Document("");
    Element open = document;
    try {
      XMLStreamReader reader = reader(xml);
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamConstants.START_ELEMENT ->
              open = open.appendChild(element(reader)).lastElementChild();
          case XMLStreamConstants.END_ELEMENT -> open = open.parent();
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
              open.appendChild(new TextNode(reader.getText()));
          case XMLStreamConstants.ENTITY_REFERENCE ->
              open.appendChild(new TextNode(entity(reader.getLocalName())));
          default -> {}
        }
      }
    } catch (XMLStreamException e) {
      throw unreadable(e);
    }
    Element root = document.firstElementChild();
    if (root == null) {
      throw new UnreadableArticleException("this XML has no element");
    }
    root.remove();
    return root;
  }

  private static Element element(XMLStreamReader reader) {
    Element element = new Element(reader.getLocalName());
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String prefix = reader.getAttributePrefix(i);
      boolean xml = "xml".equals(prefix);
      element.attr(
          (xml ? "xml:" : "") + reader.getAttributeLocalName(i), reader.getAttributeValue(i));
    }
    return element;
  }

  /** HTML's names of characters are known without a DTD; others mean nothing here. */
  private static String entity(String name) {
    return Parser.unescapeEntities("&" + name + ";", false);
  }

  static UnreadableArticleException unreadable(XMLStreamException e) {
    String message = String.valueOf(e.getMessage());
    String reason = message.replaceAll("(?s).*\\nMessage: ", "").replaceAll("\\s+", " ").strip();
    String where = e.getLocation() == null ? "" : "line " + e.getLocation().getLineNumber() + ": ";
    return new UnreadableArticleException(where + "this is not well-formed XML (" + reason + ")");
  }

  /** The name of the first element, without prefix; empty where no element begins there. */
  static Optional<String> root(String start) {
    var tag = ROOT.matcher(start);
    return tag.find() ? Optional.of(tag.group(1)) : Optional.empty();
  }

  private static final java.util.regex.Pattern ROOT =
      java.util.regex.Pattern.compile(
          "\\A\\s*(?:<\\?[^>]*>\\s*|<!--(?s:.*?)-->\\s*|<!(?i:DOCTYPE)[^>\\[]*(?:\\[(?s:.*?)\\]\\s*)?>\\s*)*"
              + "<(?:[\\w.-]+:)?([A-Za-z_][\\w.-]*)");

  private static final class Shallow extends StreamReaderDelegate {
    private int depth;

    Shallow(XMLStreamReader reader) {
      super(reader);
    }

    @Override
    public int next() throws XMLStreamException {
      int event = super.next();
      if (event == START_ELEMENT && ++depth > DEEPEST) {
        throw new XMLStreamException(
            "nested more than " + DEEPEST + " elements deep", getLocation());
      }
      if (event == END_ELEMENT) {
        depth--;
      }
      return event;
    }
  }
}
