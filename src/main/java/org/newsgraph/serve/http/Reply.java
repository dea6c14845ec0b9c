package org.newsgraph.serve.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A response.
 *
 * @param status the HTTP status
 * @param type the media type of the body, with its charset
 * @param body the body, in bytes
 * @param headers the other headers
 */
@SuppressWarnings("ArrayRecordComponent") // Replies are never compared.
public record Reply(int status, String type, byte[] body, Map<String, String> headers) {
  /** Number of hexadecimal digits in an entity tag. */
  private static final int ETAG_DIGITS = 24;

  private static final String TEXT = "text/plain; charset=utf-8";

  public Reply {
    headers = Map.copyOf(headers);
  }

  public static Reply of(String type, String body) {
    return new Reply(200, type, body.getBytes(UTF_8), Map.of());
  }

  public static Reply html(String body) {
    return of("text/html; charset=utf-8", body);
  }

  public static Reply text(String body) {
    return of(TEXT, body);
  }

  public static Reply text(int status, String body) {
    return text(body + "\n").withStatus(status);
  }

  public static Reply json(Object value) {
    return of("application/json; charset=utf-8", Json.write(value));
  }

  /** Returns a redirect (303) to another address. */
  public static Reply seeOther(String location) {
    return text("See " + location + "\n").withStatus(303).with("Location", location);
  }

  /** Returns a response without a body. */
  public static Reply empty(int status) {
    return new Reply(status, TEXT, new byte[0], Map.of());
  }

  public Reply withStatus(int other) {
    return new Reply(other, type, body, headers);
  }

  public Reply with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Reply(status, type, body, more);
  }

  /** Adds an entity tag that depends on the body and its media type. */
  public Reply tagged() {
    MessageDigest sha = DigestUtils.getSha256Digest();
    sha.update(type.getBytes(StandardCharsets.UTF_8));
    String tag = Hex.encodeHexString(sha.digest(body)).substring(0, ETAG_DIGITS);
    return with("ETag", "\"" + tag + "\"");
  }
}
