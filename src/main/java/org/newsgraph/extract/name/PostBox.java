package org.newsgraph.extract.name;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.newsgraph.extract.TokenRange;
import org.newsgraph.text.Token;

/** Recognises post office boxes in addresses: "PO Box 12, Marsden". */
final class PostBox {
  private static final Pattern PREFIX =
      Pattern.compile("P\\.?O?\\.?|O|GPO|Private|Post|Office|\\.");

  private static final Set<String> BOXES = Set.of("Box", "Bag");

  private PostBox() {}

  /** Tests whether a name is a post office box or a part of one, which is no name. */
  static boolean isPartOf(List<Token> tokens, TokenRange name) {
    int at = name.first();
    while (at < tokens.size() && PREFIX.matcher(tokens.get(at).word()).matches()) {
      at++;
    }
    return isNumberedBox(tokens, at) && at + 1 >= name.last();
  }

  /** Tests whether a name follows a post office box, so that it is a place. */
  static boolean precedes(List<Token> tokens, TokenRange name) {
    return name.first() > 2
        && tokens.get(name.first() - 1).word().equals(",")
        && isNumberedBox(tokens, name.first() - 3);
  }

  private static boolean isNumberedBox(List<Token> tokens, int at) {
    return at + 1 < tokens.size()
        && BOXES.contains(tokens.get(at).word())
        && tokens.get(at + 1).word().codePoints().anyMatch(Character::isDigit);
  }
}
