package org.newsgraph.link.online;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.newsgraph.extract.EntityType;

/** Classification of a service's types by their names. */
final class TypeWords {
  private static final Map<EntityType, Pattern> WORDS =
      Map.of(
          EntityType.PERSON,
          words("person|people|human|politician|individual"),
          EntityType.ORGANISATION,
          words(
              "organi[sz]ation|company|corporat|agency|institution|party|business|legal ?entity|"
                  + "public ?body|charity|funder|university|newspaper|sports ?(team|club)"),
          EntityType.PLACE,
          words(
              "place|location|geographic|geograph|city|country|settlement|territor|region|town|"
                  + "village|populated|river|mountain"));

  private TypeWords() {}

  private static Pattern words(String alternatives) {
    return Pattern.compile(alternatives, Pattern.CASE_INSENSITIVE);
  }

  /** Returns the entity type of the first type with a known name; empty if there is none. */
  static Optional<EntityType> of(List<String> types) {
    for (String type : types) {
      Optional<EntityType> found =
          List.of(EntityType.PERSON, EntityType.ORGANISATION, EntityType.PLACE).stream()
              .filter(it -> WORDS.get(it).matcher(type).find())
              .findFirst();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
