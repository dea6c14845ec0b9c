package org.newsgraph.extract.coref;

import java.util.List;
import java.util.Optional;
import org.newsgraph.article.Span;
import org.newsgraph.extract.DocumentTokens;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.Mention;
import org.newsgraph.extract.Speaker;

/** Resolves "the former" and "the latter". */
final class OneOfTwoResolver implements SourceResolver {
  private final Discourse discourse;
  private final DocumentTokens tokens;

  OneOfTwoResolver(Discourse discourse) {
    this.discourse = discourse;
    this.tokens = discourse.tokens();
  }

  /**
   * Resolves "the former" and "the latter" to the first and the last of the two persons that the
   * last unquoted sentence with names before them mentions.
   */
  @Override
  public Optional<Speaker> resolve(Span source, String words) {
    boolean latter = words.equalsIgnoreCase("the latter");
    if (!latter && !words.equalsIgnoreCase("the former")) {
      return Optional.empty();
    }
    List<Mention> before =
        discourse.mentions().subList(0, discourse.mentionsBefore(source)).stream()
            .filter(it -> !tokens.inQuotation(it.span().begin()))
            .filter(it -> it.entity().type() == EntityType.PERSON)
            .toList();
    if (before.isEmpty()) {
      return Optional.empty();
    }
    int sentence = tokens.sentence(before.get(before.size() - 1).span());
    List<Entity> two =
        before.stream()
            .filter(it -> tokens.sentence(it.span()) == sentence)
            .map(Mention::entity)
            .distinct()
            .toList();
    return two.size() == 2
        ? Optional.of(new Speaker.Known(source, words, two.get(latter ? 1 : 0)))
        : Optional.empty();
  }
}
