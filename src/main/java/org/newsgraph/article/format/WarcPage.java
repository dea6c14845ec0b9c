package org.newsgraph.article.format;

import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageBody;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.WarcTargetRecord;
import org.newsgraph.article.UnreadableArticleException;
import org.newsgraph.article.Urls;

/**
 * A web page in a web archive. Its body can be read once.
 *
 * @param record the record that contains the page
 * @param status HTTP status of the response; 200 for a page without a response
 * @param type media type
 * @param packed body as it was transferred, without the chunks of HTTP
 * @param codings values of {@code Content-Encoding}
 */
record WarcPage(
    WarcTargetRecord record, int status, MediaType type, MessageBody packed, List<String> codings) {
  private static final int OK = 200;

  /** Returns the page of a response, or empty if the response is of another media type. */
  static Optional<WarcPage> of(WarcResponse response) throws IOException {
    if (!response.contentType().base().toString().equals("application/http")) {
      return Optional.empty();
    }
    HttpResponse http = response.http();
    MediaType type = http.contentType();
    return isHtml(type)
        ? Optional.of(
            new WarcPage(
                response, http.status(), type, http.body(), http.headers().all("Content-Encoding")))
        : Optional.empty();
  }

  /** Returns the page of a resource, or empty if the resource is of another media type. */
  static Optional<WarcPage> of(WarcResource resource) {
    MediaType type = resource.contentType();
    return isHtml(type)
        ? Optional.of(new WarcPage(resource, OK, type, resource.body(), List.of()))
        : Optional.empty();
  }

  /** Tests whether a revisit can be that of a page: unless it states another media type. */
  static boolean mayBePage(WarcRevisit revisit) {
    try {
      return revisit.body().size() == 0
          || revisit.http().headers().first("Content-Type").isEmpty()
          || isHtml(revisit.http().contentType());
    } catch (IOException e) {
      return true;
    }
  }

  private static boolean isHtml(MediaType type) {
    return type.base().equals(MediaType.HTML) || type.subtype().equals("xhtml+xml");
  }

  /** Returns the web address, if the page has one. */
  Optional<String> address() {
    return Optional.ofNullable(record.target()).flatMap(Urls::absolute);
  }

  /** Returns the address for messages, with a space before it: " (https://…)". */
  String addressInBrackets() {
    return record.target() == null ? "" : " (" + record.target() + ")";
  }

  Optional<String> charset() {
    return Optional.ofNullable(type.parameters().get("charset"));
  }

  /**
   * Reads the body and removes its content codings.
   *
   * @throws EOFException if the archive ends before the end of this record
   */
  ContentCoding.Body body() throws IOException, UnreadableArticleException {
    ContentCoding.Body body = ContentCoding.readAvailable(packed.stream(), HtmlReader.MAX_BYTES);
    if (!body.isComplete() && record.body().position() < record.body().size()) {
      throw new EOFException();
    }
    return ContentCoding.decode(body, codings);
  }

  /** Tests whether the crawler states that it has stored only the first part of the page. */
  boolean isMarkedAsTruncated() {
    return record.headers().first("WARC-Truncated").isPresent();
  }
}
