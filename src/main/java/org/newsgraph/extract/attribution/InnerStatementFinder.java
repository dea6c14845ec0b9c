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
 * Finds statements within the content of others: in "“The court has ordered that they be released,”
 * she said" the court's beside hers.
 *
 * <p>The network marks their content; cue and source stand beside it within the same sentence.
 */
final class InnerStatementFinder {
  /** How many words of a hearer or an adverb may stand between the content and its cue. */
  private static final int NEAR = 8;

  /** How much the network, which has seen few of them, is to be doubted where it sees none. */
  private static final double DOUBT = 1.5;

  /** How many words before a cue a negation of it may stand. */
  private static final int NEGATED = 4;

  /** "T" is what is left of "didn't" after its apostrophe. */
  private static final Set<String> NEGATIONS =
      Set.of("not", "never", "no", "nobody", "neither", "without", "cannot", "t");

  /** Sureness of what grammar alone tells, as a probability. */
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

  /** The contents within one, with their cues and sources, and how sure those are. */
  List<ContentLink> in(ContentLink outer) {
    TokenRange whole = outer.content();
    double[][] likelihoods = new double[whole.length()][TaggingScheme.SINGLE + 1];
    for (int at = whole.first(); at <= whole.last(); at++) {
      AttributionScores scores = tokens.word(at).token().marks();
      for (int state = 0; state <= TaggingScheme.SINGLE; state++) {
        likelihoods[at - whole.first()][state] =
            Math.log(scores.inner(state) + 1e-6) - (state == TaggingScheme.OUTSIDE ? DOUBT : 0);
      }
    }
    List<ContentLink> found = new ArrayList<>();
    called(whole).ifPresent(found::add);
    for (TokenRange range :
        found.isEmpty()
            ? TokenRange.of(TaggingScheme.BIOES.decode(likelihoods))
            : List.<TokenRange>of()) {
      TokenRange content =
          new TokenRange(range.first() + whole.first(), range.last() + whole.first());
      Optional<TokenRange> cue = cue(content, whole).filter(it -> !isNegated(it, whole));
      Optional<TokenRange> source = cue.flatMap(it -> source(it, content, whole));
      if (source.isPresent()) {
        double sureness = likelihood(content);
        found.add(link(content, cue.orElseThrow(), source.orElseThrow(), sureness));
      }
    }
    return found;
  }

  /** Returns the words after a verb of naming: "what she called “a bad joke”". */
  private Optional<ContentLink> called(TokenRange whole) {
    int verb = whole.first() + 1;
    while (verb < whole.last() && verb - whole.first() <= NEAR && tokens.isInNounPhrase(verb)) {
      verb++;
    }
    int last = verb < whole.last() && word(verb + 1).equals("as") ? verb + 1 : verb;
    boolean named =
        last < whole.last()
            && verb > whole.first() + 1
            && tokens.word(whole.first()).isUnquoted()
            && word(whole.first()).equalsIgnoreCase("what")
            && NAMING_VERBS.contains(word(verb));
    TokenRange content = new TokenRange(Math.min(last + 1, whole.last()), whole.last());
    return named && isQuotedPhrase(content)
        ? Optional.of(
            link(
                content,
                new TokenRange(verb, last),
                new TokenRange(whole.first() + 1, verb - 1),
                CERTAIN))
        : Optional.empty();
  }

  /** Whether words in quotation marks are among these, and no verb of the narrator's. */
  private boolean isQuotedPhrase(TokenRange content) {
    boolean quoted = false;
    for (int at = content.first(); at <= content.last(); at++) {
      boolean narrators = tokens.word(at).isUnquoted();
      quoted |= !narrators;
      boolean word = !tokens.word(at - 1).token().touches(tokens.word(at).token());
      if (narrators && word && tag(at) == PartOfSpeech.VERB) {
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

  /** How likely the words of an inner content are one, on average. */
  private double likelihood(TokenRange content) {
    double sum = 0;
    for (int at = content.first(); at <= content.last(); at++) {
      sum += 1 - tokens.word(at).token().marks().inner(TaggingScheme.OUTSIDE);
    }
    return sum / content.length();
  }

  /** The nearest cue within the outer content, one before the inner content rather than after. */
  private Optional<TokenRange> cue(TokenRange content, TokenRange whole) {
    Predicate<TokenRange> within = cue -> isWithin(cue, whole) && sameSentence(cue, content);
    Optional<TokenRange> before =
        cues.stream()
            .filter(within)
            .filter(cue -> cue.last() < content.first())
            .max(Comparator.comparingInt(TokenRange::last))
            .filter(cue -> content.first() - cue.last() <= NEAR);
    return before
        .or(
            () ->
                cues.stream()
                    .filter(within)
                    .filter(cue -> cue.first() > content.last())
                    .min(Comparator.comparingInt(TokenRange::first))
                    .filter(cue -> cue.first() - content.last() <= NEAR))
        .or(() -> verbBefore(content, whole));
  }

  /** "The judge had not ruled that …" reports nothing that the judge said. */
  private boolean isNegated(TokenRange cue, TokenRange whole) {
    for (int at = Math.max(whole.first(), cue.first() - NEGATED); at <= cue.last(); at++) {
      if (NEGATIONS.contains(word(at).toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  private Optional<TokenRange> verbBefore(TokenRange content, TokenRange whole) {
    for (int at = content.first() - 1;
        at >= Math.max(whole.first(), content.first() - NEAR) && sameSentence(at, content.first());
        at--) {
      if (tag(at) == PartOfSpeech.VERB || tag(at) == PartOfSpeech.PARTICIPLE) {
        return Optional.of(new TokenRange(at, at));
      }
    }
    return Optional.empty();
  }

  /** The source beside the cue; otherwise the noun phrase before the cue. */
  private Optional<TokenRange> source(TokenRange cue, TokenRange content, TokenRange whole) {
    return sources.stream()
        .filter(it -> isWithin(it, whole) && sameSentence(it, cue))
        .filter(it -> it.last() < content.first() || it.first() > content.last())
        .min(
            Comparator.comparingInt(
                it -> Math.max(cue.first() - it.last(), it.first() - cue.last())))
        .or(() -> subject(cue, whole));
  }

  private Optional<TokenRange> subject(TokenRange cue, TokenRange whole) {
    int end = cue.first();
    while (end > whole.first()
        && (tag(end - 1) == PartOfSpeech.ADVERB || tag(end - 1) == PartOfSpeech.VERB)) {
      end--;
    }
    int begin = end;
    while (begin > whole.first() && isNominal(tag(begin - 1)) && sameSentence(begin - 1, end)) {
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

  private static boolean isWithin(TokenRange phrase, TokenRange whole) {
    return whole.contains(phrase.first()) && whole.contains(phrase.last());
  }

  private boolean sameSentence(TokenRange one, TokenRange other) {
    return sameSentence(one.first(), other.first()) || sameSentence(one.first(), other.last());
  }

  private boolean sameSentence(int one, int other) {
    return tokens.word(one).sentence() == tokens.word(other).sentence();
  }
}
