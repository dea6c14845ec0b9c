package org.newsgraph.extract;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.newsgraph.article.Span;
import org.newsgraph.extract.Reading.Word;
import org.newsgraph.text.Grammar;
import org.newsgraph.text.Label;
import org.newsgraph.text.Token;

/**
 * The narrator's words beside a quotation, in which its cue and its source are looked for: ", said
 * Mr Cox on Monday." after it, "Mr Cox told reporters:" before it.
 */
final class Frame {
  private static final Set<String> FINITE = Set.of("VBD", "VBZ", "VBP", "VBN", "VB");
  private static final Set<String> NO_CUES = Set.of("be", "have", "do", "'s", "will", "would");
  private static final Set<String> DASHES = Set.of("-", "–", "—", "--");
  private static final Set<String> NAMED = Set.of("NN", "NNS", "NNP", "NNPS", "PRP", "WP");

  /** Within "the head of the party" but not "the mayor in a speech". */
  private static final Set<String> PHRASE_PREPOSITIONS = Set.of("of", "for", "from", "with", "at");

  private static final Set<String> DAYS =
      Set.of(
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "saturday",
          "sunday",
          "yesterday",
          "today",
          "tonight",
          "late",
          "early",
          "last",
          "this");

  private final Reading reading;
  private final int begin;
  private final int end;

  /** The words from index {@code begin} to before {@code end}; there may be none. */
  Frame(Reading reading, int begin, int end) {
    this.reading = reading;
    this.begin = begin;
    this.end = end;
  }

  /** A cue and a source, one of which may be missing. */
  record Attributor(Optional<Span> cue, Optional<Span> source) {}

  boolean isEmpty() {
    return begin >= end;
  }

  private Token token(int at) {
    return reading.word(at).token();
  }

  /** Whether the last word is this one. */
  boolean endsWith(String word) {
    return !isEmpty() && token(end - 1).word().equals(word);
  }

  /** Whether the last word is a cue, or one of the words that lead from a cue to a quotation. */
  boolean leadsIn() {
    if (isEmpty()) {
      return false;
    }
    Token last = token(end - 1);
    return ":,".contains(last.word())
        || Set.of("that", "as", "with").contains(last.lemma())
        || isCue(end - 1);
  }

  private boolean isCue(int at) {
    Token token = token(at);
    return token.tag().startsWith("VB") && CueLexicon.isSpeech(token.lemma());
  }

  /** Whether a second cue stands before the next quotation: ", he said, adding:". */
  boolean leadsInAgain() {
    int first = begin;
    while (first < end && !isCue(first)) {
      first++;
    }
    for (int at = first + 1; at < end; at++) {
      if (isCue(at)) {
        return true;
      }
    }
    return false;
  }

  /** Reads the words after a quotation. */
  Optional<Attributor> after() {
    int first = afterPunctuation();
    if (first == end) {
      return Optional.empty();
    }
    if (token(first).word().equals("according") && first + 2 < end) {
      return Optional.of(
          new Attributor(
              Optional.of(token(first).span().to(token(first + 1).span())), phrase(first + 2)));
    }
    if (FINITE.contains(token(first).tag()) && isQuoting(first)) {
      return Optional.of(new Attributor(Optional.of(token(first).span()), phrase(first + 1)));
    }
    OptionalInt verb = verbAfter(first);
    if (verb.isPresent()) {
      return Optional.of(
          new Attributor(
              Optional.of(cue(verb.getAsInt())), source(verb.getAsInt()).or(() -> phrase(first))));
    }
    boolean dash = first > begin && DASHES.contains(token(first - 1).word());
    if (dash && token(first).label() == Label.PERSON) {
      return Optional.of(new Attributor(Optional.empty(), phrase(first)));
    }
    return Optional.empty();
  }

  private int afterPunctuation() {
    int at = begin;
    while (at < end && (",.".contains(token(at).word()) || DASHES.contains(token(at).word()))) {
      at++;
    }
    return at;
  }

  private boolean isQuoting(int at) {
    return !NO_CUES.contains(token(at).lemma());
  }

  /** The verb of "the mayor, who was there, said" or of "she sighed". */
  private OptionalInt verbAfter(int first) {
    for (int at = first; at < end; at++) {
      if (isCue(at) && FINITE.contains(token(at).tag()) && !isInRelativeClause(first, at)) {
        return OptionalInt.of(at);
      }
    }
    int at = first;
    while (at < end && !token(at).tag().startsWith("VB") && !token(at).word().equals(",")) {
      at++;
    }
    boolean plain = at < end && at > first && isQuoting(at) && FINITE.contains(token(at).tag());
    return plain ? OptionalInt.of(at) : OptionalInt.empty();
  }

  /** Whether a relative pronoun stands before the verb with no comma to end its clause. */
  private boolean isInRelativeClause(int first, int verb) {
    for (int at = verb - 1; at > first; at--) {
      if (token(at).word().equals(",")) {
        return false;
      }
      if (token(at).tag().startsWith("W")) {
        return true;
      }
    }
    return false;
  }

  /** Reads the words before a quotation. */
  Optional<Attributor> before() {
    for (int at = end - 1; at >= begin; at--) {
      if (isCue(at)) {
        return Optional.of(new Attributor(Optional.of(cue(at)), source(at).or(this::firstPhrase)));
      }
      if (token(at).word().equals("according") && at + 2 < end) {
        return Optional.of(
            new Attributor(Optional.of(token(at).span().to(token(at + 1).span())), phrase(at + 2)));
      }
    }
    return endsWith(":") ? beforeColon() : Optional.empty();
  }

  /** "From Chairwoman Rosenworcel:", "Mr Cox on the strike:", "Then she rose and shouted:". */
  private Optional<Attributor> beforeColon() {
    for (int at = begin; at < end; at++) {
      if (token(at).tag().startsWith("VB") && isQuoting(at)) {
        Optional<Span> source = source(at);
        if (source.isPresent()) {
          return Optional.of(new Attributor(Optional.of(cue(at)), source));
        }
      }
    }
    return firstPhrase().map(who -> new Attributor(Optional.empty(), Optional.of(who)));
  }

  private Optional<Span> firstPhrase() {
    int first = begin;
    while (first < end && !NAMED.contains(token(first).tag()) && !token(first).tag().equals("DT")) {
      first++;
    }
    return first < end ? phrase(first) : Optional.empty();
  }

  private Span cue(int at) {
    Word word = reading.word(at);
    return new Subjects(grammar(word)).cue(word.index());
  }

  private Grammar grammar(Word word) {
    return reading.grammars().get(word.sentence());
  }

  private Optional<Span> source(int verb) {
    Word word = reading.word(verb);
    return new Subjects(grammar(word))
        .of(word.index())
        .filter(span -> !reading.inQuotation(span.begin()));
  }

  /** The noun phrase that begins here, without the day that follows it. */
  private Optional<Span> phrase(int first) {
    int last = -1;
    for (int at = first; at < end; at++) {
      Token token = token(at);
      boolean stop =
          Set.of(",", ":", ".", "-LRB-", "``", "''", "TO", "WP", "WDT", "RB", "CC")
                  .contains(token.tag())
              || token.tag().startsWith("VB")
              || Pieces.DASHES.contains(token.word())
              || (token.tag().equals("IN") && !PHRASE_PREPOSITIONS.contains(token.lemma()))
              || (at > first && DAYS.contains(token.lemma()));
      if (stop) {
        break;
      }
      if (!token.tag().equals("IN")) {
        last = at;
      }
    }
    return last < 0 ? Optional.empty() : Optional.of(token(first).span().to(token(last).span()));
  }
}
