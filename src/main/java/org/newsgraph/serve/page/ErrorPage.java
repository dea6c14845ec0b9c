package org.newsgraph.serve.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import org.newsgraph.serve.http.Request;

/**
 * What a browser shows where it does not get the page that was asked for: what is wrong, and how to
 * go on. All other clients are told the same in a line of plain text.
 */
public final class ErrorPage {
  /** Nobody reads on; a query's fault stands in its first lines. */
  private static final int LONGEST = 300;

  private ErrorPage() {}

  /**
   * Whether it is a browser that asks, for somebody to look at the answer: only browsers like
   * nothing better than HTML.
   */
  public static boolean isFor(HttpServletRequest request) {
    String accept = request.getHeader("Accept");
    return accept != null && accept.stripLeading().startsWith("text/html");
  }

  /**
   * The page as a browser reads it.
   *
   * @param status of HTTP, from 400 to 599
   * @param reason in the words that other clients get
   */
  public static String html(HttpServletRequest request, int status, String reason) {
    Request asked = new Request(request);
    return Page.titled(title(status))
        .head(Html.of("<p class=\"kicker\">Error {}</p><h1>{}</h1>", status, title(status)))
        .body(
            Html.of(
                """
                {}<p>{}</p>
                <p class="actions"><a class="button main" href="/">Go to the home page</a></p>
                """,
                what(readable(reason, asked.path())),
                advice(status)))
        .html(asked)
        .source();
  }

  private static Html what(String reason) {
    return reason.contains("\n")
        ? Html.of("<pre class=\"wrapped\" tabindex=\"0\">{}</pre>", reason)
        : Html.of("<p class=\"lead\">{}</p>", sentence(reason)).when(!reason.isEmpty());
  }

  /** With addresses as people write them. */
  private static String readable(String reason, String path) {
    String text = reason.strip();
    try {
      text = text.replace(path, URLDecoder.decode(path.replace("+", "%2B"), UTF_8));
    } catch (IllegalArgumentException e) {
      // Then it stays as it came.
    }
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
  }

  private static String sentence(String words) {
    String end = words.matches("(?s).*[.!?…]") ? "" : ".";
    return words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1) + end;
  }

  private static String title(int status) {
    return switch (status) {
      case 400 -> "This cannot be asked";
      case 401 -> "You have to log in";
      case 403 -> "This is not allowed";
      case 404, 410 -> "Nothing is here";
      case 405 -> "This does not work here";
      case 413, 414, 431 -> "This is too long";
      case 429 -> "Too many requests";
      case 503 -> "Not now";
      default -> status < 500 ? "This did not work" : "The server failed";
    };
  }

  private static String advice(int status) {
    return switch (status) {
      case 401 -> "Load the page again, and give your name and your password.";
      case 403 -> "Go back, or ask whoever runs this server.";
      case 404, 410 ->
          "The address may be mistyped, or what was here was taken out. Search for it above.";
      case 413, 414, 431 -> "Go back, and send less at once.";
      case 429, 503 -> "Wait a moment, then load the page again.";
      default ->
          status < 500
              ? "Go back and change it, or search above."
              : "Load the page again; if that does not help, tell whoever runs this server.";
    };
  }
}
