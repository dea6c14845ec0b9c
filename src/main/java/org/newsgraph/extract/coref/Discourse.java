package org.newsgraph.extract.coref;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.newsgraph.article.Span;
import org.newsgraph.extract.DocumentTokens;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.Mention;
import org.newsgraph.extract.Role;
import org.newsgraph.extract.Speaker;
import org.newsgraph.text.PartOfSpeech;

/**
 * The state of an article's discourse: its tokens, its mentions, and the speakers resolved so far,
 * to which later sources may refer.
 */
final class Discourse {
  /** Maximum number of mentions at the beginning of an article that name candidates. */
  private static final int FIRST_MENTIONS = 50;

  /** Maximum number of mentions before and after a position that name candidates. */
  private static final int MENTIONS_BEFORE = 300;

  private static final int MENTIONS_AFTER = 100;

  /** Maximum number of earlier speakers that are considered. */
  private static final int MAX_SPEAKERS = 100;

  private final DocumentTokens tokens;
  private final List<Mention> mentions;
  private final List<Role> roles;
  private final Genders genders;
  private final DescriptionIndex descriptions;
  private final List<Speaker> spoken = new ArrayList<>();

  private final Map<Entity, List<Mention>> byEntity;

  /** Number of sentences with unquoted words before each sentence. */
  private final int[] unquotedSentences;

  /** Number of mentions of each mention's entity, up to and including that mention. */
  private final int[] mentionCounts;

  /**
   * Creates the state before the first source.
   *
   * @param tokens tokens of the article
   * @param mentions mentions in reading order, without overlaps
   * @param roles roles of the article's persons
   * @param genders genders of the article's persons
   */
  Discourse(DocumentTokens tokens, List<Mention> mentions, List<Role> roles, Genders genders) {
    this.tokens = tokens;
    this.mentions = List.copyOf(mentions);
    this.roles = List.copyOf(roles);
    this.genders = genders;
    this.descriptions = new DescriptionIndex(tokens, mentions, roles);
    this.byEntity = mentions.stream().collect(Collectors.groupingBy(Mention::entity));
    this.unquotedSentences = unquotedSentences(tokens);
    this.mentionCounts = mentionCounts(mentions);
  }

  private static int[] mentionCounts(List<Mention> mentions) {
    Map<Entity, Integer> times = new HashMap<>();
    return mentions.stream().mapToInt(it -> times.merge(it.entity(), 1, Integer::sum)).toArray();
  }

  private static int[] unquotedSentences(DocumentTokens tokens) {
    int sentences = tokens.size() == 0 ? 0 : tokens.word(tokens.size() - 1).sentence() + 1;
    int[] unquotedSentences = new int[sentences + 1];
    // Numbers without a sentence, between the posts of a live blog, count as distance.
    Arrays.fill(unquotedSentences, 1, sentences + 1, 1);
    for (int at = 0; at < tokens.size(); at++) {
      unquotedSentences[tokens.word(at).sentence() + 1] = 0;
    }
    for (int at = 0; at < tokens.size(); at++) {
      unquotedSentences[tokens.word(at).sentence() + 1] |= tokens.word(at).isUnquoted() ? 1 : 0;
    }
    for (int sentence = 0; sentence < sentences; sentence++) {
      unquotedSentences[sentence + 1] += unquotedSentences[sentence];
    }
    return unquotedSentences;
  }

  DocumentTokens tokens() {
    return tokens;
  }

  List<Mention> mentions() {
    return mentions;
  }

  List<Role> roles() {
    return roles;
  }

  Genders genders() {
    return genders;
  }

  /** Returns the words with which the article describes each entity. */
  DescriptionIndex descriptions() {
    return descriptions;
  }

  /** Returns the speakers resolved so far, in the order of their sources. */
  List<Speaker> spoken() {
    return spoken;
  }

  Optional<Speaker> lastSpeaker() {
    return spoken.isEmpty() ? Optional.empty() : Optional.of(spoken.get(spoken.size() - 1));
  }

  /** Adds the speaker of the next source. */
  void add(Speaker speaker) {
    spoken.add(speaker);
  }

  /** Returns the number of mentions that end before a position. */
  int mentionsBefore(Span place) {
    int end = 0;
    int after = mentions.size();
    while (end < after) {
      int middle = (end + after) >>> 1;
      if (mentions.get(middle).span().end() <= place.begin()) {
        end = middle + 1;
      } else {
        after = middle;
      }
    }
    return end;
  }

  /** Returns the number of mentions of a mention's entity, up to and including that mention. */
  int count(int mention) {
    return mentionCounts[mention];
  }

  /** Returns the number of mentions of an entity before a position. */
  int count(Entity entity, Span before) {
    int at = mentionsBefore(before) - 1;
    while (at >= 0 && !mentions.get(at).entity().equals(entity)) {
      at--;
    }
    return at < 0 ? 0 : mentionCounts[at];
  }

  /** Returns all mentions of an entity, in reading order. */
  List<Mention> mentionsOf(Entity entity) {
    return byEntity.getOrDefault(entity, List.of());
  }

  /**
   * Returns the persons whom the article names at its beginning or around a position, in a fixed
   * order. The number of names is limited, so that the time is short for a very long text.
   */
  Set<Entity> personsAround(Span span) {
    int place = mentionsBefore(span);
    int begin = Math.max(0, place - MENTIONS_BEFORE);
    int end = Math.min(mentions.size(), place + MENTIONS_AFTER);
    return Stream.concat(
            mentions.stream().limit(FIRST_MENTIONS), mentions.subList(begin, end).stream())
        .map(Mention::entity)
        .filter(it -> it.type() == EntityType.PERSON)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Returns the last speakers, in the order of their sources. */
  List<Speaker> recentSpeakers() {
    return spoken.subList(Math.max(0, spoken.size() - MAX_SPEAKERS), spoken.size());
  }

  /** Tests whether the post of a live blog that contains a span mentions an entity. */
  boolean isInPost(Entity entity, Span span) {
    return mentionsOf(entity).stream().anyMatch(it -> areInSamePost(it.span(), span));
  }

  /** Returns the index of the paragraph of a span. */
  int paragraph(Span span) {
    return tokens.word(indexOf(span)).paragraph();
  }

  /** Returns the index of a span's first word; a mention may follow the last word of the body. */
  private int indexOf(Span span) {
    return Math.min(tokens.size() - 1, tokens.indexAtOrAfter(span.begin()));
  }

  /** Tests whether no time of a live blog's post separates two spans. */
  boolean areInSamePost(Span left, Span right) {
    return tokens.areInSamePost(indexOf(left), indexOf(right));
  }

  /**
   * Returns the distance from a span back to a sentence, in sentences with unquoted words, or -1 if
   * the span is after the sentence.
   */
  int distance(Span span, int sentence) {
    int spanSentence = tokens.sentence(span);
    return spanSentence > sentence
        ? -1
        : unquotedSentences[sentence] - unquotedSentences[spanSentence];
  }

  /**
   * Tests whether a source is a relative pronoun: "the council, which said". A source outside the
   * sentences, such as a signature, is none.
   */
  boolean isRelative(Span source) {
    int at = tokens.indexAtOrAfter(source.begin());
    return at < tokens.size()
        && tokens.word(at).token().span().begin() == source.begin()
        && tokens.word(at).token().pos() == PartOfSpeech.RELATIVE;
  }
}
