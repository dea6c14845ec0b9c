package org.newsgraph.extract.attribution;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.newsgraph.article.Layout.Part;
import org.newsgraph.article.WordLists;
import org.newsgraph.extract.DocumentTokens;
import org.newsgraph.extract.RoleNouns;
import org.newsgraph.extract.TokenRange;
import org.newsgraph.extract.attribution.ContentLink.Choice;
import org.newsgraph.text.EntityLabel;
import org.newsgraph.text.PartOfSpeech;

/**
 * Headlines and cross-headings with a colon. "Moore: we will stay" and "Minister: we will stay" are
 * statements of those whom the label names, "Pier collapse: what we know so far" is not a
 * statement.
 */
final class CrossHeading {
  /** Maximum length of a heading, in words. */
  private static final int MAX_LENGTH = 25;

  /** Maximum length of the label of a headline that is a statement, in words. */
  private static final int MAX_LABEL_LENGTH = 5;

  /** Number of words after the label that a statement exceeds. */
  private static final int MIN_STATED_LENGTH = 3;

  private static final Set<String> GROUPS =
      WordLists.entries(CrossHeading.class, "label-speakers.txt");

  /** Probability of a label as the source. */
  private static final double PROBABILITY = 0.9;

  private static final Set<String> INTERROGATIVES =
      Set.of("what", "how", "why", "when", "where", "who", "which", "whether");

  private static final Set<String> PERSONAL =
      Set.of("i", "we", "us", "my", "our", "me", "must", "should");

  private static final Set<String> SENTENCE_ENDS = Set.of(".", "!", "?", "…", "...");

  private final DocumentTokens tokens;

  private final Optional<TokenRange> statedInHeadline;

  CrossHeading(DocumentTokens tokens) {
    this.tokens = tokens;
    this.statedInHeadline = findStatedInHeadline();
  }

  /**
   * Returns the words after the label of the headline, if the label is an office or a group, or a
   * name before words in the first person. Such a headline is a statement whatever the network
   * finds: "Mayor: Pier will reopen", "Moore: We will stay".
   */
  Optional<TokenRange> statedInHeadline() {
    return statedInHeadline;
  }

  private Optional<TokenRange> findStatedInHeadline() {
    int end = 0;
    while (end < tokens.size() && tokens.part(tokens.word(end)) == Part.HEADLINE) {
      end++;
    }
    int colon = 0;
    while (colon < end && !word(colon).equals(":")) {
      colon++;
    }
    boolean stated =
        colon > 0
            && colon <= MAX_LABEL_LENGTH
            && end - colon > MIN_STATED_LENGTH
            && IntStream.range(0, end).allMatch(at -> tokens.word(at).isUnquoted())
            && (isOffice(new TokenRange(0, colon - 1))
                || (isSpeaker(new TokenRange(0, colon - 1)) && isPersonal(colon + 1, end)))
            && !isQuestion(colon + 1, end - 1);
    return stated ? Optional.of(new TokenRange(colon + 1, end - 1)) : Optional.empty();
  }

  /** Tests whether a text has words of a speaker rather than of a narrator. */
  private boolean isPersonal(int begin, int end) {
    return IntStream.range(begin, end)
        .anyMatch(at -> PERSONAL.contains(word(at).toLowerCase(Locale.ROOT)));
  }

  private boolean isQuestion(int first, int last) {
    return word(last).equals("?") || INTERROGATIVES.contains(word(first).toLowerCase(Locale.ROOT));
  }

  private boolean isOffice(TokenRange label) {
    String words = tokens.textOf(tokens.span(label));
    String lowerCase = words.toLowerCase(Locale.ROOT);
    return RoleNouns.classOf(words).isPresent()
        || GROUPS.stream().anyMatch(it -> lowerCase.equals(it) || lowerCase.endsWith(" " + it));
  }

  /**
   * Returns a content after a colon in a heading with the label as its source, or no content if the
   * label is a topic. A headline without an attribution of its own is not a statement either. All
   * other contents are unchanged.
   */
  Optional<ContentLink> attribute(ContentLink link) {
    TokenRange content = link.content();
    int colon = content.first() - 1;
    int begin = begin(content);
    if (!tokens.word(content.first()).isUnquoted()
        || link.cue().filter(it -> isInParagraph(it.phrase().first(), content)).isPresent()
        || !isHeading(content)) {
      return Optional.of(link);
    }
    if (colon < begin || !word(colon).equals(":")) {
      return hasSource(link) || !isUnattributed(content) ? Optional.of(link) : Optional.empty();
    }
    TokenRange label = new TokenRange(begin, colon - 1);
    if (colon == begin
        || !isSpeaker(label)
        || INTERROGATIVES.contains(word(content.first()).toLowerCase(Locale.ROOT))) {
      return Optional.empty();
    }
    return Optional.of(
        !isOffice(label) && hasSource(link)
            ? link
            : new ContentLink(
                content, Optional.empty(), Optional.of(new Choice(label, PROBABILITY))));
  }

  private boolean hasSource(ContentLink link) {
    return link.source()
        .filter(it -> isInParagraph(it.phrase().first(), link.content()))
        .isPresent();
  }

  /** Tests whether a content is the headline, or a cross-heading such as "Fire: what we know". */
  private boolean isUnattributed(TokenRange content) {
    if (tokens.part(tokens.word(content.first())) == Part.HEADLINE) {
      return true;
    }
    return IntStream.range(content.first(), content.last())
        .filter(at -> word(at).equals(":"))
        .limit(1)
        .anyMatch(at -> INTERROGATIVES.contains(word(at + 1).toLowerCase(Locale.ROOT)));
  }

  private boolean isHeading(TokenRange content) {
    int end = content.last();
    while (end + 1 < tokens.size() && isInParagraph(end + 1, content)) {
      end++;
    }
    return end - begin(content) < MAX_LENGTH && !SENTENCE_ENDS.contains(word(end));
  }

  private int begin(TokenRange content) {
    int begin = content.first();
    while (begin > 0 && isInParagraph(begin - 1, content)) {
      begin--;
    }
    return begin;
  }

  /** Tests whether a label names or describes a person, an organisation or a country. */
  private boolean isSpeaker(TokenRange label) {
    EntityLabel first = tokens.word(label.first()).token().label();
    EntityLabel last = tokens.word(label.last()).token().label();
    return first == EntityLabel.PERSON
        || first == EntityLabel.ORGANISATION
        || (last != EntityLabel.NONE && last != EntityLabel.OTHER)
        || isOffice(label)
        || (label.length() == 1
            && tokens.word(label.first()).token().pos() == PartOfSpeech.PROPER_NOUN);
  }

  private boolean isInParagraph(int at, TokenRange content) {
    return tokens.word(at).paragraph() == tokens.word(content.first()).paragraph();
  }

  private String word(int at) {
    return tokens.word(at).token().word();
  }
}
