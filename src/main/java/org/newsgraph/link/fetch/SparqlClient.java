package org.newsgraph.link.fetch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.zip.GZIPInputStream;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReaderRegistry;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sys.JenaSystem;
import org.newsgraph.io.IoErrors;
import org.newsgraph.link.online.FailedAttemptException;
import org.newsgraph.link.online.HttpSender;
import org.newsgraph.link.online.RequestPolicy;
import org.newsgraph.link.online.RetryLoop;
import org.newsgraph.link.online.ServiceRequest;
import org.newsgraph.link.online.WaitingClock;

/**
 * A client of a SPARQL endpoint. A response is stored in a temporary file and read from there row
 * by row, so that memory does not grow with it. A query that takes too long or whose response is
 * truncated is reduced and sent again.
 */
final class SparqlClient {
  static {
    JenaSystem.init();
  }

  private static final Map<String, String> HEADERS =
      Map.of(
          "Accept", "application/sparql-results+json, text/tab-separated-values;q=0.8",
          "Accept-Encoding", "gzip");

  /** Statuses of queries that took too long; the others are about the state of the service. */
  private static final Set<Integer> TOO_LONG = Set.of(408, 500, 504);

  /** Row limits of services are multiples of this number. */
  private static final int ROW_LIMIT_UNIT = 1000;

  private final URI endpoint;
  private final Path responseFile;
  private final WaitingClock time;
  private final HttpSender sender;
  private final RetryLoop retries;
  private long requests;

  /**
   * @param endpoint address of the service
   * @param folder folder for the temporary file
   */
  SparqlClient(URI endpoint, Path folder, RequestPolicy policy, WaitingClock time) {
    this.endpoint = endpoint;
    this.responseFile = folder.resolve("response");
    this.time = time;
    sender = new HttpSender(policy, time);
    retries = new RetryLoop(sender, policy, time, RandomGenerator.getDefault());
  }

  /** Thrown if a response is incomplete or not a table of results. */
  private static final class InvalidResponseException extends IOException {
    private static final long serialVersionUID = 1;

    InvalidResponseException(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** Returns the number of requests sent. */
  long requests() {
    return requests;
  }

  /**
   * Sends a query until its response is complete.
   *
   * @return time that the last attempt took
   * @throws org.newsgraph.link.KnowledgeBaseException if no attempt succeeded in time, or the
   *     service refused the query
   */
  Duration select(SparqlQuery query) {
    return retries.run(
        endpoint,
        new RetryLoop.Attempt<>() {
          @Override
          public Duration run() throws IOException, InterruptedException {
            return attempt(query);
          }

          @Override
          public boolean reduce(IOException failure) {
            return isTooLarge(failure) && query.reduce();
          }
        });
  }

  private static boolean isTooLarge(IOException failure) {
    return failure instanceof HttpTimeoutException
        || failure instanceof InvalidResponseException
        || (failure instanceof FailedAttemptException e && TOO_LONG.contains(e.status()));
  }

  private Duration attempt(SparqlQuery query) throws IOException, InterruptedException {
    Instant start = time.now();
    requests++;
    ServiceRequest request = ServiceRequest.post(endpoint, Map.of("query", query.text()));
    try {
      HttpResponse<Path> response =
          sender.send(
              request,
              HEADERS,
              BodyHandlers.ofFile(
                  responseFile,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE,
                  StandardOpenOption.TRUNCATE_EXISTING));
      int rows = read(response, query::row);
      if (rows > 0 && rows % ROW_LIMIT_UNIT == 0 && query.reduce()) {
        // A service that cuts off results at a limit does not say so.
        return attempt(query);
      }
      return Duration.between(start, time.now());
    } catch (IOException e) {
      checkDisk(e);
      throw e;
    } finally {
      Files.deleteIfExists(responseFile);
    }
  }

  /** Gives up if the disk is full: a retry would not help, and the finished slices remain. */
  private void checkDisk(IOException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException io && IoErrors.describe(io).equals("the disk is full")) {
        throw new org.newsgraph.link.KnowledgeBaseException(
            responseFile.getParent()
                + ": the disk is full; free some space and run the same command again to resume",
            e);
      }
    }
  }

  private int read(HttpResponse<Path> response, Consumer<Binding> receiver) throws IOException {
    Lang format = format(response);
    boolean packed =
        response
            .headers()
            .firstValue("Content-Encoding")
            .filter("gzip"::equalsIgnoreCase)
            .isPresent();
    int rows = 0;
    try (InputStream file = new BufferedInputStream(Files.newInputStream(response.body()));
        InputStream in = packed ? new GZIPInputStream(file, 1 << 16) : file) {
      RowSet table =
          RowSetReaderRegistry.getFactory(format).create(format).read(in, ARQ.getContext());
      while (table.hasNext()) {
        receiver.accept(table.next());
        rows++;
      }
      return rows;
    } catch (IOException | RuntimeException e) {
      throw new InvalidResponseException(
          "the response is truncated or not SPARQL results (%s after %d rows)"
              .formatted(e.getClass().getSimpleName(), rows),
          e);
    }
  }

  private static Lang format(HttpResponse<Path> response) throws IOException {
    String type =
        response
            .headers()
            .firstValue("Content-Type")
            .orElse("")
            .replaceFirst(";.*", "")
            .strip()
            .toLowerCase(Locale.ROOT);
    return switch (type) {
      case "application/sparql-results+json", "application/json" -> ResultSetLang.RS_JSON;
      case "text/tab-separated-values" -> ResultSetLang.RS_TSV;
      case "text/html" -> throw new IOException("the response is a web page, not SPARQL results");
      default ->
          throw new IOException(
              "the response has the content type \"" + type + "\", not that of SPARQL results");
    };
  }
}
