package org.newsgraph.extract.attribution;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.newsgraph.extract.DocumentTokens;
import org.newsgraph.extract.TokenRange;
import org.newsgraph.extract.attribution.ContentLink.Choice;
import org.newsgraph.text.AttributionScores;
import org.newsgraph.text.AttributionScores.Pointer;

/** Sums the probabilities with which the words of a content point to each phrase. */
final class PointerVotes {
  private final DocumentTokens tokens;

  PointerVotes(DocumentTokens tokens) {
    this.tokens = tokens;
  }

  /**
   * Returns the phrase to which most words point, or empty if most words point to no phrase.
   *
   * @param content range of the content
   * @param phrases candidate phrases; a word outside all of them counts as a phrase of its own
   * @param pointers returns the pointers of a token
   * @param priors initial votes of some phrases, per word of the content
   */
  Optional<Choice> choose(
      TokenRange content,
      List<TokenRange> phrases,
      Function<AttributionScores, List<Pointer>> pointers,
      Map<TokenRange, Double> priors) {
    Map<TokenRange, Double> votes = new HashMap<>();
    priors.forEach((phrase, prior) -> votes.put(phrase, prior * content.length()));
    double none = 0;
    for (int at = content.first(); at <= content.last(); at++) {
      for (Pointer pointer : pointers.apply(tokens.word(at).token().scores())) {
        OptionalInt target = target(pointer, content);
        if (target.isEmpty()) {
          none += pointer.probability();
        } else {
          votes.merge(phraseAt(phrases, target.getAsInt()), pointer.probability(), Double::sum);
        }
      }
    }
    double against = none / 2;
    return votes.entrySet().stream()
        .filter(vote -> vote.getValue() > against)
        .max(Map.Entry.comparingByValue())
        .map(vote -> new Choice(vote.getKey(), Math.min(1, vote.getValue() / content.length())));
  }

  /** Tests whether most words of a content point to a cue. */
  boolean mostPointTo(TokenRange cue, TokenRange content) {
    return mostPointTo(cue, content, AttributionScores::toCue);
  }

  /** Tests whether most words of a content point to a phrase. */
  boolean mostPointTo(
      TokenRange phrase, TokenRange content, Function<AttributionScores, List<Pointer>> pointers) {
    double votes = 0;
    for (int at = content.first(); at <= content.last(); at++) {
      for (Pointer pointer : pointers.apply(tokens.word(at).token().scores())) {
        OptionalInt target = target(pointer, content);
        votes +=
            target.isPresent() && phrase.contains(target.getAsInt()) ? pointer.probability() : 0;
      }
    }
    return votes > content.length() / 2.0;
  }

  private OptionalInt target(Pointer pointer, TokenRange content) {
    int at = pointer.begin() == Pointer.NO_TARGET ? -1 : tokens.indexAtOrAfter(pointer.begin());
    boolean valid =
        at >= 0
            && at < tokens.size()
            && tokens.word(at).token().span().begin() == pointer.begin()
            && !content.contains(at)
            && tokens.areInSamePost(at, content.first());
    return valid ? OptionalInt.of(at) : OptionalInt.empty();
  }

  private static TokenRange phraseAt(List<TokenRange> phrases, int at) {
    return phrases.stream()
        .filter(phrase -> phrase.contains(at))
        .findFirst()
        .orElse(new TokenRange(at, at));
  }
}
