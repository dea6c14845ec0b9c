package org.newsgraph.extract.coref;

import java.util.Optional;
import org.newsgraph.article.Span;
import org.newsgraph.extract.Speaker;

/** Resolves sources of one form. */
@FunctionalInterface
interface SourceResolver {
  /** Returns the speaker of a source with these words, if it has the form and can be resolved. */
  Optional<Speaker> resolve(Span source, String words);
}
