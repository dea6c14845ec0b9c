package org.newsgraph.article.format;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.newsgraph.article.Metadata;

/**
 * A post of a live blog.
 *
 * @param id identifier within its page, which is also the fragment of its address, if the page
 *     states one
 * @param metadata what the page states about the post: headline, authors, time, address
 * @param paragraphs paragraphs of its text, without the headline; empty for a post without text
 */
record LiveBlogPost(Optional<String> id, Metadata metadata, List<String> paragraphs) {
  private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

  LiveBlogPost {
    paragraphs = List.copyOf(paragraphs);
  }

  /** Returns the text in lower case, without punctuation and white space. */
  String letters() {
    return letters(String.join(" ", paragraphs));
  }

  static String letters(String text) {
    return NOT_LETTERS.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
  }

  LiveBlogPost withParagraphs(List<String> other) {
    return new LiveBlogPost(id, metadata, other);
  }

  LiveBlogPost withFallback(Metadata other) {
    return new LiveBlogPost(id, metadata.withFallback(other), paragraphs);
  }
}
