package org.newsgraph.evaluate;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.newsgraph.article.Article;
import org.newsgraph.article.Span;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.StatementKind;

/**
 * An article with gold annotations.
 *
 * @param article the article
 * @param span the annotated part of the text; empty if all of it is annotated
 * @param questions the questions that the annotation can answer; empty if it can answer all
 * @param entities annotated mentions, in the order of the annotation
 * @param statements annotated statements, in the order of the annotation
 */
public record Gold(
    Article article,
    Optional<Span> span,
    Optional<Set<Question>> questions,
    List<GoldMention> entities,
    List<GoldStatement> statements) {
  /** A question that an annotation can answer. */
  public enum Question {
    ENTITIES,
    IDENTITY,
    STATEMENTS
  }

  /**
   * An annotated mention of an entity.
   *
   * @param span span of the name
   * @param type entity type; empty if the annotation does not distinguish types
   * @param wikidata ID of the Wikidata item, if any
   * @param itemNames names of the item, if any
   * @param key identifier that all mentions of one entity share, if the annotation has it
   * @param optional whether the mention is ignored in scores: neither required nor wrong
   */
  public record GoldMention(
      Span span,
      Optional<EntityType> type,
      Optional<String> wikidata,
      Set<String> itemNames,
      Optional<String> key,
      boolean optional) {
    public GoldMention {
      itemNames = Set.copyOf(itemNames);
    }

    /** Tests whether the type is one of the three that are scored. */
    boolean isScored() {
      return type.isPresent() && type.get() != EntityType.OTHER;
    }
  }

  /**
   * An annotated statement.
   *
   * @param parts spans of the content, at least one
   * @param kind kind of the statement
   * @param speaker speaker, if annotated
   * @param required whether it must be found; otherwise it is doubtful or a report of a speech act,
   *     and finding it is not a mistake
   */
  public record GoldStatement(
      List<Span> parts, StatementKind kind, Optional<GoldSpeaker> speaker, boolean required) {
    public GoldStatement {
      parts = List.copyOf(parts);
    }
  }

  /**
   * An annotated speaker.
   *
   * @param span span of the phrase that names the speaker
   * @param name name of the speaker, if the annotation resolves it
   */
  public record GoldSpeaker(Span span, Optional<String> name) {}

  public Gold {
    questions = questions.map(Set::copyOf);
    entities = List.copyOf(entities);
    statements = List.copyOf(statements);
  }

  /** Returns the statements that must be found. */
  List<GoldStatement> required() {
    return statements.stream().filter(GoldStatement::required).toList();
  }

  /** Returns the statements that may be found or not. */
  List<GoldStatement> optional() {
    return statements.stream().filter(statement -> !statement.required()).toList();
  }

  /** Returns the id of the article. */
  public String id() {
    return article.id();
  }

  boolean judges(Question question) {
    return this.questions.map(questions -> questions.contains(question)).orElse(true);
  }

  /** Tests whether a span lies in the annotated part of the text. */
  boolean covers(Span other) {
    return span.map(it -> it.contains(other)).orElse(true);
  }
}
