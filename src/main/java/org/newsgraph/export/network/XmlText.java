package org.newsgraph.export.network;

import org.newsgraph.graph.Characters;

/** Text in XML, in elements and attributes. */
final class XmlText {
  private XmlText() {}

  /** A text as it must be written; line ends and tabs would else become spaces in attributes. */
  static String escaped(Object value) {
    String text = Characters.xml(value.toString());
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\t', '\n', '\r' -> escaped.append("&#").append((int) c).append(';');
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
