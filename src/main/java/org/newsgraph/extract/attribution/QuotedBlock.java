package org.newsgraph.extract.attribution;

import java.util.Optional;
import org.newsgraph.article.Span;

/**
 * Text that is quoted by its layout instead of quotation marks: a post of a social network or a
 * block quotation.
 *
 * @param span range of the quoted text
 * @param signature name of the author with its line; empty if the paragraph before the block
 *     introduces it
 */
public record QuotedBlock(Span span, Optional<Signature> signature) {
  /**
   * A line that names the author, with or without a date.
   *
   * @param line range of the line and of the links between it and the text
   * @param name range of the name
   */
  public record Signature(Span line, Span name) {}
}
