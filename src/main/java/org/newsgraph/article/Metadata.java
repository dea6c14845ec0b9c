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
 * @param section of the newspaper or site, as that calls it
 * @param rights whose it is: the copyright line
 * @param modified when this version of it was made: an ISO 8601 date or date and time
 */
public record Metadata(
    Optional<String> title,
    List<String> authors,
    Optional<String> publisher,
    Optional<String> published,
    Optional<String> url,
    Optional<String> language,
    Optional<String> section,
    Optional<String> rights,
    Optional<String> modified) {
  /** Nothing known. */
  public static final Metadata NONE = new MetadataBuilder().build();

  public Metadata {
    authors = List.copyOf(authors);
  }

  /** Without section, rights and version. */
  public Metadata(
      Optional<String> title,
      List<String> authors,
      Optional<String> publisher,
      Optional<String> published,
      Optional<String> url,
      Optional<String> language) {
    this(
        title,
        authors,
        publisher,
        published,
        url,
        language,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** This, and where it is silent the other. */
  public Metadata or(Metadata other) {
    return new Metadata(
        title.or(other::title),
        authors.isEmpty() ? other.authors : authors,
        publisher.or(other::publisher),
        published.or(other::published),
        url.or(other::url),
        language.or(other::language),
        section.or(other::section),
        rights.or(other::rights),
        modified.or(other::modified));
  }

  /** Whether the language is English, or not told. */
  public boolean isEnglish() {
    return language.map(it -> it.matches("(?i)en(?:-.*)?")).orElse(true);
  }

  /** The same, in another language. */
  public Metadata in(String other) {
    return new Metadata(
        title, authors, publisher, published, url, Optional.of(other), section, rights, modified);
  }
}
