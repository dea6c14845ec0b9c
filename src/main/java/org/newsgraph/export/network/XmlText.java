package org.newsgraph.export.network;

import org.newsgraph.graph.Characters;

/** Escapes text for XML elements and attributes. */
final class XmlText {
  private XmlText() {}

  /**
   * Escapes a text. Line ends and tabs are escaped as well, because they would become spaces in
   * attributes.
   */
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
