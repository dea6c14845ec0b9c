package org.newsgraph.extract.coref;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.newsgraph.extract.DocumentTokens;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.Mention;
import org.newsgraph.extract.PersonName;
import org.newsgraph.extract.PersonName.Gender;

/**
 * The genders of the persons in an article, as indicated by their names and the titles before them.
 */
public final class Genders {
  private final Map<Entity, Gender> genders = new HashMap<>();

  public Genders(DocumentTokens tokens, List<Mention> mentions) {
    for (Mention mention : mentions) {
      if (mention.entity().type() == EntityType.PERSON) {
        String name = mention.entity().name();
        Gender gender = name.contains(" ") ? PersonName.of(name).gender() : Gender.UNKNOWN;
        genders.merge(
            mention.entity(),
            gender == Gender.UNKNOWN ? titleBefore(tokens, mention) : gender,
            (known, next) -> known == Gender.UNKNOWN ? next : known);
      }
    }
  }

  private static Gender titleBefore(DocumentTokens tokens, Mention mention) {
    int at = tokens.indexAtOrAfter(mention.span().begin()) - 1;
    at -= at > 0 && tokens.word(at).token().word().equals(".") ? 1 : 0;
    return at < 0 ? Gender.UNKNOWN : PersonName.genderOfTitle(tokens.word(at).token().word());
  }

  /**
   * Returns the gender of an entity, which is unknown for other entities than persons. A single
   * name is looked up as a given name.
   */
  Gender of(Entity entity) {
    Gender gender = genders.getOrDefault(entity, Gender.UNKNOWN);
    return gender == Gender.UNKNOWN && genders.containsKey(entity)
        ? PersonName.genderOfGiven(entity.name())
        : gender;
  }
}
