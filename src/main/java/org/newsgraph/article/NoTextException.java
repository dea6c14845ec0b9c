package org.newsgraph.article;

/** Something that is whole but no article: a picture, a headline without its story. */
public final class NoTextException extends UnreadableArticleException {
  private static final long serialVersionUID = 1;

  public NoTextException(String reason) {
    super(reason);
  }

  public static NoTextException headlineOnly(String title) {
    return new NoTextException("headline only, no text: left out" + named(title));
  }

  /** A picture, a video, a package. */
  public static NoTextException other(String kind, String title) {
    return new NoTextException("a " + kind + ", not a text: left out" + named(title));
  }

  private static String named(String title) {
    return title.isBlank() ? "" : " (" + title.strip() + ")";
  }
}
