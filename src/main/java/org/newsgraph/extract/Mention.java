package org.newsgraph.extract;

import org.newsgraph.article.Span;

/**
 * A place in the text where an entity is named.
 *
 * @param span where
 * @param text the words that stand there
 * @param entity whom or what they name
 */
public record Mention(Span span, String text, Entity entity) {}
