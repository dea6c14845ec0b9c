package org.newsgraph.evaluate;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.newsgraph.article.Article;
import org.newsgraph.article.Span;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.StatementKind;

/**
 * An article with what people found in it.
 *
 * @param article the article itself
 * @param span the stretch that they annotated, where it is not the whole text
 * @param judge the questions that the annotation is fit to judge, where it is not fit for all
 * @param entities the named places, in the annotation's order
 * @param statements what is said in it, in the annotation's order
 */
public record Gold(
    Article article,
    Optional<Span> span,
    Optional<Set<Question>> judge,
    List<GoldMention> entities,
    List<GoldStatement> statements) {
  /** What an annotation can tell. */
  public enum Question {
    ENTITIES,
    IDENTITY,
    STATEMENTS
  }

  /**
   * A place where an entity is named.
   *
   * @param type empty where the annotation does not tell people, organisations and places apart
   * @param wikidata the item's id, where it has one
   * @param knownAs the names that it has, where it has an item
   * @param key what all mentions of one entity have in common, where the annotation says it
   * @param optional whether finding it is neither required nor wrong
   */
  public record GoldMention(
      Span span,
      Optional<EntityType> type,
      Optional<String> wikidata,
      Set<String> knownAs,
      Optional<String> key,
      boolean optional) {
    public GoldMention {
      knownAs = Set.copyOf(knownAs);
    }

    /** Whether it is one of the three types that are scored. */
    boolean counts() {
      return type.isPresent() && type.get() != EntityType.OTHER;
    }
  }

  /**
   * Something that is reported to have been said.
   *
   * @param parts the pieces of its content, at least one
   * @param required whether it must be found; otherwise it is doubtful, or a speech act of which
   *     only a topic is given, and finding it is no mistake
   */
  public record GoldStatement(
      List<Span> parts, StatementKind kind, Optional<GoldSpeaker> speaker, boolean required) {
    public GoldStatement {
      parts = List.copyOf(parts);
    }
  }

  /**
   * Who said it.
   *
   * @param span where the attribution names the speaker
   * @param name who is meant, where the annotation resolves it
   */
  public record GoldSpeaker(Span span, Optional<String> name) {}

  public Gold {
    judge = judge.map(Set::copyOf);
    entities = List.copyOf(entities);
    statements = List.copyOf(statements);
  }

  /** Returns the statements that must be found. */
  List<GoldStatement> required() {
    return statements.stream().filter(GoldStatement::required).toList();
  }

  /** Returns the statements that may be found or not. */
  List<GoldStatement> optional() {
    return statements.stream().filter(said -> !said.required()).toList();
  }

  /** The name under which the article's extraction is found. */
  public String id() {
    return article.id();
  }

  boolean judges(Question question) {
    return judge.map(fit -> fit.contains(question)).orElse(true);
  }

  /** Whether a place lies in the stretch that was annotated. */
  boolean covers(Span place) {
    return span.map(it -> it.contains(place)).orElse(true);
  }
}
