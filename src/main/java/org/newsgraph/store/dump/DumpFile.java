package org.newsgraph.store.dump;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.RiotParseException;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.StreamRDF;
import org.newsgraph.store.StoreException;

/** A file of quads. */
record DumpFile(Path path, Lang lang) {
  private static final Map<String, Lang> ENDINGS =
      Map.of(
          ".nq", Lang.NQUADS,
          ".nquads", Lang.NQUADS,
          ".trig", Lang.TRIG,
          ".jsonld", Lang.JSONLD11);

  /**
   * Chooses the language by the name of a file.
   *
   * @throws StoreException if the name is not that of a file of quads
   */
  static DumpFile of(Path path) {
    String name = name(path);
    return ENDINGS.entrySet().stream()
        .filter(ending -> name.endsWith(ending.getKey()))
        .findFirst()
        .map(ending -> new DumpFile(path, ending.getValue()))
        .orElseGet(() -> partFile(path, name));
  }

  private static DumpFile partFile(Path path, String name) {
    if (name.startsWith("part-")) {
      return new DumpFile(path, Lang.NQUADS);
    }
    throw new StoreException(
        path
            + ": the name of a dump must end in .nq, .trig or .jsonld, followed by .gz or .bz2 if it"
            + " is compressed; other formats do not record the graph of each triple");
  }

  static boolean isDumpFile(Path path) {
    String name = name(path);
    return name.startsWith("part-") || ENDINGS.keySet().stream().anyMatch(name::endsWith);
  }

  private static String name(Path path) {
    return path.getFileName().toString().toLowerCase(Locale.ROOT).replaceFirst("\\.(gz|bz2)$", "");
  }

  /**
   * Reads the quads.
   *
   * @throws StoreException if the file cannot be read to its end; the message gives the line of the
   *     error if it is known
   */
  void read(StreamRDF out) {
    try (InputStream in = open()) {
      RDFParser.source(in)
          .lang(lang)
          .errorHandler(new Strict())
          .set(LangJSONLD11.JSONLD_OPTIONS, withoutNetwork())
          .parse(out);
    } catch (NoSuchFileException e) {
      throw new StoreException(path + ": there is no such file", e);
    } catch (IOException e) {
      throw unreadable(e);
    } catch (RiotException e) {
      throw unreadable(e);
    }
  }

  private StoreException unreadable(Exception e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof EOFException) {
      return new StoreException(path + ": this file is truncated; copy it again", e);
    }
    if (e instanceof RiotParseException at && at.getLine() > 0) {
      return new StoreException(
          path
              + ": line "
              + at.getLine()
              + ": this is not "
              + lang.getLabel()
              + " ("
              + at.getOriginalMessage()
              + ")",
          e);
    }
    return new StoreException(path + ": this cannot be read (" + cause.getMessage() + ")", e);
  }

  private InputStream open() throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
    try {
      String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
      if (name.endsWith(".gz")) {
        return new GZIPInputStream(in, 1 << 16);
      }
      return name.endsWith(".bz2") ? new BZip2CompressorInputStream(in, true) : in;
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /** Returns options that refuse to load remote contexts. */
  private static JsonLdOptions withoutNetwork() {
    return new JsonLdOptions(
        (url, options) -> {
          throw new JsonLdError(
              JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED,
              "its context is remote (" + url + "), and remote contexts are not loaded");
        });
  }

  /** Error handler that ignores warnings and stops at the first error. */
  private static final class Strict implements ErrorHandler {
    @Override
    public void warning(String message, long line, long column) {
      // Unusual IRIs and dates come from the articles' sources.
    }

    @Override
    public void error(String message, long line, long column) {
      throw new RiotParseException(message, line, column);
    }

    @Override
    public void fatal(String message, long line, long column) {
      throw new RiotParseException(message, line, column);
    }
  }
}
