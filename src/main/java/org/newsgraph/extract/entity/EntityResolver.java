package org.newsgraph.extract.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.newsgraph.article.Text;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.Mention;
import org.newsgraph.extract.name.DetectedName;
import org.newsgraph.extract.name.PersonNameClassifier;

/** Puts the names of an article together that stand for one entity. */
public final class EntityResolver {
  private EntityResolver() {}

  /** A mention for each name, in reading order; mentions of one entity share it. */
  public static List<Mention> resolve(Text text, List<DetectedName> found) {
    List<DetectedName> names =
        found.stream().sorted(Comparator.comparing(DetectedName::span)).toList();
    Set<DetectedName> ofPersons = PersonNameClassifier.ofPersons(text, names);
    List<DetectedName> persons = new ArrayList<>();
    List<DetectedName> things = new ArrayList<>();
    names.forEach(name -> (ofPersons.contains(name) ? persons : things).add(name));
    Map<DetectedName, ResolvedName> resolved = new HashMap<>(PersonResolver.resolve(text, persons));
    resolved.putAll(NonPersonResolver.resolve(text, things));
    return names.stream().map(name -> mention(text, name, resolved.get(name))).toList();
  }

  /** Where the article as a whole tells a person from a thing, the label at one place gives way. */
  private static Mention mention(Text text, DetectedName name, ResolvedName resolved) {
    Entity entity = resolved.entity();
    boolean person = entity.type() == EntityType.PERSON;
    EntityType type = person == (name.type() == EntityType.PERSON) ? name.type() : entity.type();
    return new Mention(
        name.span(), text.at(name.span()), type, entity, resolved.why(), name.confidence());
  }
}
