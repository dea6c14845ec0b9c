package org.newsgraph.serve.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * A name and a password in the header {@code Authorization}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7617">RFC 7617, The Basic HTTP Authentication
 *     Scheme</a>
 */
public record BasicCredentials(String name, String password) {
  private static final String SCHEME = "basic ";

  /** Parses a header; empty if it has another scheme or is malformed. */
  public static Optional<BasicCredentials> parse(String header) {
    if (!header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(header.substring(SCHEME.length()).strip());
      String text = new String(bytes, UTF_8);
      int colon = text.indexOf(':');
      return colon < 0
          ? Optional.empty()
          : Optional.of(new BasicCredentials(text.substring(0, colon), text.substring(colon + 1)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Describes the credentials without the password. */
  @Override
  public String toString() {
    return "BasicCredentials[" + name + "]";
  }
}
