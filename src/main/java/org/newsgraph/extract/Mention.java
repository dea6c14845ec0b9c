package org.newsgraph.extract;

import org.newsgraph.article.Span;

/**
 * An occurrence of an entity's name in the text.
 *
 * @param span range in the text
 * @param text text of the span
 * @param type type of the name in this context: "Barcelona" may be the club in one place and the
 *     city in another, although both share a name
 * @param entity entity that the name refers to
 * @param why evidence that the name refers to this entity
 * @param confidence probability that the span is a name of this type, above 0 and up to 1
 */
public record Mention(
    Span span,
    String text,
    EntityType type,
    Entity entity,
    ResolutionReason why,
    double confidence) {
  public Mention {
    if (!(confidence > 0 && confidence <= 1)) {
      throw new IllegalArgumentException("invalid confidence: " + confidence);
    }
  }

  /** Creates a mention by the entity's own name, with confidence 1. */
  public Mention(Span span, String text, EntityType type, Entity entity) {
    this(span, text, type, entity, ResolutionReason.NAME, 1);
  }
}
