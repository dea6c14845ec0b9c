package org.newsgraph.extract;

/** Evidence that a name refers to an entity. */
public enum ResolutionReason {
  /** The name itself. */
  NAME("its name"),
  /** A variant of the name: a nickname, an initial, capitals, another legal form of a company. */
  FORM("another form of its name"),
  FAMILY_NAME("a family name that the article gives in full"),
  GIVEN_NAME("a given name that the article gives in full"),
  /** A given name next to a relative's full name: "Brendan Cox, husband of Jo". */
  KIN("a given name in the family of somebody named"),
  INITIALS("the initials of its name"),
  /** A part of the name: "Stop the War" for the Stop the War Coalition. */
  SHORT_FORM("a part of its name"),
  /** A name with the same meaning in every article: "Britain". */
  KNOWN_NAME("a name that means the same everywhere"),
  SPELLING("its name with a slip in the spelling"),
  /** A name that the article does not connect, linked to the same item: "Helen Cox", "Jo Cox". */
  LINK("a name of the same item of the knowledge base");

  private final String words;

  ResolutionReason(String words) {
    this.words = words;
  }

  /** Returns a description for users. */
  public String description() {
    return words;
  }
}
