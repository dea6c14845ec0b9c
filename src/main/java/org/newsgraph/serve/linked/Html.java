package org.newsgraph.serve.linked;

import java.net.URI;
import java.util.Locale;
import org.newsgraph.graph.Iris;

/** Writes HTML: whatever an article says stays text. */
public final class Html {
  private Html() {}

  public static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** A whole page; the body is HTML, the title is text. */
  public static String page(String title, String body) {
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s – Newsgraph</title>
        <link rel="stylesheet" href="/style.css">
        </head>
        <body>
        <nav><a href="/">Newsgraph</a>
        <form action="/search"><input name="q" type="search" aria-label="Search"
         placeholder="Who or what?"> <button>Search</button></form></nav>
        <main>
        <h1>%s</h1>
        %s
        </main>
        </body>
        </html>
        """
        .formatted(escape(title), escape(title), body);
  }

  /** A link with a text; to what is ours on this server, to the web elsewhere, to no script. */
  public static String link(String iri, String text, Iris iris) {
    String target = address(iri, iris);
    return target.isEmpty()
        ? escape(text)
        : "<a href=\"" + escape(target) + "\">" + escape(text) + "</a>";
  }

  /** Where a browser finds what has this IRI; empty where it cannot. */
  static String address(String iri, Iris iris) {
    if (iri.startsWith(iris.base())) {
      return "/" + ascii(iri.substring(iris.base().length()));
    }
    String lower = iri.toLowerCase(Locale.ROOT);
    return lower.startsWith("http://") || lower.startsWith("https://") ? ascii(iri) : "";
  }

  /** With percent signs for what is not ASCII. */
  static String ascii(String iri) {
    try {
      return URI.create(iri).toASCIIString();
    } catch (IllegalArgumentException e) {
      return iri.replaceAll("[^\\x21-\\x7e]", "");
    }
  }
}
