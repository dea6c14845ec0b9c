package org.newsgraph.article;

import java.util.List;
import java.util.Optional;

/**
 * Facts about an article that are not part of its text.
 *
 * @param title headline
 * @param authors names of the authors, in the order of the byline, without e-mail addresses
 * @param publisher newspaper, agency or site
 * @param published publication date: an ISO 8601 date or date and time
 * @param url web address of the article
 * @param language BCP 47 tag
 * @param section section of the newspaper or site, in its own words
 * @param rights copyright line
 * @param modified date of this version of the article: an ISO 8601 date or date and time
 * @param correction correction that the publisher appended to the article, in its own words
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
    Optional<String> modified,
    Optional<String> correction) {
  /** Metadata without any values. */
  public static final Metadata NONE = new MetadataBuilder().build();

  public Metadata {
    authors = List.copyOf(authors);
  }

  /** Creates metadata without a correction. */
  public Metadata(
      Optional<String> title,
      List<String> authors,
      Optional<String> publisher,
      Optional<String> published,
      Optional<String> url,
      Optional<String> language,
      Optional<String> section,
      Optional<String> rights,
      Optional<String> modified) {
    this(
        title,
        authors,
        publisher,
        published,
        url,
        language,
        section,
        rights,
        modified,
        Optional.empty());
  }

  /** Creates metadata without section, rights, modification date and correction. */
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

  /** Returns these metadata, with missing values filled in from the other. */
  public Metadata withFallback(Metadata other) {
    return new Metadata(
        title.or(other::title),
        authors.isEmpty() ? other.authors : authors,
        publisher.or(other::publisher),
        published.or(other::published),
        url.or(other::url),
        language.or(other::language),
        section.or(other::section),
        rights.or(other::rights),
        modified.or(other::modified),
        correction.or(other::correction));
  }

  /** Tests whether the language is English or unknown. */
  public boolean isEnglish() {
    return language.map(it -> it.matches("(?i)en(?:-.*)?")).orElse(true);
  }

  /** Returns these metadata with another language. */
  public Metadata withLanguage(String other) {
    return new Metadata(
        title,
        authors,
        publisher,
        published,
        url,
        Optional.of(other),
        section,
        rights,
        modified,
        correction);
  }
}
