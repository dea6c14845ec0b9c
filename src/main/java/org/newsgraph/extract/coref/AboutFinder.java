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
 * Finds what the content of a statement is about: what it names, and whom "he", "her" or "its" in
 * it stands for where that is clear. Clear is what leaves no choice: of all that was named just
 * before, one only can be meant.
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

  /** How many sentences before the content something is still in mind. */
  private static final int REACH = 1;

  private final DocumentTokens tokens;
  private final List<Mention> mentions;
  private final Genders genders;

  public AboutFinder(DocumentTokens tokens, List<Mention> mentions, Genders genders) {
    this.tokens = tokens;
    this.mentions = mentions;
    this.genders = genders;
  }

  /** In reading order, the named before those that pronouns stand for. */
  public Set<Entity> of(List<Span> parts, Optional<Speaker> speaker) {
    Set<Entity> about = new LinkedHashSet<>();
    mentions.stream()
        .filter(mention -> parts.stream().anyMatch(part -> part.contains(mention.span())))
        .forEach(mention -> about.add(mention.entity()));
    for (Span part : parts) {
      int end = tokens.indexAtOrAfter(part.end());
      for (int at = tokens.indexAtOrAfter(part.begin()); at < end; at++) {
        meant(at, speaker).ifPresent(about::add);
      }
    }
    return about;
  }

  private Optional<Entity> meant(int at, Optional<Speaker> speaker) {
    Gender gender = PERSONAL.get(tokens.word(at).token().word().toLowerCase(Locale.ROOT));
    return gender == null ? Optional.empty() : only(at, gender, speaker);
  }

  /**
   * The one person who fits of those named just before. In the article's own words a pronoun may
   * always be the speaker; in quotation marks it is never.
   */
  private Optional<Entity> only(int at, Gender gender, Optional<Speaker> speaker) {
    boolean quoted = !tokens.word(at).isUnquoted();
    Set<Entity> found = new HashSet<>();
    for (Mention mention : mentions) {
      if (mention.span().end() <= tokens.word(at).token().span().begin()
          && tokens.word(at).sentence() - tokens.sentence(mention.span()) <= REACH
          && fits(mention.entity(), gender)
          && !isByline(mention)) {
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
        ? fits(known.entity(), gender)
        : NounPhraseNumber.isOnePerson(speaker.name());
  }

  private boolean fits(Entity entity, Gender gender) {
    return entity.type() == EntityType.PERSON && genders.of(entity).fits(gender);
  }

  /** The name under a quotation, after a dash: who said it, and not of whom the next one speaks. */
  private boolean isByline(Mention mention) {
    int before = tokens.indexAtOrAfter(mention.span().begin()) - 1;
    return before >= 0 && DASHES.contains(tokens.word(before).token().word());
  }

  private static Entity entity(Speaker speaker) {
    return speaker instanceof Speaker.Known known ? known.entity() : null;
  }
}
