package org.newsgraph.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.newsgraph.extract.PersonName.Gender;

/** The genders of an article's persons, as far as their names and the titles before them tell. */
final class Genders {
  private final Map<Entity, Gender> told = new HashMap<>();

  Genders(Reading reading, List<Mention> mentions) {
    for (Mention mention : mentions) {
      if (mention.entity().type() == EntityType.PERSON) {
        String name = mention.entity().name();
        Gender gender = name.contains(" ") ? PersonName.of(name).gender() : Gender.UNKNOWN;
        told.merge(
            mention.entity(),
            gender == Gender.UNKNOWN ? titleBefore(reading, mention) : gender,
            (known, more) -> known == Gender.UNKNOWN ? more : known);
      }
    }
  }

  private static Gender titleBefore(Reading reading, Mention mention) {
    int at = reading.firstFrom(mention.span().begin()) - 1;
    at -= at > 0 && reading.word(at).token().word().equals(".") ? 1 : 0;
    return at < 0 ? Gender.UNKNOWN : PersonName.genderOfTitle(reading.word(at).token().word());
  }

  /** Unknown too of what is no person. A name alone may be a given name. */
  Gender of(Entity entity) {
    Gender gender = told.getOrDefault(entity, Gender.UNKNOWN);
    return gender == Gender.UNKNOWN && told.containsKey(entity)
        ? PersonName.genderOfGiven(entity.name())
        : gender;
  }
}
