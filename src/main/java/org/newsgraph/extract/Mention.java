package org.newsgraph.extract;

import org.newsgraph.article.Span;

/**
 * A place in the text where an entity is named.
 *
 * @param span where
 * @param text the words that stand there
 * @param type as what they name it here: "Barcelona" may be the club in one place and the city in
 *     another, though both are known by one name
 * @param entity whom or what they name
 * @param why what tells that they name this entity
 */
public record Mention(Span span, String text, EntityType type, Entity entity, Why why) {
  /** A mention by the name itself. */
  public Mention(Span span, String text, EntityType type, Entity entity) {
    this(span, text, type, entity, Why.NAME);
  }
}
