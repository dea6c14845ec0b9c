package org.newsgraph.extract;

/**
 * What tells that the words at one place name an entity: the reason why mentions are put together.
 */
public enum ResolutionReason {
  /** The name itself. */
  NAME("its name"),
  /** The same name otherwise: a nickname, an initial, capitals, another company form. */
  FORM("another form of its name"),
  FAMILY_NAME("a family name that the article gives in full"),
  GIVEN_NAME("a given name that the article gives in full"),
  /** "Brendan Cox, husband of Jo". */
  KIN("a given name in the family of somebody named"),
  INITIALS("the initials of its name"),
  /** "Stop the War" of the Stop the War Coalition. */
  SHORT_FORM("a part of its name"),
  /** "Britain": one of the names that mean the same in every article. */
  KNOWN_NAME("a name that means the same everywhere"),
  SPELLING("its name with a slip in the spelling");

  private final String words;

  ResolutionReason(String words) {
    this.words = words;
  }

  /** In plain words, for people to read. */
  public String words() {
    return words;
  }
}
