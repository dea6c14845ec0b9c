package org.newsgraph.article;

import java.util.List;
import java.util.Optional;

/**
 * What is known of an article besides its text.
 *
 * @param title its headline
 * @param authors their names, in the order of the byline, without e-mail addresses
 * @param publisher the newspaper, agency or site
 * @param published when it appeared: an ISO 8601 date or date and time
 * @param url where it appeared
 * @param language a BCP 47 tag
 */
public record Metadata(
    Optional<String> title,
    List<String> authors,
    Optional<String> publisher,
    Optional<String> published,
    Optional<String> url,
    Optional<String> language) {
  /** Nothing known. */
  public static final Metadata NONE =
      new Metadata(
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public Metadata {
    authors = List.copyOf(authors);
  }

  /** This, and where it is silent the other. */
  public Metadata or(Metadata other) {
    return new Metadata(
        title.or(other::title),
        authors.isEmpty() ? other.authors : authors,
        publisher.or(other::publisher),
        published.or(other::published),
        url.or(other::url),
        language.or(other::language));
  }
}
