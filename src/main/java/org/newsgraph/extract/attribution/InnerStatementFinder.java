package org.newsgraph.extract.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.newsgraph.extract.DocumentTokens;
import org.newsgraph.extract.TokenRange;
import org.newsgraph.extract.attribution.ContentLink.Choice;
import org.newsgraph.text.AttributionScores;
import org.newsgraph.text.PartOfSpeech;
import org.newsgraph.text.TaggingScheme;

/**
 * Finds statements within the content of other statements: in "“The court has ordered that they be
 * released,” she said" the court's statement within hers.
 *
 * <p>The network marks the inner content. Its cue and source are near it in the same sentence.
 */
final class InnerStatementFinder {
  /**
   * Maximum distance between the content and its cue, in words, for an addressee or an adverb
   * between them.
   */
  private static final int MAX_TOKEN_DISTANCE = 8;

  /**
   * Penalty on the log-likelihood of {@link TaggingScheme#OUTSIDE}, because the network was trained
   * on few inner statements and finds too few.
   */
  private static final double OUTSIDE_PENALTY = 1.5;

  /** Maximum distance of a negation before its cue, in words. */
  private static final int MAX_NEGATION_DISTANCE = 4;

  /** Negations. "t" is the token after the apostrophe in "didn't". */
  private static final Set<String> NEGATIONS =
      Set.of("not", "never", "no", "nobody", "neither", "without", "cannot", "t");

  /** Probability of a link that is determined by grammar alone. */
  private static final double CERTAIN = 0.9;

  private static final Set<String> NAMING_VERBS =
      Set.of("called", "calls", "call", "described", "describes", "termed", "terms", "dubbed");

  private final DocumentTokens tokens;
  private final List<TokenRange> cues;
  private final List<TokenRange> sources;

  InnerStatementFinder(DocumentTokens tokens, List<TokenRange> cues, List<TokenRange> sources) {
    this.tokens = tokens;
    this.cues = cues;
    this.sources = sources;
  }

  /**
   * Returns the inner contents of a content, with their cues and sources and the probability of
   * these.
   */
  List<ContentLink> findIn(ContentLink outer) {
    TokenRange outerRange = outer.content();
    double[][] likelihoods = new double[outerRange.length()][TaggingScheme.SINGLE + 1];
    for (int at = outerRange.first(); at <= outerRange.last(); at++) {
      AttributionScores scores = tokens.word(at).token().scores();
      for (int state = 0; state <= TaggingScheme.SINGLE; state++) {
        likelihoods[at - outerRange.first()][state] =
            Math.log(scores.inner(state) + 1e-6)
                - (state == TaggingScheme.OUTSIDE ? OUTSIDE_PENALTY : 0);
      }
    }
    List<ContentLink> found = new ArrayList<>();
    contentAfterNamingVerb(outerRange).ifPresent(found::add);
    for (TokenRange range :
        found.isEmpty()
            ? TokenRange.of(TaggingScheme.BIOES.decode(likelihoods))
            : List.<TokenRange>of()) {
      TokenRange content =
          new TokenRange(range.first() + outerRange.first(), range.last() + outerRange.first());
      Optional<TokenRange> cue = cue(content, outerRange).filter(it -> !isNegated(it, outerRange));
      Optional<TokenRange> source = cue.flatMap(it -> source(it, content, outerRange));
      if (source.isPresent()) {
        double sureness = likelihood(content);
        found.add(link(content, cue.orElseThrow(), source.orElseThrow(), sureness));
      }
    }
    return found;
  }

  /** Returns the content after a verb of naming: "what she called “a bad joke”". */
  private Optional<ContentLink> contentAfterNamingVerb(TokenRange outerRange) {
    int verb = outerRange.first() + 1;
    while (verb < outerRange.last()
        && verb - outerRange.first() <= MAX_TOKEN_DISTANCE
        && tokens.isInNounPhrase(verb)) {
      verb++;
    }
    int last = verb < outerRange.last() && word(verb + 1).equals("as") ? verb + 1 : verb;
    boolean named =
        last < outerRange.last()
            && verb > outerRange.first() + 1
            && tokens.word(outerRange.first()).isUnquoted()
            && word(outerRange.first()).equalsIgnoreCase("what")
            && NAMING_VERBS.contains(word(verb));
    TokenRange content = new TokenRange(Math.min(last + 1, outerRange.last()), outerRange.last());
    return named && isQuotedPhrase(content)
        ? Optional.of(
            link(
                content,
                new TokenRange(verb, last),
                new TokenRange(outerRange.first() + 1, verb - 1),
                CERTAIN))
        : Optional.empty();
  }

