package org.newsgraph.serve.sparql.upload;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.commons.io.IOUtils;
import org.apache.jena.atlas.web.ContentType;
import org.apache.jena.riot.ReaderRIOT;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.RiotParseException;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.util.JenaXMLInput;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * A reader of RDF/XML with a limited depth of elements: Jena's reader takes quadratic time for deep
 * documents. Documents are parsed twice, the first time without making triples.
 */
final class BoundedXmlReader implements ReaderRIOT {
  private final ReaderRIOT reader;

  /**
   * Creates a reader.
   *
   * @param reader reads documents that are not too deep
   */
  BoundedXmlReader(ReaderRIOT reader) {
    this.reader = reader;
  }

  @Override
  public void read(InputStream in, String base, ContentType type, StreamRDF out, Context context) {
    try {
      byte[] xml = in.readAllBytes();
      requireBounded(new InputSource(new ByteArrayInputStream(xml)));
      reader.read(new ByteArrayInputStream(xml), base, type, out, context);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void read(Reader in, String base, ContentType type, StreamRDF out, Context context) {
    try {
      String xml = IOUtils.toString(in);
      requireBounded(new InputSource(new StringReader(xml)));
      reader.read(new StringReader(xml), base, type, out, context);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void requireBounded(InputSource xml) throws IOException {
    try {
      XMLReader parser = JenaXMLInput.createXMLReader();
      DepthHandler handler = new DepthHandler();
      parser.setContentHandler(handler);
      parser.setErrorHandler(handler);
      parser.parse(xml);
    } catch (SAXParseException e) {
      throw new RiotParseException(e.getMessage(), e.getLineNumber(), e.getColumnNumber());
    } catch (SAXException | ParserConfigurationException e) {
      throw new RiotException("this is not well-formed XML");
    }
  }

  /** Counts the open elements. */
  private static final class DepthHandler extends DefaultHandler {
    private Locator locator;
    private int depth;

    @Override
    public void setDocumentLocator(Locator at) {
      locator = at;
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes)
        throws SAXException {
      if (++depth > UploadReaders.MAX_DEPTH) {
        throw new SAXParseException(
            "elements are nested more than " + UploadReaders.MAX_DEPTH + " levels deep", locator);
      }
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
      depth--;
    }

    @Override
    public InputSource resolveEntity(String publicId, String systemId) {
      return new InputSource(new ByteArrayInputStream(new byte[0]));
    }
  }
}
