package org.newsgraph.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.newsgraph.article.Span;
import org.newsgraph.extract.Frame.Attributor;
import org.newsgraph.text.Token;

/**
 * Gives every quotation that is speech of its own to a source.
 *
 * <p>A quotation is tried with the words after it, then with those before it; one that has neither
 * goes on with what its speaker said before it. The bounds come from the quotation marks alone.
 */
final class QuoteAttributor {
  /** A quotation without any cue is speech only if it has so many words. */
  private static final int SPEECH_WORDS = 5;

  /** How often, in PolNeAR's training part, a quotation with words of attribution is right. */
  private static final double ATTRIBUTED = 0.91;

  /** The same for one that has none; its speaker is right less often still. */
  private static final double CARRIED = 0.5;

  private final Reading reading;
  private final List<Attributed> statements = new ArrayList<>();

  /** The index of the last quotation's statement, or -1 if it has none. */
  private int current = -1;

  private QuoteAttributor(Reading reading) {
    this.reading = reading;
  }

  /** In reading order. */
  static List<Attributed> find(Reading reading) {
    QuoteAttributor attributor = new QuoteAttributor(reading);
    for (int i = 0; i < reading.quotations().size(); i++) {
      attributor.quotation(i);
    }
    return attributor.statements;
  }

  private void quotation(int index) {
    Span span = reading.quotations().get(index).span();
    int first = reading.firstFrom(span.begin());
    int end = reading.firstFrom(span.end());
    if (first == end || isEmbedded(first, end)) {
      current = -1;
      return;
    }
    Frame before = before(first);
    Frame after = after(end);
    Optional<Attributor> found = Optional.empty();
    if (!before.endsWith(":") || before.before().isEmpty()) {
      found = canBeFollowed(end) ? after.after() : Optional.empty();
    }
    if (found.isEmpty() && before.leadsIn() && !continues(first, before)) {
      found = before.before();
    }
    if (found.isPresent()) {
      add(span, found.get(), ATTRIBUTED);
    } else if (current >= 0 && follows(first)) {
      extend(span);
    } else {
      carry(span, first, end);
    }
  }

  private void add(Span span, Attributor by, double confidence) {
    statements.add(new Attributed(List.of(span), by.cue(), by.source(), confidence));
    current = statements.size() - 1;
  }

  private void extend(Span span) {
    Attributed last = statements.get(current);
    List<Span> parts = new ArrayList<>(last.parts());
    parts.add(span);
    statements.set(current, new Attributed(parts, last.cue(), last.source(), last.confidence()));
  }

  /** The narrator's words before the quotation, back to the sentence's begin or another quote. */
  private Frame before(int first) {
    int begin = first;
    while (begin > 0
        && reading.word(begin - 1).isNarrators()
        && reading.word(begin - 1).paragraph() == reading.word(first).paragraph()
        && !(reading.endsSentence(begin - 1) && (begin < first || isFullStop(begin - 1)))) {
      begin--;
    }
    if (begin == first && first > 0 && reading.word(first - 1).token().word().equals(":")) {
      return before(first - 1, first);
    }
    return new Frame(reading, begin, first);
  }

  /** The sentence of the paragraph before, where that leads in with a colon. */
  private Frame before(int last, int end) {
    int begin = last;
    while (begin > 0 && !reading.endsSentence(begin - 1) && reading.word(begin - 1).isNarrators()) {
      begin--;
    }
    return new Frame(reading, begin, end);
  }

  private boolean isFullStop(int at) {
    return reading.word(at).token().tag().equals(".");
  }

  /** The narrator's words after the quotation, to the sentence's end or the next quotation. */
  private Frame after(int end) {
    int to = end;
    while (to < reading.size()
        && reading.word(to).isNarrators()
        && reading.word(to).paragraph() == reading.word(end - 1).paragraph()) {
      to++;
      if (reading.endsSentence(to - 1)) {
        break;
      }
    }
    // "... He said: 'No.'" belongs to the quotation that it leads into.
    boolean leadsOn =
        to > end
            && to < reading.size()
            && !reading.word(to).isNarrators()
            && reading.word(to - 1).token().word().equals(":");
    return new Frame(reading, end, leadsOn ? end : to);
  }

