package org.newsgraph.article;

/** Signals valid input that contains no article text: a picture, or a headline without a story. */
public final class NoTextException extends UnreadableArticleException {
  private static final long serialVersionUID = 1;

  public NoTextException(String reason) {
    super(reason);
  }

  public static NoTextException headlineOnly(String title) {
    return new NoTextException("headline only, no text" + named(title));
  }

  /**
   * Returns an exception for an item of another media type.
   *
   * @param kind media type, such as "picture", "video" or "package"
   * @param title headline of the item, or an empty string
   */
  public static NoTextException unsupportedType(String kind, String title) {
    return new NoTextException("a " + kind + ", not a text" + named(title));
  }

  private static String named(String title) {
    return title.isBlank() ? "" : " (" + title.strip() + ")";
  }
}
