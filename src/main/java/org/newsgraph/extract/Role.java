package org.newsgraph.extract;

import java.util.Optional;
import org.newsgraph.article.Span;

/**
 * An office or a part that the article gives a person: "Labour MP".
 *
 * @param person who has it
 * @param text the role in the article's words, in the singular, mended where a line break tore a
 *     word
 * @param organisation with whom, where that is said
 * @param span the words that it stands on; two people share them in "the MPs Ann Roe and Bo Lee"
 * @param confidence how likely it is right, above 0 and up to 1
 */
public record Role(
    Entity person, String text, Optional<Entity> organisation, Span span, double confidence) {
  public Role {
    if (!(confidence > 0 && confidence <= 1)) {
      throw new IllegalArgumentException("no confidence: " + confidence);
    }
  }
}