  /** Whether an attribution may come after it: not where a full stop has ended the sentence. */
  private boolean canBeFollowed(int end) {
    if (end == reading.size()) {
      return false;
    }
    int last = end - 1;
    while (last > 0 && isMark(reading.word(last).token())) {
      last--;
    }
    String word = reading.word(last).token().word();
    Token next = reading.word(end).token();
    boolean small = Character.isLowerCase(next.word().codePointAt(0)) || next.word().equals(",");
    boolean dash = "–—--".contains(next.word());
    if (word.equals(".")) {
      return small || dash;
    }
    // A title in quotation marks goes on in the sentence without a comma.
    return dash || next.word().equals(",") || ",?!…".contains(word);
  }

  private static boolean isMark(Token token) {
    return "”’\"'»“''".contains(token.word());
  }

  /** '"Yes," he said, "and no."': the words between go with the first of the two. */
  private boolean continues(int first, Frame before) {
    if (current < 0 || before.endsWith(":") || before.leadsInAgain()) {
      return false;
    }
    int end = reading.firstFrom(statements.get(current).span().end());
    for (int at = canBeFollowed(end) ? end : end - 1; at < first; at++) {
      if (reading.endsSentence(at)) {
        return false;
      }
    }
    return end < first;
  }

  /** Whether it stands in the paragraph of the statement before, or opens the one after it. */
  private boolean follows(int first) {
    int last = reading.firstFrom(statements.get(current).span().end()) - 1;
    int apart = reading.word(first).paragraph() - reading.word(last).paragraph();
    return apart == 0 || (apart == 1 && opensParagraph(first));
  }

  private boolean opensParagraph(int first) {
    return first == 0 || reading.word(first - 1).paragraph() != reading.word(first).paragraph();
  }

  /** Gives a quotation without words of attribution to the one of whom the text speaks. */
  private void carry(Span span, int first, int end) {
    current = -1;
    if (end - first < SPEECH_WORDS || first == 0 || !reading.endsSentence(first - 1)) {
      return;
    }
    int last = first - 1;
    if (reading.word(first).paragraph() - reading.word(last).paragraph() > 1) {
      return;
    }
    int begin = last;
    while (begin > 0 && !reading.endsSentence(begin - 1)) {
      begin--;
    }
    for (int at = begin; at <= last; at++) {
      Reading.Word word = reading.word(at);
      if (word.isNarrators() && word.token().tag().startsWith("VB")) {
        Optional<Span> source =
            new Subjects(reading.grammars().get(word.sentence()))
                .of(word.index())
                .filter(who -> !reading.inQuotation(who.begin()));
        if (source.isPresent()) {
          add(span, new Attributor(Optional.empty(), source), CARRIED);
          return;
        }
      }
    }
    if (!statements.isEmpty()) {
      Attributed previous = statements.get(statements.size() - 1);
      add(span, new Attributor(Optional.empty(), previous.source()), CARRIED);
    }
  }

  /**
   * Whether it is a piece of the narrator's sentence, 'called it "a disgrace"', and not an
   * utterance: it begins small after a word that does not lead into speech.
   */
  private boolean isEmbedded(int first, int end) {
    if (first == 0 || opensParagraph(first)) {
      return false;
    }
    Token before = reading.word(first - 1).token();
    if (!reading.word(first - 1).isNarrators()
        || ":,".contains(before.word())
        || isFullStop(first - 1)) {
      return false;
    }
    int begin = first;
    while (begin < end && isMark(reading.word(begin).token())) {
      begin++;
    }
    if (begin == end) {
      return true;
    }
    boolean capital = Character.isUpperCase(reading.word(begin).token().word().codePointAt(0));
    boolean cue = before.tag().startsWith("VB") && CueLexicon.isSpeech(before.lemma());
    return !(capital && cue);
  }
}
