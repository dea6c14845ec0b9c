package org.newsgraph.extract.coref;

import java.util.Optional;
import org.newsgraph.article.Span;
import org.newsgraph.extract.DocumentTokens;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.Speaker;

/** Resolves descriptions that refer back without an occupation: "the official". */
final class LastSpeakerResolver implements SourceResolver {
  /** Maximum distance of the last speaker from a description, in sentences. */
  private static final int MAX_SENTENCE_DISTANCE = 6;

  private final Discourse discourse;
  private final DocumentTokens tokens;

  LastSpeakerResolver(Discourse discourse) {
    this.discourse = discourse;
    this.tokens = discourse.tokens();
  }

  /**
   * Resolves "the official" to the last speaker, if that is a person and no other one has been
   * mentioned outside quotations since.
   */
  @Override
  public Optional<Speaker> resolve(Span source, String words) {
    Speaker last = discourse.lastSpeaker().orElse(null);
    if (!DefiniteDescriptionResolver.isPerson(words)
        || !(last instanceof Speaker.Known known)
        || known.entity().type() != EntityType.PERSON
        || last.span().end() > source.begin()
        || tokens.sentence(source) - tokens.sentence(last.span()) > MAX_SENTENCE_DISTANCE) {
      return Optional.empty();
    }
    boolean alone =
        discourse.mentions().stream()
            .filter(it -> it.span().begin() >= last.span().end())
            .filter(it -> it.span().end() <= source.begin())
            .filter(it -> !tokens.inQuotation(it.span().begin()))
            .filter(it -> it.entity().type() == EntityType.PERSON)
            .allMatch(it -> it.entity().equals(known.entity()));
    return alone ? Optional.of(SpeakerResolver.withSource(last, source, words)) : Optional.empty();
  }
}
