package org.newsgraph.serve.sparql;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.lucene.queryparser.classic.QueryParserBase;
import org.newsgraph.serve.http.HttpError;

/** Words that a person searches for, as the text index is asked for them. */
public final class TextQuery {
  private static final int MOST = 20;
  private static final int LONGEST = 500;

  private TextQuery() {}

  /** All of them must be there; those in double quotation marks beside each other. */
  public static Node all(String text) {
    return query(text, "+");
  }

  /** The more of them are there, the better; a slip of the keyboard does no harm. */
  public static Node any(String text) {
    return NodeFactory.createLiteralString(
        words(text).stream()
            .map(QueryParserBase::escape)
            .map(word -> word.length() > 4 ? word + "^4 " + word + "~1" : word + "^4")
            .collect(Collectors.joining(" ")));
  }

  /** Words that begin like these, as somebody types them. */
  public static Node prefix(String text) {
    return NodeFactory.createLiteralString(
        words(text).stream()
            .map(QueryParserBase::escape)
            .map(word -> "+(" + word + " " + word + "*)")
            .collect(Collectors.joining(" ")));
  }

  private static Node query(String text, String sign) {
    StringBuilder query = new StringBuilder();
    String[] parts = text.split("\"", -1);
    for (int i = 0; i < parts.length; i++) {
      boolean phrase = i % 2 == 1 && i < parts.length - 1;
      if (phrase && !parts[i].isBlank()) {
        query.append(sign).append('"').append(QueryParserBase.escape(parts[i])).append("\" ");
      } else if (!parts[i].isBlank()) {
        for (String word : words(parts[i])) {
          query.append(sign).append(QueryParserBase.escape(word)).append(' ');
        }
      }
    }
    if (query.isEmpty()) {
      throw HttpError.bad("there is no word to search for");
    }
    return NodeFactory.createLiteralString(query.toString().strip());
  }

  private static List<String> words(String text) {
    if (text.length() > LONGEST) {
      throw HttpError.bad("that is more than " + LONGEST + " characters to search for");
    }
    List<String> words =
        Arrays.stream(text.split("[^\\p{L}\\p{M}\\p{N}]+"))
            .filter(word -> !word.isBlank())
            .limit(MOST)
            .toList();
    if (words.isEmpty()) {
      throw HttpError.bad("there is no word to search for");
    }
    return words;
  }
}
