package org.newsgraph.serve.sparql.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import org.apache.jena.atlas.web.ContentType;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.ReaderRIOT;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.StreamRDF;
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
    try {
      reader.read(in, base, type, out, context);
    } catch (RuntimeException e) {
      if (isUnreadable(e)) {
        throw e;
      }
      throw new RiotException("this is not " + lang.getLabel());
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
