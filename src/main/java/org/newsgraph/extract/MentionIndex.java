package org.newsgraph.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.newsgraph.article.Span;
import org.newsgraph.text.PartOfSpeech;
import org.newsgraph.text.Token;

/**
 * The words of an article with the mentions that they belong to, indexed for the rules that find
 * roles and relations.
 */
public final class MentionIndex {
  private static final Set<String> DETERMINERS =
      Set.of("the", "a", "an", "this", "that", "these", "those", "some", "any", "no", "both");

  /** Maximum number of names in a coordination. Longer ones are lists. */
  private static final int MAX_COORDINATED = 8;

  private final DocumentTokens tokens;
  private final List<Mention> mentions;

  /** Each word in lower case. */
  private final List<String> lowerCase = new ArrayList<>();

  /** The mention that contains a word, by the word's index. */
  private final Map<Integer, Mention> mentionAt = new HashMap<>();

  public MentionIndex(DocumentTokens tokens, List<Mention> mentions) {
    this.tokens = tokens;
    this.mentions = mentions;
    for (int at = 0; at < tokens.size(); at++) {
      lowerCase.add(token(at).word().toLowerCase(Locale.ROOT));
    }
    for (Mention mention : mentions) {
      for (int at = first(mention); at < after(mention); at++) {
        mentionAt.put(at, mention);
      }
    }
  }

  public DocumentTokens tokens() {
    return tokens;
  }

  public List<Mention> mentions() {
    return mentions;
  }

  /**
   * Returns the mentions of persons whose names are longer than two characters and start with a
   * capital.
   */
  public List<Mention> people() {
    return mentions.stream().filter(MentionIndex::isPerson).toList();
  }

  public static boolean isPerson(Mention mention) {
    String name = mention.entity().name();
    return mention.entity().type() == EntityType.PERSON
        && name.length() > 2
        && Character.isUpperCase(name.codePointAt(0));
  }

  /** Returns the index of a mention's first word. */
  public int first(Mention mention) {
    return tokens.indexAtOrAfter(mention.span().begin());
  }

  /** Returns the index after a mention's last word. */
  public int after(Mention mention) {
    return tokens.indexAtOrAfter(mention.span().end());
  }

  public Token token(int at) {
    return tokens.word(at).token();
  }

  /** Returns a word in lower case, or an empty string outside the text. */
  public String word(int at) {
    return at >= 0 && at < lowerCase.size() ? lowerCase.get(at) : "";
  }

  /** Returns a word's part of speech, or {@code OTHER} outside the text. */
  public PartOfSpeech tag(int at) {
    return at >= 0 && at < tokens.size() ? token(at).pos() : PartOfSpeech.OTHER;
  }

  public boolean isOneOf(int at, Set<String> words) {
    return words.contains(word(at));
  }

  /**
   * Tests whether a word is an article, a demonstrative or a possessive. The network's tag alone is
   * not reliable, because it labels many words before a noun as determiners.
   */
  public boolean isDeterminer(int at) {
    return isOneOf(at, DETERMINERS) || tag(at) == PartOfSpeech.POSSESSIVE || isPossessive(at);
  }

  /** Tests whether a word is "his", "her", "their" or "its". */
  public boolean isPossessive(int at) {
    return Set.of("his", "her", "their", "its").contains(word(at));
  }

  public boolean sameSentence(int left, int right) {
    return left >= 0
        && right >= 0
        && left < tokens.size()
        && right < tokens.size()
        && tokens.word(left).sentence() == tokens.word(right).sentence();
  }

  public boolean isUnquoted(int at) {
    return tokens.word(at).isUnquoted();
  }

  /** Tests whether a word is a hyphen inside a word, with no space before it. */
  public boolean isHyphen(int at) {
    return at > 0
        && at < tokens.size()
        && token(at).word().equals("-")
        && token(at - 1).span().end() == token(at).span().begin();
  }

  public Optional<Mention> mention(int at) {
    return Optional.ofNullable(mentionAt.get(at));
  }

  /** Returns the person whose name starts with this word. */
  public Optional<Mention> personFrom(int at) {
    return mention(at).filter(it -> isPerson(it) && first(it) == at);
  }

  /** Returns the person whose name ends before this word. */
  public Optional<Mention> personBefore(int at) {
    return mention(at - 1).filter(it -> isPerson(it) && after(it) == at);
  }

  /** Returns the place whose name starts with this word, or with the next one after "the". */
  public Optional<Mention> placeFrom(int at) {
    return mention(word(at).equals("the") ? at + 1 : at)
        .filter(it -> it.entity().type() == EntityType.PLACE)
        .filter(it -> first(it) == at || word(at).equals("the"));
  }

  /** Returns the coordinated persons, starting with this one: "Ann Roe, Bo Lee and Kim Day". */
  public List<Mention> coordinatedPeople(Mention first) {
    List<Mention> row = new ArrayList<>(List.of(first));
    int at = after(first);
    while (row.size() < MAX_COORDINATED && sameSentence(at, at - 1)) {
      int next = at;
      while (isOneOf(next, Set.of(",", "and", "&"))) {
        next++;
      }
      Optional<Mention> another = next > at ? personFrom(next) : Optional.empty();
      if (another.isEmpty() || !sameSentence(next, at)) {
        break;
      }
      row.add(another.get());
      at = after(another.get());
    }
    // Without a final "and", the following names may belong to clauses of their own.
    int last = first(row.get(row.size() - 1));
    boolean joined = row.size() > 1 && isOneOf(last - 1, Set.of("and", "&"));
    return joined ? row : List.of(first);
  }

  /** Returns the index of the word before a name and its title: "said" in "said Mr. Obama". */
  public int beforeTitle(Mention name) {
    int at = first(name) - 1;
    int title = word(at).equals(".") ? at - 1 : at;
    return PersonName.isTitle(word(title)) ? title - 1 : at;
  }

  public Span span(int begin, int end) {
    return token(begin).span().union(token(end - 1).span());
  }
}
