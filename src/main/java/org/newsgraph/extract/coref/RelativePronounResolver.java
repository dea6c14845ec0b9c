package org.newsgraph.extract.coref;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.newsgraph.article.Span;
import org.newsgraph.extract.DocumentTokens;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.Mention;
import org.newsgraph.extract.RoleNouns;
import org.newsgraph.extract.Speaker;
import org.newsgraph.text.PartOfSpeech;
import org.newsgraph.text.Token;

/** Resolves "who", "which" and "many of whom" to the name or noun phrase before them. */
final class RelativePronounResolver implements SourceResolver {
  /** Punctuation between a name and "who". */
  private static final Set<String> PUNCTUATION = Set.of(",", "–", "—", "―", "-", "--");

  private static final Set<PartOfSpeech> IN_PHRASE =
      EnumSet.of(
          PartOfSpeech.DETERMINER,
          PartOfSpeech.ADJECTIVE,
          PartOfSpeech.NOUN,
          PartOfSpeech.PROPER_NOUN,
          PartOfSpeech.NUMBER);

  private static final Set<PartOfSpeech> COMPLETES_PHRASE =
      EnumSet.of(PartOfSpeech.DETERMINER, PartOfSpeech.NUMBER);

  /** Maximum length of an apposition between a name and "who", in words. */
  private static final int MAX_APPOSITION_LENGTH = 12;

  private static final Set<String> RELATIVES = Set.of("who", "which", "that");

  /**
   * A relative phrase that refers to a part of a group: "Voters, many of whom say". The speaker is
   * described as the group.
   */
  private static final Pattern SOME_OF_WHOM =
      Pattern.compile("\\w+ of (?:whom|which)", Pattern.CASE_INSENSITIVE);

  private final DocumentTokens tokens;
  private final List<Mention> mentions;

  RelativePronounResolver(DocumentTokens tokens, List<Mention> mentions) {
    this.tokens = tokens;
    this.mentions = mentions;
  }

  /**
   * Resolves a relative pronoun to the name before it, or to the name before the apposition that it
   * ends: "Mr Obama, who said", "Ann Roe, an aide to the mayor who said".
   */
  @Override
  public Optional<Speaker> resolve(Span source, String words) {
    if (SOME_OF_WHOM.matcher(words).matches()) {
      return phraseEndingAt(tokens.indexAtOrAfter(source.begin()) - 1)
          .map(it -> describedAs(it, source, words));
    }
    if (!RELATIVES.contains(words.toLowerCase(Locale.ROOT))) {
      return Optional.empty();
    }
    int at = tokens.indexAtOrAfter(source.begin()) - 1;
    at -= at > 0 && PUNCTUATION.contains(token(at).word()) ? 1 : 0;
    Optional<Mention> named =
        mentionAt(at)
            .filter(
                it -> it.entity().type() == EntityType.PERSON || !words.equalsIgnoreCase("who"));
    for (int back = at; named.isEmpty() && back > Math.max(0, at - MAX_APPOSITION_LENGTH); back--) {
      if (tokens.word(back).sentence() != tokens.word(at).sentence()) {
        break;
      }
      if (token(back).pos() == PartOfSpeech.VERB) {
        // "Kaine is a lawyer who": the relative clause is about the subject.
        named =
            Set.of("is", "was").contains(token(back).word())
                ? mentionAt(back - 1).filter(it -> it.entity().type() == EntityType.PERSON)
                : Optional.empty();
        break;
      }
      named =
          token(back).word().equals(",")
              ? mentionAt(back - 1).filter(it -> it.entity().type() == EntityType.PERSON)
              : Optional.empty();
    }
    int before = tokens.indexAtOrAfter(source.begin()) - 1;
    return named
        .<Speaker>map(it -> new Speaker.Known(it.span(), it.text(), it.entity()))
        .or(() -> phraseEndingAt(before).map(it -> describedAs(it, it, tokens.textOf(it))));
  }

  private Speaker describedAs(Span phrase, Span source, String words) {
    return new Speaker.Described(source, words, phrase, tokens.textOf(phrase));
  }

  /**
   * Returns the noun phrase before "who": "An architect", "voters" or "Democrats and Republicans".
   * A singular noun without an article, "president", is not one, because it may be the predicate of
   * another person.
   */
  private Optional<Span> phraseEndingAt(int end) {
    int last = end > 0 && PUNCTUATION.contains(token(end).word()) ? end - 1 : end;
    if (last < 0 || !token(last).pos().isNoun()) {
      return Optional.empty();
    }
    String noun = token(last).word();
    boolean plural = NounPhraseNumber.isPlural(noun);
    if (!plural
        && (token(last).pos() != PartOfSpeech.NOUN
            || (last < end && RoleNouns.classOf(noun).isEmpty()))) {
      return Optional.empty();
    }
    int first = last;
    while (first > 0
        && tokens.word(first - 1).sentence() == tokens.word(last).sentence()
        && (IN_PHRASE.contains(token(first - 1).pos())
            || (plural && token(first - 1).word().equals("and")))
        && token(first).pos() != PartOfSpeech.DETERMINER
        && !token(first - 1).word().equals("as")) {
      first--;
    }
    first += token(first).word().equals("and") ? 1 : 0;
    boolean complete = COMPLETES_PHRASE.contains(token(first).pos()) || plural;
    return complete ? Optional.of(span(first, last + 1)) : Optional.empty();
  }

  private Optional<Mention> mentionAt(int at) {
    return at < 0
        ? Optional.empty()
        : mentions.stream().filter(it -> it.span().overlaps(token(at).span())).findFirst();
  }

  private Token token(int at) {
    return tokens.word(at).token();
  }

  private Span span(int begin, int end) {
    return token(begin).span().union(token(end - 1).span());
  }
}
