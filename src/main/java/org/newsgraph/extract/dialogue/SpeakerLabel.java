package org.newsgraph.extract.dialogue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.newsgraph.article.Span;
import org.newsgraph.extract.RoleNouns;
import org.newsgraph.extract.dialogue.SpeechTurn.Voice;

/**
 * The text before the colon at the start of a turn: "DR. ANN ROE, GEOLOGIST (via Skype):", "Q.".
 *
 * @param voice function of the speaker
 * @param span range of the label, without the colon
 * @param name range of the name's words without titles; for an unnamed speaker, of the description
 * @param key name in lower case, as it recurs in other labels
 * @param before noun phrase of an office before the name: "NINE ANCHOR"
 * @param after phrases after the name, which commas separate: "GEOLOGIST", "UNIVERSITY OF MARSDEN"
 * @param certain whether the label alone shows that it is a speaker's: it has a title, an office or
 *     a description
 * @param end offset of the first character after the colon
 */
public record SpeakerLabel(
    Voice voice,
    Span span,
    Span name,
    String key,
    Optional<Span> before,
    List<Span> after,
    boolean certain,
    int end) {
  /** Occupations that have no role noun of their own, by their endings: "seismologist". */
  private static final Pattern OCCUPATION =
      Pattern.compile(
          "(?:.* )?\\p{L}{2,}(?:ologist|onomist|icist|ographer|ician|iatrist|keeper|maker|worker|owner)");

  public SpeakerLabel {
    after = List.copyOf(after);
  }

  /** Tests whether a phrase of a label is an office or an occupation: "CHIEF GEOLOGIST". */
  public static boolean isOffice(String phrase) {
    String lowerCase = phrase.toLowerCase(Locale.ROOT);
    return RoleNouns.classOf(lowerCase).isPresent() || OCCUPATION.matcher(lowerCase).matches();
  }
}
