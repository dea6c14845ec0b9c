package org.newsgraph.graph.correction;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.Extraction;
import org.newsgraph.extract.Mention;
import org.newsgraph.extract.Relation;
import org.newsgraph.extract.Role;
import org.newsgraph.extract.Speaker;
import org.newsgraph.extract.SpeechActReport;
import org.newsgraph.extract.Statement;

/** An article's findings with others in the places of some entities. */
public final class EntityReplacer {
  private final Extraction extraction;
  private final Map<Entity, Optional<Entity>> becomes;

  /**
   * @param becomes what becomes of an entity; nothing for those who are none; those that are not
   *     named here stay
   */
  public EntityReplacer(Extraction extraction, Map<Entity, Optional<Entity>> becomes) {
    this.extraction = extraction;
    this.becomes = becomes;
  }

  public Extraction replaced() {
    return becomes.isEmpty()
        ? extraction
        : new Extraction(
            extraction.article(),
            extraction.mentions().stream().flatMap(it -> mention(it).stream()).toList(),
            extraction.statements().stream().map(this::statement).toList(),
            extraction.reports().stream().map(this::report).toList(),
            extraction.roles().stream().flatMap(it -> role(it).stream()).toList(),
            extraction.relations().stream().flatMap(it -> relation(it).stream()).toList());
  }

  private Optional<Entity> now(Entity entity) {
    return becomes.getOrDefault(entity, Optional.of(entity));
  }

  private Optional<Mention> mention(Mention it) {
    return now(it.entity())
        .map(who -> new Mention(it.span(), it.text(), it.type(), who, it.why(), it.confidence()));
  }

  private Statement statement(Statement it) {
    return new Statement(
        it.span(),
        it.parts(),
        it.content(),
        it.kind(),
        it.cue(),
        it.speaker().map(this::speaker),
        about(it.about()),
        it.confidence());
  }

  private SpeechActReport report(SpeechActReport it) {
    return new SpeechActReport(
        it.span(), it.topic(), it.cue(), speaker(it.speaker()), about(it.about()), it.confidence());
  }

  private Set<Entity> about(Set<Entity> entities) {
    return entities.stream()
        .flatMap(entity -> now(entity).stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private Speaker speaker(Speaker speaker) {
    return speaker instanceof Speaker.Known known
        ? now(known.entity())
            .<Speaker>map(who -> new Speaker.Known(known.span(), known.words(), who))
            .orElseGet(() -> described(known))
        : speaker;
  }

  /** Who spoke is no entity, but words: those that first stood for it. */
  private Speaker described(Speaker.Known known) {
    List<Mention> places =
        extraction.mentions().stream().filter(it -> it.entity().equals(known.entity())).toList();
    return places.isEmpty()
        ? new Speaker.Described(known.span(), known.words(), known.span(), known.words())
        : new Speaker.Described(
            known.span(), known.words(), places.get(0).span(), places.get(0).text());
  }

  private Optional<Role> role(Role it) {
    return now(it.person())
        .filter(who -> who.type() == EntityType.PERSON)
        .map(
            who ->
                new Role(
                    who,
                    it.text(),
                    it.organisation().flatMap(this::now),
                    it.span(),
                    it.confidence()));
  }

  /** Nothing is left of one that leads to somebody forgotten, or to what is of another type now. */
  private Optional<Relation> relation(Relation it) {
    Optional<Entity> who = now(it.entity()).filter(one -> one.type() == it.entity().type());
    Optional<Entity> other =
        it.relatedTo()
            .flatMap(one -> now(one).filter(now -> now.type() == one.type()))
            .filter(one -> !who.equals(Optional.of(one)));
    return who.filter(one -> it.relatedTo().isEmpty() || other.isPresent())
        .map(one -> it.of(one, other));
  }
}
