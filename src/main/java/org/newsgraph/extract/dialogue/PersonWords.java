package org.newsgraph.extract.dialogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.newsgraph.article.Layout.Part;
import org.newsgraph.article.Span;
import org.newsgraph.text.AnalysedText;
import org.newsgraph.text.EntityLabel;
import org.newsgraph.text.Sentence;
import org.newsgraph.text.Token;

/** The words of persons' names in an article, according to the network's labels. */
final class PersonWords {
  private static final int MIN_LENGTH = 2;

  private final List<Token> tokens;
  private final Set<String> words = new HashSet<>();
  private final Set<String> authors = new HashSet<>();

  /**
   * A person's name.
   *
   * @param span range of the name
   * @param family last word of the name, in lower case
   * @param isFull whether the name has more than one word
   */
  record Person(Span span, String family, boolean isFull) {}

  PersonWords(AnalysedText analysed) {
    this.tokens =
        analysed.sentences().stream().map(Sentence::tokens).flatMap(List::stream).toList();
    tokens.stream()
        .filter(token -> token.label() == EntityLabel.PERSON)
        .map(PersonWords::lowerCase)
        .filter(word -> word.length() >= MIN_LENGTH)
        .forEach(words::add);
    analysed.article().metadata().authors().forEach(this::addAuthor);
    analysed.layout().paragraphs().stream()
        .filter(it -> it.part() == Part.BYLINE)
        .forEach(it -> addAuthor(analysed.article().text().substring(it.span())));
  }

  private void addAuthor(String names) {
    for (String word : names.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}'’-]+", -1)) {
      authors.add(word);
    }
  }

  private static String lowerCase(Token token) {
    return token.word().toLowerCase(Locale.ROOT);
  }

  /** Tests whether a word in lower case is part of a person's name anywhere in the article. */
  boolean contains(String word) {
    return words.contains(word);
  }

  /** Returns the tokens of a span. */
  List<Token> tokens(Span span) {
    int low = 0;
    int high = tokens.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (tokens.get(middle).span().begin() < span.begin()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    int end = low;
    while (end < tokens.size() && tokens.get(end).span().begin() < span.end()) {
      end++;
    }
    return tokens.subList(low, end);
  }

  /** Tests whether all words of a span have one of these labels. */
  boolean isLabelled(Span span, Set<EntityLabel> labels) {
    return tokens(span).stream().allMatch(token -> labels.contains(token.label()));
  }

  /** Returns the persons that a span names, without the article's authors, in reading order. */
  List<Person> persons(Span span) {
    List<Person> persons = new ArrayList<>();
    List<Token> within = tokens(span);
    int at = 0;
    while (at < within.size()) {
      int end = at;
      while (end < within.size()
          && within.get(end).label() == EntityLabel.PERSON
          && (end == at || !within.get(end).beginsName())) {
        end++;
      }
      if (end > at) {
        Optional<Person> person = person(within.subList(at, end));
        person.filter(it -> !authors.contains(it.family)).ifPresent(persons::add);
      }
      at = Math.max(end, at + 1);
    }
    return persons;
  }

  private static Optional<Person> person(List<Token> name) {
    Token last = name.get(name.size() - 1);
    String family = lowerCase(last);
    return family.length() < MIN_LENGTH
        ? Optional.empty()
        : Optional.of(new Person(name.get(0).span().union(last.span()), family, name.size() > 1));
  }
}
