package org.newsgraph.extract.coref;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.newsgraph.article.Span;
import org.newsgraph.extract.DocumentTokens;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.Mention;
import org.newsgraph.extract.Speaker;
import org.newsgraph.text.PartOfSpeech;

/**
 * The salience of organisations. Speakers are more salient than organisations that are only
 * mentioned, and subjects more than objects.
 */
final class OrganisationSalience {
  /** Maximum distance of an antecedent, in sentences with unquoted words. */
  static final int MAX_SENTENCE_DISTANCE = 6;

  /** Loss of salience for each sentence with unquoted words. */
  private static final double DISTANCE = 0.8;

  /** Salience of a subject. */
  private static final double SUBJECT = 1.5;

  /** Penalty for a mention in quotation marks. */
  private static final double QUOTED = -2.5;

  /** Penalty for a name before another noun: "the Harlow Trust chairman". */
  private static final double MODIFIER = -1;

  /** Salience of the last speaker that is not a person. */
  private static final double SPEAKER = 2;

  /** Salience of the last of all speakers. */
  private static final double LAST_SPEAKER = 1;

  /** Salience for each doubling of the number of mentions. */
  private static final double PROMINENCE = 0.6;

  /** Salience of the only organisation named in this sentence and the one before. */
  private static final double ONLY_NEARBY = 1.5;

  private final Discourse discourse;
  private final DocumentTokens tokens;
  private final List<Mention> mentions;
  private final OrganisationKinds kinds;

  OrganisationSalience(Discourse discourse) {
    this.discourse = discourse;
    this.tokens = discourse.tokens();
    this.mentions = discourse.mentions();
    this.kinds = new OrganisationKinds(discourse.descriptions());
  }

  /**
   * Returns the salience of each organisation mentioned shortly before a source.
   *
   * @param nouns nouns with whose kinds the organisations must agree, in lower case
   */
  Map<Entity, Double> of(Span source, List<String> nouns) {
    int sentence = tokens.sentence(source);
    // In a fixed order, because hash codes differ between runs.
    Map<Entity, Double> scores = new LinkedHashMap<>();
    for (int i = discourse.mentionsBefore(source) - 1; i >= 0; i--) {
      Mention mention = mentions.get(i);
      int distance = discourse.distance(mention.span(), sentence);
      if (distance > MAX_SENTENCE_DISTANCE) {
        break;
      }
      if (mention.entity().type() == EntityType.ORGANISATION) {
        scores.merge(mention.entity(), salience(mention.span()) - DISTANCE * distance, Math::max);
      }
    }
    if (!nouns.isEmpty()) {
      onlyNearby(source, sentence).ifPresent(it -> scores.merge(it, ONLY_NEARBY, Double::sum));
    }
    scores.replaceAll(
        (it, score) ->
            score + PROMINENCE * Math.log(1 + discourse.count(it, source)) / Math.log(2));
    lastSpeaker(sentence)
        .filter(it -> nouns.isEmpty() || it.entity().type() == EntityType.ORGANISATION)
        .ifPresent(
            it -> {
              double last = discourse.lastSpeaker().equals(Optional.of(it)) ? LAST_SPEAKER : 0;
              scores.putIfAbsent(
                  it.entity(), SUBJECT - DISTANCE * discourse.distance(it.span(), sentence));
              scores.merge(it.entity(), SPEAKER + last, Double::sum);
            });
    for (String noun : nouns) {
      scores.keySet().removeIf(it -> !kinds.agree(it, noun));
      scores.replaceAll((it, score) -> score + OrganisationKinds.similarity(it, noun));
    }
    return scores;
  }

  /** Returns the only organisation named outside quotations in this sentence and the last one. */
  private Optional<Entity> onlyNearby(Span source, int sentence) {
    Set<Entity> nearby = new LinkedHashSet<>();
    for (int i = discourse.mentionsBefore(source) - 1; i >= 0; i--) {
      Mention mention = mentions.get(i);
      if (discourse.distance(mention.span(), sentence) > 1) {
        break;
      }
      if (mention.entity().type() == EntityType.ORGANISATION
          && !tokens.inQuotation(mention.span().begin())) {
        nearby.add(mention.entity());
      }
    }
    return nearby.size() == 1 ? nearby.stream().findFirst() : Optional.empty();
  }

  /** Returns the salience of one mention, regardless of its distance. */
  private double salience(Span mention) {
    return (isSubject(mention) ? SUBJECT : 0)
        + (tokens.inQuotation(mention.begin()) ? QUOTED : 0)
        + (isModifier(mention) ? MODIFIER : 0);
  }

  /** Tests whether a name, or the abbreviation in brackets after it, is followed by a verb. */
  private boolean isSubject(Span mention) {
    int next = tokens.indexAtOrAfter(mention.end());
    if (next + 2 < tokens.size() && word(next).equals("(") && word(next + 2).equals(")")) {
      return tokens.isSubject(mention.union(tokens.word(next + 2).token().span()))
          && !tokens.followsPreposition(mention);
    }
    return tokens.isSubject(mention);
  }

  /** Tests whether a name stands before another noun or a genitive ending. */
  private boolean isModifier(Span mention) {
    int next = tokens.indexAtOrAfter(mention.end());
    return next < tokens.size()
        && (tokens.word(next).token().pos().isNoun()
            || tokens.word(next).token().pos() == PartOfSpeech.GENITIVE);
  }

  private String word(int at) {
    return tokens.word(at).token().word();
  }

  /** Returns the last speaker nearby that is neither a person nor without a name. */
  private Optional<Speaker.Known> lastSpeaker(int sentence) {
    List<Speaker> spoken = discourse.recentSpeakers();
    for (int i = spoken.size() - 1; i >= 0; i--) {
      Speaker speaker = spoken.get(i);
      if (discourse.distance(speaker.span(), sentence) > MAX_SENTENCE_DISTANCE) {
        return Optional.empty();
      }
      if (speaker instanceof Speaker.Known known
          && known.entity().type() != EntityType.PERSON
          && !discourse.isRelative(speaker.span())) {
        return Optional.of(known);
      }
    }
    return Optional.empty();
  }
}
