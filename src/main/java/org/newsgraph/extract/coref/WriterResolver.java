package org.newsgraph.extract.coref;

import java.util.List;
import java.util.Optional;
import org.newsgraph.article.Layout.Part;
import org.newsgraph.article.Span;
import org.newsgraph.extract.DocumentTokens;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.Mention;
import org.newsgraph.extract.Speaker;

/**
 * Resolves "I" outside quotation marks to the writer of the text: to the signature below a letter,
 * otherwise to the only author in the byline.
 */
final class WriterResolver implements SourceResolver {
  private final DocumentTokens tokens;
  private final List<Mention> mentions;
  private final List<Span> signatures;
  private final List<Span> bylines;

  WriterResolver(DocumentTokens tokens, List<Mention> mentions) {
    this.tokens = tokens;
    this.mentions = mentions;
    this.signatures = tokens.paragraphs(Part.SIGNATURE);
    this.bylines = tokens.paragraphs(Part.BYLINE);
  }

  @Override
  public Optional<Speaker> resolve(Span source, String words) {
    if (!words.equals("I") || tokens.inQuotation(source.begin())) {
      return Optional.empty();
    }
    Optional<Entity> writer =
        signatures.isEmpty()
            ? onlyPerson(bylines)
            : signatures.stream()
                .filter(signature -> signature.begin() > source.begin())
                .findFirst()
                .flatMap(signature -> onlyPerson(List.of(signature)));
    return writer.map(entity -> new Speaker.Known(source, words, entity));
  }

  /** Returns the person whom these paragraphs name, if it is only one. */
  private Optional<Entity> onlyPerson(List<Span> paragraphs) {
    List<Entity> people =
        mentions.stream()
            .filter(it -> it.entity().type() == EntityType.PERSON)
            .filter(it -> paragraphs.stream().anyMatch(span -> span.overlaps(it.span())))
            .map(Mention::entity)
            .distinct()
            .toList();
    return people.size() == 1 ? Optional.of(people.get(0)) : Optional.empty();
  }
}
