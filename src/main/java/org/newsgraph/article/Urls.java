package org.newsgraph.article;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Parses and normalises web addresses. */
public final class Urls {
  /** Query parameters that track where a reader came from and do not identify the page. */
  private static final Pattern TRACKING =
      Pattern.compile(
          "(?i)(?:utm_\\w+|at_\\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|ncid|cmpid|cmp"
              + "|ocid|smid|smtyp|partner|emc|ref|ref_src|ref_url|src|source|feedtype|feedname)(?:=.*)?");

  private Urls() {}

  /** Returns the text if it is an absolute address with a host. */
  public static Optional<String> absolute(String text) {
    return uri(text).map(URI::toString);
  }

  /**
   * Returns the canonical form, which is the same for all ways to write an address: without scheme,
   * fragment, tracking parameters and trailing slash, and with the host in lower case.
   */
  static Optional<String> canonical(String text) {
    return uri(text)
        .map(
            uri -> {
              String path = uri.getRawPath() == null ? "" : uri.getRawPath();
              String query = query(uri.getRawQuery());
              return uri.getRawAuthority().toLowerCase(Locale.ROOT).replaceAll(":(?:80|443)$", "")
                  + path.replaceAll("/+$", "")
                  + (query.isEmpty() ? "" : "?" + query);
            });
  }

  /** Returns the site: the host in lower case without "www.". */
  public static Optional<String> host(String text) {
    return uri(text)
        .map(URI::getHost)
        .map(host -> host.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", ""));
  }

  private static String query(String query) {
    return query == null
        ? ""
        : Stream.of(query.split("&"))
            .filter(it -> !it.isEmpty() && !TRACKING.matcher(it).matches())
            .collect(Collectors.joining("&"));
  }

  private static Optional<URI> uri(String text) {
    if (text == null || !text.strip().matches("(?is)https?://[^\\s/].*")) {
      return Optional.empty();
    }
    try {
      // Servers and people write some characters that are not allowed in a URL.
      URI uri = new URI(text.strip().replace(" ", "%20").replace("|", "%7C"));
      return uri.getRawAuthority() == null ? Optional.empty() : Optional.of(uri);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
