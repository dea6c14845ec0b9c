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
 * @param confidence how likely it is a name of this type with these bounds, above 0 and up to 1
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

  /** A mention by the name itself, beyond doubt. */
  public Mention(Span span, String text, EntityType type, Entity entity) {
    this(span, text, type, entity, ResolutionReason.NAME, 1);
  }
}
