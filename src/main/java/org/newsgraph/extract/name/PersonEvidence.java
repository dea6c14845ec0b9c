package org.newsgraph.extract.name;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.PersonName;
import org.newsgraph.text.Token;

/**
 * Evidence that a name labelled as an organisation is a person's: two given names before the family
 * name, or a word that only people have beside it, "the estate of", "the late".
 */
final class PersonEvidence {
  private static final Pattern NAME =
      Pattern.compile("\\p{Lu}[\\p{L}\\p{M}’'-]+(?: \\p{Lu}[\\p{L}\\p{M}’'-]+){1,3}");

  /** Words before "of" and a person. */
  private static final Set<String> POSSESSIONS =
      Set.of(
          "estate",
          "widow",
          "widower",
          "son",
          "daughter",
          "wife",
          "husband",
          "mother",
          "father",
          "brother",
          "sister",
          "executor",
          "executrix",
          "heir",
          "heirs",
          "funeral");

  private final Set<String> people = new HashSet<>();

  private PersonEvidence() {}

  /**
   * Collects the evidence.
   *
   * @param sentences tokens of each sentence
   * @param names names with the types found so far
   */
  static PersonEvidence of(List<List<Token>> sentences, List<DetectedName> names) {
    PersonEvidence evidence = new PersonEvidence();
    Map<Integer, DetectedName> byBegin = new HashMap<>();
    for (DetectedName name : names) {
      if (name.type() == EntityType.ORGANISATION && canBePerson(name.text())) {
        byBegin.put(name.span().begin(), name);
        if (hasTwoGivenNames(name.text())) {
          evidence.people.add(name.text());
        }
      }
    }
    for (List<Token> tokens : sentences) {
      for (int at = 2; at < tokens.size(); at++) {
        DetectedName name = byBegin.get(tokens.get(at).span().begin());
        String before = tokens.get(at - 1).word();
        boolean possessed = before.equals("of") && POSSESSIONS.contains(tokens.get(at - 2).word());
        if (name != null && (possessed || before.equals("late"))) {
          evidence.people.add(name.text());
        }
      }
    }
    return evidence;
  }

  private static boolean canBePerson(String name) {
    String last = name.substring(name.lastIndexOf(' ') + 1);
    return NAME.matcher(name).matches()
        && !ShortForms.isBody(last)
        && !LegalForm.isPresentIn(name)
        && Gazetteer.of(name).isEmpty();
  }

  private static boolean hasTwoGivenNames(String name) {
    String[] words = name.split(" ", -1);
    return words.length == 3
        && PersonName.genderOfGiven(words[0]) != PersonName.Gender.UNKNOWN
        && PersonName.genderOfGiven(words[0]) == PersonName.genderOfGiven(words[1]);
  }

  /** Returns the name as a person's if there is evidence for it, otherwise unchanged. */
  DetectedName withType(DetectedName name) {
    return name.type() == EntityType.ORGANISATION && people.contains(name.text())
        ? new DetectedName(name.span(), name.text(), EntityType.PERSON, name.confidence())
        : name;
  }
}
