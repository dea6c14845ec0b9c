package org.newsgraph.extract;

import java.util.Optional;
import org.newsgraph.article.Span;

/**
 * An office or function that the article gives a person: "Labour MP".
 *
 * @param person holder of the role
 * @param text role in the article's words, in the singular; words that a line break divides are
 *     joined
 * @param organisation organisation in which the person has the role, if stated
 * @param span range of the words that state the role; two persons share it in "the MPs Ann Roe and
 *     Bo Lee"
 * @param confidence probability that the role is right, above 0 and up to 1
 */
public record Role(
    Entity person, String text, Optional<Entity> organisation, Span span, double confidence) {
  public Role {
    if (!(confidence > 0 && confidence <= 1)) {
      throw new IllegalArgumentException("invalid confidence: " + confidence);
    }
  }
}
