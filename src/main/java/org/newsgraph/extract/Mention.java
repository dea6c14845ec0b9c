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
 */
public record Mention(Span span, String text, EntityType type, Entity entity) {}
