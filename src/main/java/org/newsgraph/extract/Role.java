package org.newsgraph.extract;

import java.util.Optional;
import org.newsgraph.article.Span;

/**
 * An office or a part that the article gives a person: "Labour MP".
 *
 * @param person who has it
 * @param text the role in the article's words, mended where a line break tore a word
 * @param organisation with whom, where that is said
 * @param span the words that it stands on
 */
public record Role(Entity person, String text, Optional<Entity> organisation, Span span) {}
