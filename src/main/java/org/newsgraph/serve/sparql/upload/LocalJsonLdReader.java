package org.newsgraph.serve.sparql.upload;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.loader.DocumentLoader;
import com.apicatalog.jsonld.loader.DocumentLoaderOptions;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import org.apache.commons.io.IOUtils;
import org.apache.jena.atlas.web.ContentType;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.ReaderRIOT;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.ParserProfile;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.util.Context;

/**
 * A reader of JSON-LD 1.1 that loads no contexts, wherever the document names them, unless its
 * caller has set a loader, and that limits the depth of the document.
 */
final class LocalJsonLdReader implements ReaderRIOT {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(UploadReaders.MAX_DEPTH)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private final Lang lang;
  private final ParserProfile profile;

  LocalJsonLdReader(Lang lang, ParserProfile profile) {
    this.lang = lang;
    this.profile = profile;
  }

  @Override
  public void read(Reader in, String base, ContentType type, StreamRDF out, Context context) {
    try {
      read(IOUtils.toString(in).getBytes(UTF_8), base, type, out, context);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void read(InputStream in, String base, ContentType type, StreamRDF out, Context context) {
    try {
      read(in.readAllBytes(), base, type, out, context);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(byte[] json, String base, ContentType type, StreamRDF out, Context context) {
    requireBounded(json);
    LangJSONLD11 reader = new LangJSONLD11(lang, profile, ErrorHandlerFactory.errorHandlerSimple());
    if (context.isDefined(LangJSONLD11.JSONLD_OPTIONS)) {
      // The calling code has its own loader. Uploads cannot set one.
      reader.read(new ByteArrayInputStream(json), base, type, out, context);
      return;
    }
    RefusingLoader loader = new RefusingLoader();
    Context local = context.copy();
    local.set(LangJSONLD11.JSONLD_OPTIONS, new JsonLdOptions(loader));
    try {
      reader.read(new ByteArrayInputStream(json), base, type, out, local);
    } catch (RiotException e) {
      throw loader.refused == null ? invalid(e) : loader.refusal();
    }
  }

  private static void requireBounded(byte[] json) {
    try (JsonParser tokens = JSON.createParser(json)) {
      while (tokens.nextToken() != null) {
        // The parser counts the levels.
      }
    } catch (StreamConstraintsException e) {
      throw new RiotException(
          "the JSON-LD document is nested more than "
              + UploadReaders.MAX_DEPTH
              + " levels deep, or contains a name or number that is too long");
    } catch (JsonProcessingException e) {
      throw new RiotException(
          "line "
              + e.getLocation().getLineNr()
              + ", column "
              + e.getLocation().getColumnNr()
              + ": this is not JSON");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the error of an invalid document. */
  private static RiotException invalid(RiotException e) {
    Throwable cause = e.getCause();
    return new RiotException(
        cause instanceof JsonLdError invalid && invalid.getCode() != null
            ? "this is not JSON-LD: " + invalid.getCode().toString().replace('_', ' ')
            : "this is not JSON-LD");
  }

  /** A loader that notes the address of the first context to load, and loads none. */
  private static final class RefusingLoader implements DocumentLoader {
    private URI refused;

    @Override
    public Document loadDocument(URI url, DocumentLoaderOptions options) throws JsonLdError {
      if (refused == null) {
        refused = url;
      }
      throw new JsonLdError(JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED);
    }

    RiotException refusal() {
      // Paths of files are not repeated: responses contain none, so that leaks can be detected.
      String scheme = String.valueOf(refused.getScheme());
      String name = scheme.startsWith("http") ? " <" + refused + ">" : "";
      return new RiotException(
          "the context"
              + name
              + " is not loaded: this server loads nothing from other addresses; write the"
              + " contents of the context into the document instead of its address");
    }
  }
}
