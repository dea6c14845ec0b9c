package org.newsgraph.extract.name;

import org.newsgraph.article.Span;
import org.newsgraph.extract.EntityType;

/**
 * A name as it stands at one place, before it is known whose it is.
 *
 * @param text its words as on one line: a line end is a space, and a word that it divides is joined
 * @param confidence how likely it is a name of this type with these bounds, above 0 and up to 1
 */
public record DetectedName(Span span, String text, EntityType type, double confidence) {}
