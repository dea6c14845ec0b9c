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

/** The words of an article, and which of them belong to names: where roles and ties are read. */
public final class MentionIndex {
  private static final Set<String> DETERMINERS =
      Set.of("the", "a", "an", "this", "that", "these", "those", "some", "any", "no", "both");

  /** As many as a row of names may have: longer ones are lists of their own. */
  private static final int LONGEST_ROW = 8;

  private final DocumentTokens tokens;
  private final List<Mention> mentions;

  /** Each word in small letters. */
  private final List<String> small = new ArrayList<>();

  /** The mention that a word is part of, by the word's index. */
  private final Map<Integer, Mention> mentionAt = new HashMap<>();

  public MentionIndex(DocumentTokens tokens, List<Mention> mentions) {
    this.tokens = tokens;
    this.mentions = mentions;
    for (int at = 0; at < tokens.size(); at++) {
      small.add(token(at).word().toLowerCase(Locale.ROOT));
    }
    for (Mention mention : mentions) {
      for (int at = first(mention); at < after(mention); at++) {
        mentionAt.put(at, mention);
      }
    }
  }

  public DocumentTokens reading() {
    return tokens;
  }

  public List<Mention> mentions() {
    return mentions;
  }

  /** The mentions of people whose names look like names. */
  public List<Mention> people() {
    return mentions.stream().filter(MentionIndex::isPerson).toList();
  }

  public static boolean isPerson(Mention mention) {
    String name = mention.entity().name();
    return mention.entity().type() == EntityType.PERSON
        && name.length() > 2
        && Character.isUpperCase(name.codePointAt(0));
  }

  /** The index of a mention's first word. */
  public int first(Mention mention) {
    return tokens.indexAtOrAfter(mention.span().begin());
  }

  /** The index after a mention's last word. */
  public int after(Mention mention) {
    return tokens.indexAtOrAfter(mention.span().end());
  }

  public Token token(int at) {
    return tokens.word(at).token();
  }

  /** A word in small letters; nothing outside the text. */
  public String word(int at) {
    return at >= 0 && at < small.size() ? small.get(at) : "";
  }

  /** A word's part of speech; {@code OTHER} outside the text. */
  public PartOfSpeech tag(int at) {
    return at >= 0 && at < tokens.size() ? token(at).pos() : PartOfSpeech.OTHER;
  }

  public boolean isOneOf(int at, Set<String> words) {
    return words.contains(word(at));
  }

  /** An article or a pronoun like it; the network calls many a word before a noun so. */
  public boolean isDeterminer(int at) {
    return isOneOf(at, DETERMINERS) || tag(at) == PartOfSpeech.POSSESSIVE || isPossessive(at);
  }

  /** "his", "her", "their", "its". */
  public boolean isPossessive(int at) {
    return Set.of("his", "her", "their", "its").contains(word(at));
  }

  public boolean sameSentence(int one, int other) {
    return one >= 0
        && other >= 0
        && one < tokens.size()
        && other < tokens.size()
        && tokens.word(one).sentence() == tokens.word(other).sentence();
  }

  public boolean isUnquoted(int at) {
    return tokens.word(at).isUnquoted();
  }

  /** A hyphen inside a word: with no space before it. */
  public boolean isHyphen(int at) {
    return at > 0
        && at < tokens.size()
        && token(at).word().equals("-")
        && token(at - 1).span().end() == token(at).span().begin();
  }

  public Optional<Mention> mention(int at) {
    return Optional.ofNullable(mentionAt.get(at));
  }

  /** The person whose name begins with this word. */
  public Optional<Mention> personFrom(int at) {
    return mention(at).filter(it -> isPerson(it) && first(it) == at);
  }

  /** The person whose name ends before this word. */
  public Optional<Mention> personBefore(int at) {
    return mention(at - 1).filter(it -> isPerson(it) && after(it) == at);
  }

  /** The place whose name begins with this word, an article before it or not. */
  public Optional<Mention> placeFrom(int at) {
    return mention(word(at).equals("the") ? at + 1 : at)
        .filter(it -> it.entity().type() == EntityType.PLACE)
        .filter(it -> first(it) == at || word(at).equals("the"));
  }

  /** "Ann Roe, Bo Lee and Kim Day": the people named in a row from this one on. */
  public List<Mention> row(Mention first) {
    List<Mention> row = new ArrayList<>(List.of(first));
    int at = after(first);
    while (row.size() < LONGEST_ROW && sameSentence(at, at - 1)) {
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
    // Without an "and" at last, the others may be told of for themselves.
    int last = first(row.get(row.size() - 1));
    boolean joined = row.size() > 1 && isOneOf(last - 1, Set.of("and", "&"));
    return joined ? row : List.of(first);
  }

  /** The index of the word before a name and its title: "said" in "said Mr. Obama". */
  public int beforeTitle(Mention name) {
    int at = first(name) - 1;
    int title = word(at).equals(".") ? at - 1 : at;
    return PersonName.isTitle(word(title)) ? title - 1 : at;
  }

  public Span span(int begin, int end) {
    return token(begin).span().to(token(end - 1).span());
  }
}
