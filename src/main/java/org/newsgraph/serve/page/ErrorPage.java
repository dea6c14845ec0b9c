package org.newsgraph.serve.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import org.newsgraph.serve.http.Request;

/**
 * The HTML page that a browser gets instead of the requested page: the error, and advice on what to
 * do. All other clients get the same reason as a line of plain text.
 */
public final class ErrorPage {
  /**
   * Maximum length of a reason, in code points. Errors in a query are reported in its first lines.
   */
  private static final int MAX_REASON_LENGTH = 300;

  private ErrorPage() {}

  /**
   * Returns the source of the error page.
   *
   * @param status the HTTP status, 400 to 599
   * @param reason the message that other clients get
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
                reasonHtml(readable(status == 405 ? method(reason) : reason, asked.path())),
                advice(status)))
        .html(asked)
        .source();
  }

  /**
   * Returns the source of an error page for a request that is not valid HTTP, or that the server
   * refused before it looked at the address.
   *
   * @param status the HTTP status, 400 to 599
   */
  public static String html(int status, String reason) {
    return Html.of(
            """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{} – Newsgraph</title>
            <link rel="stylesheet" href="/assets/explorer.css">
            </head>
            <body>
            <main id="main">
            <p class="kicker">Error {}</p><h1>{}</h1>
            {}<p>{}</p>
            <p class="actions"><a class="button main" href="/">Go to the home page</a></p>
            </main>
            </body>
            </html>
            """,
            title(status),
            status,
            title(status),
            reasonHtml(reason),
            advice(status))
        .source();
  }

  /** Explains status 405 to people, who do not know the methods of HTTP. */
  private static String method(String reason) {
    return reason.contains("GET") ? "This page can only be read." : "This page only takes forms.";
  }

  private static Html reasonHtml(String reason) {
    if (reason.isEmpty()) {
      return Html.NONE;
    }
    return reason.contains("\n")
        ? Html.of("<pre class=\"wrapped\" tabindex=\"0\">{}</pre>", reason)
        : Html.of("<p class=\"lead\">{}</p>", sentence(reason));
  }

  /** Decodes percent escapes of the request's path in the reason, and truncates the reason. */
  private static String readable(String reason, String path) {
    String text = reason.strip();
    try {
      text = text.replace(path, URLDecoder.decode(path.replace("+", "%2B"), UTF_8));
    } catch (IllegalArgumentException e) {
      // The path has invalid escapes and stays as it is.
    }
    return text.codePointCount(0, text.length()) <= MAX_REASON_LENGTH
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MAX_REASON_LENGTH)) + "…";
  }

  private static String sentence(String text) {
    String end = text.matches("(?s).*[.!?…]") ? "" : ".";
    return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1) + end;
  }

  private static String title(int status) {
    return switch (status) {
      case 400 -> "We could not read this";
      case 401 -> "Please log in";
      case 403 -> "You cannot do this here";
      case 404, 410 -> "Page not found";
      case 405 -> "This address does not take this request";
      case 413, 414, 431 -> "Request too large";
      case 429 -> "Too many requests";
      case 503 -> "Temporarily unavailable";
      default -> status < 500 ? "Request failed" : "Server error";
    };
  }

  private static String advice(int status) {
    return switch (status) {
      case 401 -> "Reload the page, then enter your name and password.";
      case 403 -> "Go back, or contact the administrator of this server.";
      case 404, 410 ->
          "The address may be mistyped, or the page may have been deleted. Try the search box above.";
      case 405 -> "Go back, or use the search box above.";
      case 413, 414, 431 -> "Go back and send less data.";
      case 429, 503 -> "Wait a moment, then reload the page.";
      default ->
          status < 500
              ? "Go back and change the request, or use the search box above."
              : "Reload the page. If the error persists, contact the administrator of this server.";
    };
  }
}
