package org.newsgraph.serve.sparql;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.lucene.queryparser.classic.QueryParserBase;
import org.newsgraph.serve.http.HttpError;

/** Converts the words of a search into queries of the text index. */
public final class TextQuery {
  private static final int MAX_WORDS = 20;
  private static final int MAX_LENGTH = 500;

  private TextQuery() {}

  /** Returns a query for all words. Words in double quotation marks must be adjacent. */
  public static Node all(String text) {
    return query(text, "+");
  }

  /** Returns a query for any of the words; more matches score higher. Tolerates typing errors. */
  public static Node any(String text) {
    return NodeFactory.createLiteralString(
        words(text).stream()
            .map(QueryParserBase::escape)
            .map(word -> word.length() > 4 ? word + "^4 " + word + "~1" : word + "^4")
            .collect(Collectors.joining(" ")));
  }

  /** Returns a query for all words or words that start with them, for text being typed. */
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
      throw HttpError.badRequest("the search contains no words");
    }
    return NodeFactory.createLiteralString(query.toString().strip());
  }

  private static List<String> words(String text) {
    if (text.length() > MAX_LENGTH) {
      throw HttpError.badRequest("the search is longer than " + MAX_LENGTH + " characters");
    }
    List<String> words =
        Arrays.stream(text.split("[^\\p{L}\\p{M}\\p{N}]+"))
            .filter(word -> !word.isBlank())
            .limit(MAX_WORDS)
            .toList();
    if (words.isEmpty()) {
      throw HttpError.badRequest("the search contains no words");
    }
    return words;
  }
}
