package org.newsgraph.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.newsgraph.article.Text;

/** Puts the names of an article together that stand for one entity. */
final class EntityResolver {
  private EntityResolver() {}

  /** A mention for each name, in reading order; mentions of one entity share it. */
  static List<Mention> resolve(Text text, List<Name> names) {
    Map<Name, Entity> entities = new HashMap<>();
    List<Name> persons = new ArrayList<>();
    List<Name> others = new ArrayList<>();
    names.forEach(name -> (name.type() == EntityType.PERSON ? persons : others).add(name));
    entities.putAll(PersonResolver.resolve(text, persons));
    entities.putAll(ThingResolver.resolve(others));
    return names.stream()
        .map(name -> new Mention(name.span(), name.text(), name.type(), entities.get(name)))
        .sorted(Comparator.comparing(Mention::span))
        .toList();
  }
}
