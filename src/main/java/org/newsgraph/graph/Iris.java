package org.newsgraph.graph;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.newsgraph.extract.Entity;

/**
 * The IRIs of articles and entities: pure functions of the base and of what they name.
 *
 * @param base what every IRI begins with, ending in a slash
 */
public record Iris(String base) {
  /** The base unless a person sets another. */
  public static final String DEFAULT_BASE = "http://localhost:3030/";

  /** The IRI of the article with this id. */
  public String article(String id) {
    return base + "article/" + encoded(id);
  }

  /**
   * The IRI of an entity: by its name where that is enough to know it by in any article, otherwise
   * inside the article that names it.
   */
  public String entity(Entity entity, String articleId) {
    String name = encoded(entity.name().strip().replaceAll("[\\s\\p{Z}_]+", "_"));
    return entity.shared() ? base + "entity/" + name : article(articleId) + "#entity=" + name;
  }

  private static String encoded(String text) {
    StringBuilder iri = new StringBuilder();
    for (int c : text.codePoints().toArray()) {
      if (Character.isLetterOrDigit(c) || (c < 128 && "-._~!$&'()*+,;=:@".indexOf(c) >= 0)) {
        iri.appendCodePoint(c);
      } else {
        for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
          iri.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
        }
      }
    }
    return iri.toString();
  }
}
