package org.newsgraph.extract;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.newsgraph.article.Article;

/** All that was found in an article; each list in reading order. */
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

  /** Without reports and relations. */
  public Extraction(
      Article article, List<Mention> mentions, List<Statement> statements, List<Role> roles) {
    this(article, mentions, statements, List.of(), roles, List.of());
  }

  /** Everyone and everything that it names, in the order of their first mentions. */
  public Set<Entity> entities() {
    Set<Entity> entities = new LinkedHashSet<>();
    mentions.forEach(mention -> entities.add(mention.entity()));
    return entities;
  }

  /** All that it speaks of: what it names, and what is named only within another fact. */
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

  /** Returns the confidence of each entity that has a mention: that of its surest one. */
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
