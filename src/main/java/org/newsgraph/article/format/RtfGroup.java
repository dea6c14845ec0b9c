package org.newsgraph.article.format;

import java.nio.charset.Charset;
import java.util.HashSet;
import java.util.Set;

/** Properties of the text in a group of a rich text document. They end with the group. */
final class RtfGroup {
  /** Use of a group's text. */
  enum Destination {
    TEXT,
    BOX,
    NOTE,
    CONTAINER,
    FONTS,
    INFORMATION,
    PROPERTY,
    SKIPPED
  }

  /** Control words for text that is deleted, moved to another place or formatted as hidden. */
  private static final Set<String> HIDING = Set.of("deleted", "mvf", "v");

  Destination destination = Destination.TEXT;

  /** Destination of the variant in Unicode, in a group that has two variants. */
  Destination unicodeDestination = Destination.TEXT;

  /** Name of the document's property that the text is the value of. */
  String property = "";

  Charset charset = CodePages.DEFAULT;

  /** Number of characters after a Unicode character that repeat it for older programs. */
  int fallbackLength = 1;

  /** True if programs that do not know the next control word ignore the group. */
  boolean isIgnorable;

  private Set<String> hiddenBy = Set.of();

  RtfGroup() {}

  /** Creates a group inside another one. */
  RtfGroup(RtfGroup outer) {
    // The text of a box is text; only its outermost group is the box.
    destination = outer.isShown() ? Destination.TEXT : outer.destination;
    unicodeDestination = outer.unicodeDestination;
    property = outer.property;
    charset = outer.charset;
    fallbackLength = outer.fallbackLength;
    hiddenBy = outer.hiddenBy;
  }

  /** Tests whether the text in this group belongs to the document's text. */
  boolean isShown() {
    return destination == Destination.TEXT || isInset();
  }

  /** Tests whether this group is a text box or note. */
  boolean isInset() {
    return destination == Destination.BOX || destination == Destination.NOTE;
  }

  boolean isHidden() {
    return !hiddenBy.isEmpty();
  }

  static boolean hides(String word) {
    return HIDING.contains(word);
  }

  void setHidden(String word, boolean isHidden) {
    Set<String> changed = new HashSet<>(hiddenBy);
    if (isHidden) {
      changed.add(word);
    } else {
      changed.remove(word);
    }
    hiddenBy = changed;
  }

  /** Resets the properties of characters. */
  void resetCharacters(Charset defaultCharset) {
    hiddenBy = Set.of();
    charset = defaultCharset;
  }
}
