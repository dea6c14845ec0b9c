package org.newsgraph.extract.attribution;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.newsgraph.article.Span;
import org.newsgraph.extract.DocumentTokens;
import org.newsgraph.text.ContentType;

/** Makes each letter to the editor a statement of its writer. */
final class LetterAttributions {
  private static final double CONFIDENCE = 0.9;

  private LetterAttributions() {}

  /** Returns the attributions of an article with its letters, in reading order. */
  static List<Attribution> addTo(List<Attribution> found, DocumentTokens tokens) {
    if (tokens.letters().isEmpty()) {
      return found;
    }
    Stream<Attribution> letters =
        tokens.letters().stream().flatMap(letter -> attribution(letter, tokens).stream());
    return Stream.concat(letters, found.stream())
        .sorted(Comparator.comparing(Attribution::span))
        .toList();
  }

  private static Optional<Attribution> attribution(SignedLetter letter, DocumentTokens tokens) {
    List<Span> parts = letter.parts().stream().filter(it -> tokens.range(it).length() > 0).toList();
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Attribution(
                parts,
                ContentType.STATEMENT,
                Optional.empty(),
                Optional.of(letter.writer()),
                CONFIDENCE));
  }
}
