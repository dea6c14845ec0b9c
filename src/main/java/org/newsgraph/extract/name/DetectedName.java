package org.newsgraph.extract.name;

import org.newsgraph.article.Span;
import org.newsgraph.extract.EntityType;

/**
 * A name in the text, before it is resolved to an entity.
 *
 * @param span range in the text
 * @param text text on one line: a line end is a space, and a word that is hyphenated at a line end
 *     is joined
 * @param type type of the name
 * @param confidence probability that the span is a name of this type, above 0 and up to 1
 */
public record DetectedName(Span span, String text, EntityType type, double confidence) {}
