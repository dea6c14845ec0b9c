package org.newsgraph.extract;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.newsgraph.article.Article;

/**
 * Everything found in an article. Each list is in reading order.
 *
 * @param article the article
 * @param mentions names with the entities that they refer to
 * @param statements statements with their speakers
 * @param reports reports of speech acts without reported words
 * @param roles roles of persons
 * @param relations family ties, origins and ages
 */
public record Extraction(
    Article article,
    List<Mention> mentions,
    List<Statement> statements,
    List<SpeechActReport> reports,
    List<Role> roles,
    List<Relation> relations) {
  public Extraction {
    mentions = List.copyOf(mentions);
    statements = List.copyOf(statements);
    reports = List.copyOf(reports);
    roles = List.copyOf(roles);
    relations = List.copyOf(relations);
  }

  /** Creates an extraction without reports and relations. */
  public Extraction(
      Article article, List<Mention> mentions, List<Statement> statements, List<Role> roles) {
    this(article, mentions, statements, List.of(), roles, List.of());
  }

  /** Returns the entities that the article mentions, in the order of their first mentions. */
  public Set<Entity> entities() {
    Set<Entity> entities = new LinkedHashSet<>();
    mentions.forEach(mention -> entities.add(mention.entity()));
    return entities;
  }

  /** Returns all entities: those with a mention, and those that occur only in other facts. */
  public Set<Entity> allEntities() {
    Set<Entity> all = entities();
    statements.forEach(it -> add(all, it.speaker(), it.about()));
    reports.forEach(it -> add(all, Optional.of(it.speaker()), it.about()));
    for (Role role : roles) {
      all.add(role.person());
      role.organisation().ifPresent(all::add);
    }
    for (Relation relation : relations) {
      all.add(relation.entity());
      relation.relatedTo().ifPresent(all::add);
    }
    return all;
  }

  /** Returns the confidence of each entity that has a mention: the highest of its mentions. */
  public Map<Entity, Double> confidences() {
    return mentions.stream()
        .collect(Collectors.toMap(Mention::entity, Mention::confidence, Math::max));
  }

  private static void add(Set<Entity> all, Optional<Speaker> speaker, Set<Entity> about) {
    all.addAll(about);
    if (speaker.orElse(null) instanceof Speaker.Known known) {
      all.add(known.entity());
    }
  }
}
