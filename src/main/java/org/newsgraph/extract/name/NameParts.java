package org.newsgraph.extract.name;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.newsgraph.extract.PersonName;
import org.newsgraph.text.EntityLabel;
import org.newsgraph.text.Token;

/** Recognises initials and the punctuation that joins the parts of one name. */
final class NameParts {
  /**
   * An initial: "U", or a letter of another alphabet that is transcribed as two, "Ts"; not "St".
   */
  private static final Pattern INITIAL =
      Pattern.compile("\\p{Lu}|(?!St|Mt|Ft|No|Jr|Sr)\\p{Lu}\\p{Ll}");

  private static final Set<String> OPENING = Set.of("“", "\"", "‘", "'");
  private static final Set<String> CLOSING = Set.of("”", "\"", "’", "'");

  private NameParts() {}

  /**
   * Returns the index after the part of a person's name that this punctuation mark joins to it, or
   * -1: "Nandini Choony-Ruchchan", "S. Bholah", "José “Pepe” Mujica"; not "the Obama-Trump talks".
   */
  static int joinedBy(List<Token> tokens, int mark) {
    Token before = tokens.get(mark - 1);
    if (before.label() != EntityLabel.PERSON || tokens.get(mark).label() != EntityLabel.NONE) {
      return -1;
    }
    String word = tokens.get(mark).word();
    boolean glued = before.touches(tokens.get(mark));
    boolean hyphen =
        word.equals("-")
            && glued
            && followsDirectly(tokens, mark + 1)
            && isPerson(tokens, mark - 2);
    boolean initial = word.equals(".") && glued && before.word().length() == 1;
    if ((hyphen || initial) && isPerson(tokens, mark + 1)) {
      return mark + 2;
    }
    boolean nickname =
        OPENING.contains(word)
            && isPerson(tokens, mark + 3)
            && CLOSING.contains(tokens.get(mark + 2).word());
    return nickname ? mark + 4 : -1;
  }

  private static boolean isPerson(List<Token> tokens, int at) {
    return at >= 0 && at < tokens.size() && tokens.get(at).label() == EntityLabel.PERSON;
  }

  static boolean followsDirectly(List<Token> tokens, int at) {
    return at > 0 && at < tokens.size() && tokens.get(at - 1).touches(tokens.get(at));
  }

  /**
   * Tests whether an initial that a full stop joins to a name starts at an index, as in Mongolian:
   * "U.Khurelsukh".
   */
  static boolean isInitial(List<Token> tokens, int at) {
    return at >= 0
        && at + 2 < tokens.size()
        && INITIAL.matcher(tokens.get(at).word()).matches()
        && !PersonName.isTitle(tokens.get(at).word())
        && !NameBoundaryRepair.ABBREVIATIONS.contains(tokens.get(at).word())
        && tokens.get(at + 1).word().equals(".")
        && tokens.get(at).touches(tokens.get(at + 1))
        && tokens.get(at + 1).touches(tokens.get(at + 2))
        && tokens.get(at + 2).word().length() > 2
        && Character.isUpperCase(tokens.get(at + 2).word().codePointAt(0));
  }

  /** Tests whether a word directly follows a slash and another word. */
  static boolean isAfterSlash(List<Token> tokens, int at) {
    return at > 1
        && tokens.get(at - 1).word().equals("/")
        && followsDirectly(tokens, at)
        && followsDirectly(tokens, at - 1);
  }
}
