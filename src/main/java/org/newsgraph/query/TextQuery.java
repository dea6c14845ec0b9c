package org.newsgraph.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.lucene.queryparser.classic.QueryParserBase;
import org.newsgraph.store.text.SearchWord;

/**
 * Converts the words of a search into queries of the text index. Nothing but double quotation marks
 * is syntax: AND, OR and NOT are words, and signs are part of a word or separate words.
 */
public final class TextQuery {
  private static final int MAX_WORDS = 20;
  private static final int MAX_LENGTH = 500;

  /** Words that the parser of the text index would read as operators. */
  private static final Set<String> OPERATORS = Set.of("AND", "OR", "NOT");

  private TextQuery() {}

  /**
   * Returns a query for all words. Words in double quotation marks must be adjacent, and so must
   * words that are written without a space between them, such as "yes/no".
   *
   * @throws InvalidSearchException if the text contains no words or is too long
   */
  public static Node all(String text) {
    checkLength(text);
    StringBuilder query = new StringBuilder();
    String[] parts = text.split("\"", -1);
    for (int i = 0; i < parts.length; i++) {
      List<SearchWord> words = words(parts[i]);
      boolean quoted = i % 2 == 1 && i < parts.length - 1;
      if (quoted && !words.isEmpty()) {
        query.append('+').append(phrase(parts[i])).append(' ');
      } else {
        groups(words).forEach(group -> query.append('+').append(group(group)).append(' '));
      }
    }
    return literal(query.toString());
  }

  /**
   * Returns a query for any of the words; more matches score higher. Tolerates typing errors.
   *
   * @throws InvalidSearchException if the text contains no words or is too long
   */
  public static Node any(String text) {
    checkLength(text);
    List<String> terms = new ArrayList<>();
    for (List<SearchWord> group : groups(words(text))) {
      for (SearchWord word : group) {
        String term = escape(word.text());
        terms.add(word.text().length() > 4 ? term + "^4 " + term + "~1" : term + "^4");
      }
      joined(group).ifPresent(term -> terms.add(term + "^4"));
    }
    return literal(String.join(" ", terms));
  }

  /**
   * Returns a query for any of the words or words that differ from them in one letter, or, if they
   * have more than five letters, in two.
   *
   * @throws InvalidSearchException if the text contains no words or is too long
   */
  public static Node similar(String text) {
    checkLength(text);
    return literal(
        words(text).stream()
            .map(word -> escape(word.text()) + "~" + (word.text().length() > 5 ? 2 : 1))
            .collect(Collectors.joining(" ")));
  }

  /**
   * Returns a query for all words or words that start with them, for text being typed.
   *
   * @throws InvalidSearchException if the text contains no words or is too long
   */
  public static Node prefix(String text) {
    checkLength(text);
    return literal(
        words(text).stream()
            .map(word -> "+(" + alternatives(word) + " " + escape(word.text()) + "*)")
            .collect(Collectors.joining(" ")));
  }

  private static void checkLength(String text) {
    if (text.length() > MAX_LENGTH) {
      throw new InvalidSearchException("the search is longer than " + MAX_LENGTH + " characters");
    }
  }

  private static List<SearchWord> words(String text) {
    return SearchWord.of(text).stream().limit(MAX_WORDS).toList();
  }

  /** Groups the words that are written without a space between them. */
  private static List<List<SearchWord>> groups(List<SearchWord> words) {
    List<List<SearchWord>> groups = new ArrayList<>();
    for (SearchWord word : words) {
      if (groups.isEmpty() || !word.isLinked()) {
        groups.add(new ArrayList<>());
      }
      groups.get(groups.size() - 1).add(word);
    }
    return groups;
  }

  private static String group(List<SearchWord> words) {
    if (words.size() == 1) {
      String terms = alternatives(words.get(0));
      return terms.contains(" ") ? "(" + terms + ")" : terms;
    }
    String phrase = phrase(words.stream().map(SearchWord::text).collect(Collectors.joining(" ")));
    return joined(words).map(term -> "(" + phrase + " " + term + ")").orElse(phrase);
  }

  /** Returns the word, and its parts if it is also written as several words. */
  private static String alternatives(SearchWord word) {
    return escape(word.text()) + (word.variant().isEmpty() ? "" : " " + phrase(word.variant()));
  }

  /** Returns the spelling of two hyphenated words as one word: "email" for "e-mail". */
  private static Optional<String> joined(List<SearchWord> words) {
    return words.size() == 2 && words.get(1).isHyphenated()
        ? Optional.of(escape(words.get(0).text() + words.get(1).text()))
        : Optional.empty();
  }

  private static String phrase(String words) {
    return '"' + QueryParserBase.escape(words) + '"';
  }

  private static String escape(String word) {
    return (OPERATORS.contains(word) ? "\\" : "") + QueryParserBase.escape(word);
  }

  private static Node literal(String query) {
    if (query.isBlank()) {
      throw new InvalidSearchException("the search contains no words");
    }
    return NodeFactory.createLiteralString(query.strip());
  }
}
