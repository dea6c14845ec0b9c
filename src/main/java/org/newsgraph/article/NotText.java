package org.newsgraph.article;

/** Something that is whole but no article: a picture, a headline without its story. */
final class NotText extends Unreadable {
  private static final long serialVersionUID = 1;

  NotText(String reason) {
    super(reason);
  }

  static NotText headlineOnly(String title) {
    return new NotText("headline only, no text: left out" + named(title));
  }

  /** A picture, a video, a package. */
  static NotText other(String kind, String title) {
    return new NotText("a " + kind + ", not a text: left out" + named(title));
  }

  private static String named(String title) {
    return title.isBlank() ? "" : " (" + title.strip() + ")";
  }
}
