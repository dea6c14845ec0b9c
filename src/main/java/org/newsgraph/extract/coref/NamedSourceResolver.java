package org.newsgraph.extract.coref;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.newsgraph.article.Span;
import org.newsgraph.extract.DocumentTokens;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.Mention;
import org.newsgraph.extract.PersonName;
import org.newsgraph.extract.RoleNouns;
import org.newsgraph.extract.Speaker;
import org.newsgraph.text.PartOfSpeech;
import org.newsgraph.text.Token;

/** Resolves sources whose head is a name: "Mr Roe", "the Labour leader Ann Roe", "the CIA". */
final class NamedSourceResolver implements SourceResolver {
  private static final Set<String> HEAD_ENDS = Set.of(",", "–", "—", "(", ";");

  private static final Set<PartOfSpeech> ENDS_NOUN =
      EnumSet.of(
          PartOfSpeech.PREPOSITION,
          PartOfSpeech.VERB,
          PartOfSpeech.RELATIVE,
          PartOfSpeech.CONJUNCTION);

  /** Titles of courtesy and learning, which hold no office. */
  private static final Set<String> COURTESY_TITLES =
      Set.of("mr", "mrs", "ms", "miss", "dr", "prof", "sir");

  /** Maximum length of a title or rank between a comma and a name, in words. */
  private static final int MAX_RANK_LENGTH = 3;

  private final DocumentTokens tokens;
  private final List<Mention> mentions;

  NamedSourceResolver(Discourse discourse) {
    this.tokens = discourse.tokens();
    this.mentions = discourse.mentions();
  }

  @Override
  public Optional<Speaker> resolve(Span source, String words) {
    return named(source).map(it -> new Speaker.Known(source, words, it));
  }

  /**
   * Returns the head of a source, without appositions and relative clauses: "Sir Vince Cable, who
   * replaced Tim Farron", "Hugh Hill, a doctor". The head of "the party's leader, Tim Farron"
   * includes the name after the comma.
   */
  Span head(Span source) {
    int begin = tokens.indexAtOrAfter(source.begin());
    int end = tokens.indexAtOrAfter(source.end());
    int cut = begin + 1;
    while (cut < end && !endsHead(cut)) {
      cut = continuesAfterParenthesis(cut, end).orElse(cut + 1);
    }
    if (cut >= end || (isList(cut, end) && !isRelative(cut))) {
      return source;
    }
    Span head = span(begin, cut);
    Optional<Mention> next =
        mentions.stream()
            .filter(m -> m.entity().type() == EntityType.PERSON)
            .filter(m -> source.contains(m.span()) && m.span().begin() >= head.end())
            .findFirst();
    return named(head).isEmpty()
            && next.isPresent()
            && isRank(cut + 1, tokens.indexAtOrAfter(next.get().span().begin()))
        ? head.union(next.get().span())
        : head;
  }

  /** Tests whether a range of tokens is empty or holds nothing but a title or rank. */
  private boolean isRank(int begin, int end) {
    for (int at = begin; at < end; at++) {
      if (token(at).pos() != PartOfSpeech.PROPER_NOUN && !token(at).word().equals(".")) {
        return false;
      }
    }
    return begin <= end && end - begin <= MAX_RANK_LENGTH;
  }

  private boolean endsHead(int at) {
    // "Many of whom" is a head.
    boolean relative =
        token(at).pos() == PartOfSpeech.RELATIVE && (at == 0 || !token(at - 1).word().equals("of"));
    boolean abbreviated = continuesAfterParenthesis(at, tokens.size()).isPresent();
    return (HEAD_ENDS.contains(token(at).word()) && !abbreviated) || relative;
  }

  /**
   * Returns the index after an abbreviation in parentheses at a word, if a noun follows: that of
   * "chief" in "the National Fisheries Board (NFB) chief".
   */
  private Optional<Integer> continuesAfterParenthesis(int at, int end) {
    return at + 3 < end
            && token(at).word().equals("(")
            && token(at + 2).word().equals(")")
            && token(at + 3).pos().isNoun()
        ? Optional.of(at + 3)
        : Optional.empty();
  }

  private boolean isRelative(int cut) {
    return token(cut).pos() == PartOfSpeech.RELATIVE
        || (cut + 1 < tokens.size() && token(cut + 1).pos() == PartOfSpeech.RELATIVE);
  }

