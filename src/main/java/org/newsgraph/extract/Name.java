package org.newsgraph.extract;

import org.newsgraph.article.Span;

/**
 * A name as it stands at one place, before it is known whose it is.
 *
 * @param text its words, exactly
 */
record Name(Span span, String text, EntityType type) {}
