package org.newsgraph.extract.coref;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.newsgraph.article.Span;
import org.newsgraph.extract.DocumentTokens;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.Mention;
import org.newsgraph.extract.PersonName.Gender;
import org.newsgraph.extract.Speaker;

/**
 * Finds the entities that the content of a statement refers to: those that it names, and those of
 * unambiguous pronouns ("he", "her", "himself"). A pronoun is unambiguous if exactly one person
 * named shortly before agrees with it.
 */
public final class AboutFinder {
  private static final Map<String, Gender> PERSONAL =
      Map.of(
          "he", Gender.MALE,
          "him", Gender.MALE,
          "his", Gender.MALE,
          "himself", Gender.MALE,
          "she", Gender.FEMALE,
          "her", Gender.FEMALE,
          "herself", Gender.FEMALE);

  private static final Set<String> DASHES = Set.of("-", "–", "—", "―");

  /** Maximum distance of an antecedent, in sentences. */
  private static final int MAX_SENTENCE_DISTANCE = 1;

  private final DocumentTokens tokens;
  private final List<Mention> mentions;
  private final Genders genders;

  public AboutFinder(DocumentTokens tokens, List<Mention> mentions, Genders genders) {
    this.tokens = tokens;
    this.mentions = mentions;
    this.genders = genders;
  }

  /**
   * Returns the entities that a content refers to: first the named ones in reading order, then
   * those of pronouns.
   *
   * @param parts parts of the content, or the topic of a report
   * @param speaker speaker of the statement
   */
  public Set<Entity> of(List<Span> parts, Optional<Speaker> speaker) {
    Set<Entity> about = new LinkedHashSet<>();
    mentions.stream()
        .filter(mention -> parts.stream().anyMatch(part -> part.contains(mention.span())))
        .forEach(mention -> about.add(mention.entity()));
    for (Span part : parts) {
      int end = tokens.indexAtOrAfter(part.end());
      for (int at = tokens.indexAtOrAfter(part.begin()); at < end; at++) {
        referent(at, speaker).ifPresent(about::add);
      }
    }
    return about;
  }

  private Optional<Entity> referent(int at, Optional<Speaker> speaker) {
    Gender gender = PERSONAL.get(tokens.word(at).token().word().toLowerCase(Locale.ROOT));
    return gender == null ? Optional.empty() : onlyCandidate(at, gender, speaker);
  }

  /**
   * Returns the one person named shortly before who agrees with a pronoun. An unquoted pronoun may
   * also refer to the speaker, a quoted one never does.
   */
  private Optional<Entity> onlyCandidate(int at, Gender gender, Optional<Speaker> speaker) {
    boolean quoted = !tokens.word(at).isUnquoted();
    Set<Entity> found = new HashSet<>();
    for (Mention mention : mentions) {
      if (mention.span().end() <= tokens.word(at).token().span().begin()
          && tokens.word(at).sentence() - tokens.sentence(mention.span()) <= MAX_SENTENCE_DISTANCE
          && agrees(mention.entity(), gender)
          && !isSignature(mention)) {
        found.add(mention.entity());
      }
    }
    if (quoted) {
      speaker.ifPresent(it -> found.remove(entity(it)));
    } else if (speaker.isPresent() && canBe(speaker.get(), gender)) {
      return Optional.empty();
    }
    return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
  }

  private boolean canBe(Speaker speaker, Gender gender) {
    return speaker instanceof Speaker.Known known
        ? agrees(known.entity(), gender)
        : NounPhraseNumber.isOnePerson(speaker.name());
  }

  private boolean agrees(Entity entity, Gender gender) {
    return entity.type() == EntityType.PERSON && genders.of(entity).fits(gender);
  }

  /**
   * Tests whether a name follows a dash, as below a quotation. Such a name is the speaker's, not an
   * antecedent for the next quotation.
   */
  private boolean isSignature(Mention mention) {
    int before = tokens.indexAtOrAfter(mention.span().begin()) - 1;
    return before >= 0 && DASHES.contains(tokens.word(before).token().word());
  }

  private static Entity entity(Speaker speaker) {
    return speaker instanceof Speaker.Known known ? known.entity() : null;
  }
}