  private boolean isList(int begin, int end) {
    for (int at = begin; at < end; at++) {
      if (token(at).pos() == PartOfSpeech.CONJUNCTION) {
        return true;
      }
    }
    return false;
  }

  private Token token(int at) {
    return tokens.word(at).token();
  }

  private Span span(int begin, int end) {
    return token(begin).span().union(token(end - 1).span());
  }

  /**
   * Returns the entity whose name is the head of the phrase: not the party in "the Labour leader".
   */
  private Optional<Entity> named(Span source) {
    Optional<Entity> found = Optional.empty();
    for (Mention mention : mentions) {
      if (source.overlaps(mention.span())
          && !isModifier(mention.span(), source)
          && !isSomeOf(mention, source)) {
        boolean person = mention.entity().type() == EntityType.PERSON;
        boolean better = found.isEmpty() || person || found.get().type() != EntityType.PERSON;
        found =
            better && !followsPreposition(source, mention) ? Optional.of(mention.entity()) : found;
      }
    }
    return found;
  }

  /**
   * Tests whether a name modifies a following noun: "Trump's aide", "Clinton supporters", "the GOP
   * presidential nominee".
   */
  private boolean isModifier(Span name, Span source) {
    int next = tokens.indexAtOrAfter(name.end());
    boolean owns = next < tokens.size() && token(next).pos() == PartOfSpeech.GENITIVE;
    for (int at = next;
        at < tokens.size()
            && token(at).span().begin() < source.end()
            && !ENDS_NOUN.contains(token(at).pos())
            && !HEAD_ENDS.contains(token(at).word());
        at++) {
      if (owns
          || token(at).pos() == PartOfSpeech.NOUN
          || (at == next && token(at).pos().isNoun())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Tests whether a plural denotes members of an organisation or country rather than the entity
   * itself: "Some Republicans", "many Iraqis", "House Democrats".
   */
  private boolean isSomeOf(Mention mention, Span source) {
    int first = tokens.indexAtOrAfter(source.begin());
    int name = tokens.indexAtOrAfter(mention.span().begin());
    return mention.entity().type() != EntityType.PERSON
        && first < name
        && !token(name - 1).word().equalsIgnoreCase("the")
        && NounPhraseNumber.isPlural(mention.text())
        && !mention.text().equals(mention.entity().name());
  }

  /**
   * Tests whether a name follows a preposition and is therefore not the head: "A spokesman for
   * Labour", "the head of the CIA".
   */
  private boolean followsPreposition(Span source, Mention mention) {
    Span name = mention.span();
    int begin = tokens.indexAtOrAfter(source.begin());
    int before = tokens.indexAtOrAfter(name.begin()) - 1;
    if (before > begin && token(before).word().equals(",")) {
      // "The Minister of Finance, Ana Ruiz": an apposition is not the object.
      return false;
    }
    for (int at = begin; at < tokens.size() && token(at).span().begin() < name.begin(); at++) {
      if (token(at).pos() == PartOfSpeech.PREPOSITION && !isInName(token(at).span())) {
        return mention.entity().type() != EntityType.PERSON
            || !isHolder(begin, at, tokens.indexAtOrAfter(name.begin()));
      }
    }
    return false;
  }

  private boolean isInName(Span word) {
    return mentions.stream().anyMatch(it -> it.span().contains(word));
  }

  /**
   * Tests whether a name is that of an office's holder although it follows a preposition:
   * "Secretary of State John F. Kerry", "the spokesman for the cabinet Nader Said". The object of
   * the office, which ends with a noun, must precede the name, and no other title or role: "a
   * spokesman for President Obama".
   */
  private boolean isHolder(int begin, int preposition, int name) {
    int last = name - 1;
    last -= last > begin && token(last).word().equals(".") ? 1 : 0;
    last -=
        last > begin && COURTESY_TITLES.contains(token(last).word().toLowerCase(Locale.ROOT))
            ? 1
            : 0;
    return begin < preposition
        && preposition < last
        && RoleNouns.classOf(tokens.textOf(span(begin, preposition))).isPresent()
        && token(last).pos().isNoun()
        && RoleNouns.classOf(token(last).word()).isEmpty()
        && !PersonName.isTitle(token(last).word());
  }
}