  /**
   * Tests whether a range contains quoted words and no unquoted verb, and does not start with a
   * preposition.
   */
  private boolean isQuotedPhrase(TokenRange content) {
    boolean quoted = false;
    for (int at = content.first(); at <= content.last(); at++) {
      boolean unquoted = tokens.word(at).isUnquoted();
      quoted |= !unquoted;
      boolean word = !tokens.word(at - 1).token().touches(tokens.word(at).token());
      if (unquoted && word && tag(at) == PartOfSpeech.VERB) {
        return false;
      }
    }
    return quoted && tag(content.first()) != PartOfSpeech.PREPOSITION;
  }

  private static ContentLink link(
      TokenRange content, TokenRange cue, TokenRange source, double sureness) {
    return new ContentLink(
        content, Optional.of(new Choice(cue, sureness)), Optional.of(new Choice(source, sureness)));
  }

  /** Returns the average probability of the words in a range to be inner content. */
  private double likelihood(TokenRange content) {
    double sum = 0;
    for (int at = content.first(); at <= content.last(); at++) {
      sum += 1 - tokens.word(at).token().scores().inner(TaggingScheme.OUTSIDE);
    }
    return sum / content.length();
  }

  /**
   * Returns the nearest cue within the outer content. A cue before the inner content is preferred
   * to one after it.
   */
  private Optional<TokenRange> cue(TokenRange content, TokenRange outerRange) {
    Predicate<TokenRange> within = cue -> isWithin(cue, outerRange) && sameSentence(cue, content);
    Optional<TokenRange> before =
        cues.stream()
            .filter(within)
            .filter(cue -> cue.last() < content.first())
            .max(Comparator.comparingInt(TokenRange::last))
            .filter(cue -> content.first() - cue.last() <= MAX_TOKEN_DISTANCE);
    return before
        .or(
            () ->
                cues.stream()
                    .filter(within)
                    .filter(cue -> cue.first() > content.last())
                    .min(Comparator.comparingInt(TokenRange::first))
                    .filter(cue -> cue.first() - content.last() <= MAX_TOKEN_DISTANCE))
        .or(() -> verbBefore(content, outerRange));
  }

  /**
   * Tests whether a cue is negated: "The judge had not ruled that …" does not report a statement of
   * the judge.
   */
  private boolean isNegated(TokenRange cue, TokenRange outerRange) {
    for (int at = Math.max(outerRange.first(), cue.first() - MAX_NEGATION_DISTANCE);
        at <= cue.last();
        at++) {
      if (NEGATIONS.contains(word(at).toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  private Optional<TokenRange> verbBefore(TokenRange content, TokenRange outerRange) {
    for (int at = content.first() - 1;
        at >= Math.max(outerRange.first(), content.first() - MAX_TOKEN_DISTANCE)
            && sameSentence(at, content.first());
        at--) {
      if (tag(at) == PartOfSpeech.VERB || tag(at) == PartOfSpeech.PARTICIPLE) {
        return Optional.of(new TokenRange(at, at));
      }
    }
    return Optional.empty();
  }

  /** Returns the source nearest to the cue, otherwise the noun phrase before the cue. */
  private Optional<TokenRange> source(TokenRange cue, TokenRange content, TokenRange outerRange) {
    return sources.stream()
        .filter(it -> isWithin(it, outerRange) && sameSentence(it, cue))
        .filter(it -> it.last() < content.first() || it.first() > content.last())
        .min(
            Comparator.comparingInt(
                it -> Math.max(cue.first() - it.last(), it.first() - cue.last())))
        .or(() -> subject(cue, outerRange));
  }

  private Optional<TokenRange> subject(TokenRange cue, TokenRange outerRange) {
    int end = cue.first();
    while (end > outerRange.first()
        && (tag(end - 1) == PartOfSpeech.ADVERB || tag(end - 1) == PartOfSpeech.VERB)) {
      end--;
    }
    int begin = end;
    while (begin > outerRange.first()
        && isNominal(tag(begin - 1))
        && sameSentence(begin - 1, end)) {
      begin--;
    }
    return begin < end ? Optional.of(new TokenRange(begin, end - 1)) : Optional.empty();
  }

  private static boolean isNominal(PartOfSpeech tag) {
    return tag.isNoun()
        || tag == PartOfSpeech.PRONOUN
        || tag == PartOfSpeech.DETERMINER
        || tag == PartOfSpeech.POSSESSIVE
        || tag == PartOfSpeech.ADJECTIVE
        || tag == PartOfSpeech.NUMBER;
  }

  private String word(int at) {
    return tokens.word(at).token().word();
  }

  private PartOfSpeech tag(int at) {
    return tokens.word(at).token().pos();
  }

  private static boolean isWithin(TokenRange phrase, TokenRange outerRange) {
    return outerRange.contains(phrase.first()) && outerRange.contains(phrase.last());
  }

  private boolean sameSentence(TokenRange left, TokenRange right) {
    return sameSentence(left.first(), right.first()) || sameSentence(left.first(), right.last());
  }

  private boolean sameSentence(int left, int right) {
    return tokens.word(left).sentence() == tokens.word(right).sentence();
  }
}
