package org.newsgraph.serve.sparql.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.Reader;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.atlas.web.ContentType;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.ReaderRIOT;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.lang.StreamRDFCounting;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.util.Context;

/** A reader of a binary format that reports invalid documents without names of classes. */
final class BinaryReader implements ReaderRIOT {
  private final Lang lang;
  private final ReaderRIOT reader;

  BinaryReader(Lang lang, ReaderRIOT reader) {
    this.lang = lang;
    this.reader = reader;
  }

  @Override
  public void read(InputStream in, String base, ContentType type, StreamRDF out, Context context) {
    StreamRDFCounting received = StreamRDFLib.count(out);
    PushbackInputStream document = new PushbackInputStream(in);
    boolean isEmpty = isEmpty(document);
    try {
      reader.read(document, base, type, received, context);
    } catch (RuntimeException e) {
      if (isUnreadable(e)) {
        throw e;
      }
      throw invalid();
    }
    // Jena takes any document that ends within its first row for an empty one.
    if (!isEmpty && received.count() == 0) {
      throw invalid();
    }
  }

  private RiotException invalid() {
    return new RiotException("this is not " + lang.getLabel() + ", or it contains no triples");
  }

  private static boolean isEmpty(PushbackInputStream document) {
    try {
      int first = document.read();
      if (first >= 0) {
        document.unread(first);
      }
      return first < 0;
    } catch (IOException e) {
      throw new RuntimeIOException(e);
    }
  }

  @Override
  public void read(Reader in, String base, ContentType type, StreamRDF out, Context context) {
    reader.read(in, base, type, out, context);
  }

  /** Tests whether the request, not the document, is the reason. */
  private static boolean isUnreadable(Throwable e) {
    return e != null && (e.getClass() == IOException.class || isUnreadable(e.getCause()));
  }
}
