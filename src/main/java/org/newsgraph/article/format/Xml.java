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
 * Reads untrusted XML: no external resource is opened, no entity of the document is expanded, and
 * the nesting depth is limited.
 */
final class Xml {
  /** Maximum size of a document, in bytes. */
  static final int MAX_BYTES = 32 << 20;

  private static final int MAX_DEPTH = 500;

  private Xml() {}

  /** Decodes a document in its declared encoding, unless the bytes contradict the declaration. */
  static String decode(byte[] bytes) {
    String start = new String(bytes, 0, Math.min(bytes.length, 1024), ISO_8859_1);
    return TextDecoder.decodeDeclared(bytes, MainContent.charset(start)).text().strip();
  }

  /** Returns a streaming reader. It fails if elements are nested too deeply. */
  static XMLStreamReader reader(String xml) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setXMLResolver((publicId, systemId, base, namespace) -> new StringReader(""));
    return new DepthLimitedReader(factory.createXMLStreamReader(new StringReader(xml)));
  }

  /** Parses a document to a tree of elements with local names, without namespace prefixes. */
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
              open.appendChild(new TextNode(resolveEntity(reader.getLocalName())));
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

  /** Resolves an entity that HTML defines, without a DTD. Unknown entities are left unresolved. */
  private static String resolveEntity(String name) {
    return Parser.unescapeEntities("&" + name + ";", false);
  }

  static UnreadableArticleException unreadable(XMLStreamException e) {
    String message = String.valueOf(e.getMessage());
    String reason = message.replaceAll("(?s).*\\nMessage: ", "").replaceAll("\\s+", " ").strip();
    String where = e.getLocation() == null ? "" : "line " + e.getLocation().getLineNumber() + ": ";
    return new UnreadableArticleException(where + "this is not well-formed XML (" + reason + ")");
  }

  /**
   * Returns the name of the root element, without its prefix, or empty if the text does not start
   * with an element.
   */
  static Optional<String> root(String start) {
    var tag = ROOT.matcher(start);
    return tag.find() ? Optional.of(tag.group(1)) : Optional.empty();
  }

  private static final java.util.regex.Pattern ROOT =
      java.util.regex.Pattern.compile(
          "\\A\\s*(?:<\\?[^>]*>\\s*|<!--(?s:.*?)-->\\s*|<!(?i:DOCTYPE)[^>\\[]*(?:\\[(?s:.*?)\\]\\s*)?>\\s*)*"
              + "<(?:[\\w.-]+:)?([A-Za-z_][\\w.-]*)");

  private static final class DepthLimitedReader extends StreamReaderDelegate {
    private int depth;

    DepthLimitedReader(XMLStreamReader reader) {
      super(reader);
    }

    @Override
    public int next() throws XMLStreamException {
      int event = super.next();
      if (event == START_ELEMENT && ++depth > MAX_DEPTH) {
        throw new XMLStreamException(
            "elements nested more than " + MAX_DEPTH + " deep", getLocation());
      }
      if (event == END_ELEMENT) {
        depth--;
      }
      return event;
    }
  }
}
