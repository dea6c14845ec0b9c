package org.newsgraph.extract.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.newsgraph.article.Metadata;
import org.newsgraph.article.Text;
import org.newsgraph.extract.ArticleCountry;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.Mention;
import org.newsgraph.extract.name.DetectedName;
import org.newsgraph.extract.name.PersonNameClassifier;

/** Resolves the names of an article to entities. */
public final class EntityResolver {
  private EntityResolver() {}

  /** Resolves the names of an article without metadata. */
  public static List<Mention> resolve(Text text, List<DetectedName> found) {
    return resolve(text, Metadata.NONE, found);
  }

  /**
   * Returns a mention for each name, in reading order. Mentions of the same entity share one {@link
   * Entity}.
   *
   * @param metadata facts about the article, which help to find the country that it is about
   */
  public static List<Mention> resolve(Text text, Metadata metadata, List<DetectedName> found) {
    List<DetectedName> names =
        found.stream().sorted(Comparator.comparing(DetectedName::span)).toList();
    Set<DetectedName> ofPersons = PersonNameClassifier.ofPersons(text, names);
    List<DetectedName> persons = new ArrayList<>();
    List<DetectedName> others = new ArrayList<>();
    names.forEach(name -> (ofPersons.contains(name) ? persons : others).add(name));
    Map<DetectedName, ResolvedName> resolved = new HashMap<>(PersonResolver.resolve(text, persons));
    resolved.putAll(NonPersonResolver.resolve(text, others, ArticleCountry.of(text, metadata)));
    return names.stream().map(name -> mention(text, name, resolved.get(name))).toList();
  }

  /**
   * Returns the mention of a name. If the label and the entity disagree on whether the name is that
   * of a person, the entity's type is used.
   */
  private static Mention mention(Text text, DetectedName name, ResolvedName resolved) {
    Entity entity = resolved.entity();
    boolean person = entity.type() == EntityType.PERSON;
    EntityType type = person == (name.type() == EntityType.PERSON) ? name.type() : entity.type();
    return new Mention(
        name.span(), text.substring(name.span()), type, entity, resolved.why(), name.confidence());
  }
}
