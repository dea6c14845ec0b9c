package org.newsgraph.store.dump;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

/**
 * A file or stream of quads.
 *
 * @param name name for messages
 * @param lang language of the file
 * @param opener opens the file, before it is decompressed
 */
record DumpFile(String name, Lang lang, Opener opener) {
  /** Opens a file or stream. */
  interface Opener {
    InputStream open() throws IOException;
  }

  private static final int BUFFER = 1 << 16;
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
    Lang lang =
        ENDINGS.entrySet().stream()
            .filter(ending -> name.endsWith(ending.getKey()))
            .findFirst()
            .map(Map.Entry::getValue)
            .or(() -> Optional.of(Lang.NQUADS).filter(it -> isPart(name)))
            .orElseThrow(() -> unknown(path));
    return new DumpFile(path.toString(), lang, () -> Files.newInputStream(path));
  }

  /** Returns a stream of N-Quads, possibly compressed with gzip, as its first bytes say. */
  static DumpFile of(InputStream in, String name) {
    return new DumpFile(name, Lang.NQUADS, () -> in);
  }

  private static StoreException unknown(Path path) {
    return new StoreException(
        path
            + ": the name of a dump must end in .nq, .trig or .jsonld, followed by .gz or .bz2 if it"
            + " is compressed; other formats do not record the graph of each triple");
  }

  static boolean isDumpFile(Path path) {
    String name = name(path);
    return isPart(name) || ENDINGS.keySet().stream().anyMatch(name::endsWith);
  }

  /** Tests for the name of a part that Spark wrote as text: "part-00001", not ".parquet". */
  private static boolean isPart(String name) {
    return name.startsWith("part-") && !name.contains(".");
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
      throw new StoreException(name + ": there is no such file", e);
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
      return new StoreException(name + ": this file is truncated; copy it again", e);
    }
    if (e instanceof RiotParseException at && at.getLine() > 0) {
      return new StoreException(
          name
              + ": line "
              + at.getLine()
              + ": this is not "
              + lang.getLabel()
              + " ("
              + at.getOriginalMessage()
              + ")",
          e);
    }
    return new StoreException(name + ": this cannot be read (" + cause.getMessage() + ")", e);
  }

  private InputStream open() throws IOException {
    InputStream in = new BufferedInputStream(opener.open(), BUFFER);
    try {
      in.mark(2);
      byte[] start = in.readNBytes(2);
      in.reset();
      return switch (new String(start, StandardCharsets.ISO_8859_1)) {
        case "\u001F\u008B" -> new GZIPInputStream(in, BUFFER);
        case "BZ" -> new BZip2CompressorInputStream(in, true);
        default -> in;
      };
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
