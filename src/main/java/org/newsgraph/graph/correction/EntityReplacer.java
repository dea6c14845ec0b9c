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

/** Replaces entities in an extraction and in all records that refer to them. */
public final class EntityReplacer {
  private final Extraction extraction;
  private final Map<Entity, Optional<Entity>> replacements;

  /**
   * Prepares a replacement.
   *
   * @param extraction the extraction to change
   * @param replacements replacement of each entity, empty to remove it; entities without an entry
   *     stay
   */
  public EntityReplacer(Extraction extraction, Map<Entity, Optional<Entity>> replacements) {
    this.extraction = extraction;
    this.replacements = replacements;
  }

  public Extraction replace() {
    return replacements.isEmpty()
        ? extraction
        : new Extraction(
            extraction.article(),
            extraction.mentions().stream().flatMap(it -> mention(it).stream()).toList(),
            extraction.statements().stream().map(this::statement).toList(),
            extraction.reports().stream().map(this::report).toList(),
            extraction.roles().stream().flatMap(it -> role(it).stream()).toList(),
            extraction.relations().stream().flatMap(it -> relation(it).stream()).toList());
  }

  private Optional<Entity> replacement(Entity entity) {
    return replacements.getOrDefault(entity, Optional.of(entity));
  }

  private Optional<Mention> mention(Mention it) {
    return replacement(it.entity())
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
        it.confidence(),
        it.status(),
        it.quotedText(),
        it.saidOn(),
        it.context());
  }

  private SpeechActReport report(SpeechActReport it) {
    return new SpeechActReport(
        it.span(),
        it.topic(),
        it.cue(),
        speaker(it.speaker()),
        about(it.about()),
        it.confidence(),
        it.status());
  }

  private Set<Entity> about(Set<Entity> entities) {
    return entities.stream()
        .flatMap(entity -> replacement(entity).stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private Speaker speaker(Speaker speaker) {
    return speaker instanceof Speaker.Known known
        ? replacement(known.entity())
            .<Speaker>map(who -> new Speaker.Known(known.span(), known.text(), who))
            .orElseGet(() -> described(known))
        : speaker;
  }

  /** Returns a described speaker for a removed entity, with the text of its first mention. */
  private Speaker described(Speaker.Known known) {
    List<Mention> mentions =
        extraction.mentions().stream().filter(it -> it.entity().equals(known.entity())).toList();
    return mentions.isEmpty()
        ? new Speaker.Described(known.span(), known.text(), known.span(), known.text())
        : new Speaker.Described(
            known.span(), known.text(), mentions.get(0).span(), mentions.get(0).text());
  }

  private Optional<Role> role(Role it) {
    return replacement(it.person())
        .filter(who -> who.type() == EntityType.PERSON)
        .map(
            who ->
                new Role(
                    who,
                    it.text(),
                    it.organisation().flatMap(this::replacement),
                    it.span(),
                    it.confidence()));
  }

  /** Drops a relation if an entity of it was removed or has another type after replacement. */
  private Optional<Relation> relation(Relation it) {
    Optional<Entity> subject =
        replacement(it.entity()).filter(entity -> entity.type() == it.entity().type());
    Optional<Entity> other =
        it.relatedTo()
            .flatMap(
                related -> replacement(related).filter(entity -> entity.type() == related.type()))
            .filter(entity -> !subject.equals(Optional.of(entity)));
    return subject
        .filter(entity -> it.relatedTo().isEmpty() || other.isPresent())
        .map(entity -> it.withEntities(entity, other));
  }
}
