package org.newsgraph.article.layout;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The line below a letter that names its writer: "Ann Roe (Mrs), Brackwater".
 *
 * @param name name without titles and honours; empty if the writer's name is withheld
 * @param place place of the writer, if it is on the same line
 */
public record Signature(Optional<String> name, Optional<String> place) {
  private static final int MAX_LENGTH = 80;
  private static final int MAX_PLACE_WORDS = 5;

  private static final String TITLE =
      "(?i:(?:The )?(?:Dr|Prof|Professor|Sir|Dame|Lord|Lady|Baroness|Mr|Mrs|Ms|Miss|Rev|Revd|Reverend"
          + "|Father|Canon|Cllr|Councillor|Col|Colonel|Maj|Major|Capt|Captain|Lt|Hon)\\.? )";

  private static final String INITIALS = "(?:\\p{Lu}\\.? ?){1,4}";
  private static final String PARTICLE =
      "(?:de|da|di|du|del|della|der|den|van|von|al|bin|binti|ibn|ter|la|le|y|e|ap)";
  private static final String HONOURS =
      "(?:MP|MSP|MEP|MLA|MS|TD|OBE|MBE|CBE|KBE|QC|KC|JP|FRS|PhD|MD|RN|Jr|Sr)\\b\\.?";
  private static final String WORD = "(?!" + HONOURS + ")(?:[dO]['’])?\\p{Lu}[\\p{L}\\p{M}'’-]+";

  private static final String NAME =
      "(?:(?:"
          + WORD
          + " (?:\\p{Lu}\\.? )?|"
          + INITIALS
          + " ?)(?:(?:"
          + PARTICLE
          + "|"
          + WORD
          + ") ){0,3}"
          + WORD
          + ")";

  private static final String HONOUR = "(?:,? " + HONOURS + ")";

  private static final Pattern LINE =
      Pattern.compile(
          "(?:[–—-]+ ?|From )?"
              + TITLE
              + "?(?<name>"
              + NAME
              + ")"
              + HONOUR
              + "{0,3}(?: \\([^()]{1,20}\\))?"
              + HONOUR
              + "{0,3}(?:, (?<place>\\p{Lu}[\\p{L}\\p{M}\\p{N}'’., -]{1,50}))?[.,]?");

  private static final Pattern TITLE_IN_PARENTHESES =
      Pattern.compile("^\\((?:Dr|Prof|Mr|Mrs|Ms|Miss|Rev|Revd|Cllr|Sir)\\.?\\) ");

  private static final Pattern TITLED = Pattern.compile("[–—-]*" + TITLE + "(?<name>" + WORD + ")");

  private static final Pattern WITHHELD =
      Pattern.compile(
          "(?i)[(]?(?:name|address)(?: (?:and|&) address)? (?:supplied|withheld).{0,20}");

  /** A place with its state: "Elverton, Vt.", "Marsh End, N.Y." */
  private static final Pattern ABBREVIATED_STATE =
      Pattern.compile(".*, (?:\\p{Lu}\\p{Ll}{1,5}\\.|(?:\\p{Lu}\\.){2,3})");

  /** Words that start a heading or a closing formula, but no name. */
  private static final Pattern NOT_A_NAME =
      Pattern.compile(
          "(?:The|A|An|No|Not|Yes|Why|How|What|Who|When|Where|More|Dear|Yours|Our|My|Your|In|On|Letters"
              + "|Letter|To|For|Editor)\\b.*");

  /**
   * Parses a line. Headings in title case have the form of a name, so callers must know from the
   * context that a signature may follow.
   */
  public static Optional<Signature> of(String line) {
    String single = TITLE_IN_PARENTHESES.matcher(line.strip()).replaceFirst("");
    if (single.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    if (WITHHELD.matcher(single).matches()) {
      return Optional.of(new Signature(Optional.empty(), Optional.empty()));
    }
    Matcher titled = TITLED.matcher(single);
    Matcher matcher = titled.matches() ? titled : LINE.matcher(single);
    if (!matcher.matches() || NOT_A_NAME.matcher(matcher.group("name")).matches()) {
      return Optional.empty();
    }
    Optional<String> place =
        Optional.ofNullable(matcher == titled ? null : matcher.group("place"))
            .filter(Signature::isPlace);
    return Optional.of(new Signature(Optional.of(matcher.group("name")), place));
  }

  /** Tests whether a line can be a writer's place: a few capitalised words. */
  public static boolean isPlace(String line) {
    String[] words = line.strip().split("[ ,]+", -1);
    boolean isSentence =
        SentenceHeuristics.isFinished(line) && !ABBREVIATED_STATE.matcher(line.strip()).matches();
    if (words.length > MAX_PLACE_WORDS || isSentence) {
      return false;
    }
    for (String word : words) {
      boolean capital = !word.isEmpty() && Character.isUpperCase(word.codePointAt(0));
      if (!capital && !word.matches("of|on|upon|le|la|de|the|in|under|near|by|St\\.?")) {
        return false;
      }
    }
    return true;
  }
}
