package org.newsgraph.extract.name;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.OfficeAbbreviations;
import org.newsgraph.extract.PersonName;
import org.newsgraph.extract.RoleNouns;
import org.newsgraph.text.PartOfSpeech;
import org.newsgraph.text.Token;

/**
 * Evidence in the text for the types of names: an acronym in parentheses, "Bank of Ghana (BoG)", or
 * a noun next to the name, "the newspaper Prothom Alo", "Barhatta district". It overrides the
 * network's labels in the entire article.
 */
final class NameTypeEvidence {
  private static final Pattern ACRONYM = Pattern.compile("\\p{Lu}[\\p{L}\\p{N}]{1,7}");
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Set<String> QUOTES = Set.of("“", "\"", "‘", "'");

  /** Nouns that precede an organisation's name, and rarely a person's name. */
  private static final Set<String> ORGANISATION_NOUNS =
      Set.of(
          "organisation",
          "organization",
          "company",
          "firm",
          "newspaper",
          "magazine",
          "agency",
          "startup",
          "airline",
          "broadcaster",
          "charity",
          "watchdog",
          "quartet",
          "band");

  /** Nouns that follow a place's name, or precede it with "of". */
  private static final Set<String> PLACE_NOUNS =
      Set.of(
          "district",
          "province",
          "village",
          "town",
          "city",
          "municipality",
          "constituency",
          "upazila",
          "governorate",
          "prefecture",
          "suburb",
          "neighbourhood",
          "neighborhood",
          "township",
          "county",
          "island",
          "commune",
          "aimag");

  /** Words before "in" whose object can be a person: "trust in Novak". */
  private static final Set<String> TRUST_WORDS =
      Set.of(
          "trust",
          "trusted",
          "trusting",
          "faith",
          "confidence",
          "interest",
          "belief",
          "believe",
          "believes",
          "believed",
          "confide",
          "confided",
          "ally",
          "hope",
          "see",
          "saw");

  /** Offices that only persons hold. */
  private static final Set<String> OFFICES =
      Set.of(
          "spokesman",
          "spokeswoman",
          "spokesperson",
          "professor",
          "lecturer",
          "secretary",
          "inspector",
          "superintendent",
          "commissioner",
          "mayor",
          "minister",
          "director",
          "chairman",
          "chairwoman",
          "president",
          "officer",
          "lawyer",
          "resident",
          "analyst",
          "economist",
          "researcher");

  private final List<List<Token>> sentences;
  private final Map<String, EntityType> acronyms = new HashMap<>();
  private final Map<String, EntityType> notPeople = new HashMap<>();

  /** Names that the network did not label as persons, but that an office follows. */
  private final Set<String> officeHolders = new HashSet<>();

  private NameTypeEvidence(List<List<Token>> sentences) {
    this.sentences = sentences;
  }

  /**
   * Collects the evidence.
   *
   * @param sentences tokens of each sentence
   * @param names names with the types that the network gave them
   */
  static NameTypeEvidence of(List<List<Token>> sentences, List<DetectedName> names) {
    NameTypeEvidence evidence = new NameTypeEvidence(sentences);
    evidence.addAcronyms(names);
    evidence.addNounsBeside(names);
    evidence.addOfficeHolders(names);
    return evidence;
  }

  /** Returns the types of acronyms that the article explains. */
  Map<String, EntityType> acronyms() {
    return acronyms;
  }

  /** Returns the name with the type that the evidence indicates, or unchanged without evidence. */
  DetectedName withType(DetectedName name) {
    EntityType labelled = officeHolders.contains(name.text()) ? EntityType.PERSON : name.type();
    EntityType type =
        acronyms.getOrDefault(
            name.text(),
            labelled == EntityType.PERSON
                ? notPeople.getOrDefault(name.text(), labelled)
                : labelled);
    return type == name.type()
        ? name
        : new DetectedName(name.span(), name.text(), type, name.confidence());
  }

  private void addAcronyms(List<DetectedName> names) {
    Map<Integer, DetectedName> byEnd = new HashMap<>();
    names.stream()
        .filter(it -> it.type() == EntityType.ORGANISATION || it.type() == EntityType.PLACE)
        .forEach(name -> byEnd.put(name.span().end(), name));
    for (List<Token> tokens : sentences) {
      for (int at = 2; at + 1 < tokens.size(); at++) {
        DetectedName fullName = byEnd.get(tokens.get(at - 2).span().end());
        String word = tokens.get(at).word();
        if (fullName != null
            && tokens.get(at - 1).word().equals("(")
            && tokens.get(at + 1).word().equals(")")
            && ACRONYM.matcher(word).matches()
            && abbreviates(word, fullName.text())) {
          acronyms.putIfAbsent(word, fullName.type());
        }
      }
    }
  }

  /**
   * Tests whether a word's letters occur in a name in order, and at least two of them are initials
   * of its words.
   */
  private static boolean abbreviates(String word, String name) {
    String initials =
        Arrays.stream(SPACE.split(name))
            .map(it -> it.substring(0, 1).toLowerCase(Locale.ROOT))
            .collect(Collectors.joining());
    String letters = word.toLowerCase(Locale.ROOT);
    return initials.length() > 1
        && Acronyms.abbreviates(word.toUpperCase(Locale.ROOT), name)
        && letters.chars().filter(it -> initials.indexOf(it) >= 0).count() > 1;
  }

  /** Adds evidence from a noun for something else next to a name that is labelled as a person. */
  private void addNounsBeside(List<DetectedName> names) {
    Map<Integer, DetectedName> byBegin = new HashMap<>();
    names.stream()
        .filter(it -> it.type() == EntityType.PERSON)
        .forEach(name -> byBegin.put(name.span().begin(), name));
    Set<String> people = certainPeople(byBegin);
    for (List<Token> tokens : sentences) {
      for (int at = 1; at < tokens.size(); at++) {
        DetectedName name = byBegin.get(tokens.get(at).span().begin());
        if (name == null || people.contains(name.text())) {
          continue;
        }
        int before = QUOTES.contains(tokens.get(at - 1).word()) ? at - 2 : at - 1;
        if (before >= 0
            && ORGANISATION_NOUNS.contains(tokens.get(before).word())
            && !isSubject(tokens, at, name)) {
          notPeople.putIfAbsent(name.text(), EntityType.ORGANISATION);
        } else if (isPlace(tokens, at, name)) {
          notPeople.putIfAbsent(name.text(), EntityType.PLACE);
        }
      }
    }
  }

  /**
   * Adds the names of two to four words before an apposition that starts with an office: "Karim
   * Islam, OC of Mohonpur", "Ana Ruiz, a spokeswoman for".
   */
  private void addOfficeHolders(List<DetectedName> names) {
    Map<Integer, DetectedName> byEnd = new HashMap<>();
    names.stream()
        .filter(it -> it.type() == EntityType.ORGANISATION || it.type() == EntityType.PLACE)
        .filter(it -> it.text().matches("\\p{Lu}\\S+(?: \\p{Lu}\\S+){1,3}"))
        .filter(it -> Gazetteer.of(it.text()).isEmpty() && !LegalForm.isPresentIn(it.text()))
        .forEach(name -> byEnd.put(name.span().end(), name));
    for (List<Token> tokens : sentences) {
      for (int at = 1; at + 2 < tokens.size(); at++) {
        DetectedName name = byEnd.get(tokens.get(at - 1).span().end());
        if (name != null && tokens.get(at).word().equals(",") && isOffice(tokens, at + 1)) {
          officeHolders.add(name.text());
        }
      }
    }
  }

  /** Tests whether an office of one person starts at a word, after an article. */
  private static boolean isOffice(List<Token> tokens, int begin) {
    boolean article = Set.of("the", "a", "an").contains(tokens.get(begin).word());
    int at = article ? begin + 1 : begin;
    for (int end = at; end < Math.min(at + 3, tokens.size()); end++) {
      String word = tokens.get(end).word();
      if (OFFICES.contains(word) || OfficeAbbreviations.of(word).isPresent()) {
        return true;
      }
      if (!tokens.get(end).pos().isNoun() && tokens.get(end).pos() != PartOfSpeech.ADJECTIVE) {
        return false;
      }
    }
    return false;
  }

  /**
   * Returns the texts of names that certainly refer to persons: parts of a full name, names after a
   * title or role, and given names.
   */
  private Set<String> certainPeople(Map<Integer, DetectedName> byBegin) {
    Set<String> people = new HashSet<>();
    for (DetectedName name : byBegin.values()) {
      PersonName form = PersonName.of(name.text());
      if (form.isFull()) {
        people.addAll(form.parts());
      }
      if (PersonName.genderOfGiven(form.parts().get(0)) != PersonName.Gender.UNKNOWN) {
        people.add(name.text());
      }
    }
    for (List<Token> tokens : sentences) {
      for (int at = 1; at < tokens.size(); at++) {
        DetectedName name = byBegin.get(tokens.get(at).span().begin());
        String before = tokens.get(at - 1).word();
        if (name != null && (PersonName.isTitle(before) || RoleNouns.classOf(before).isPresent())) {
          people.add(name.text());
        }
      }
    }
    return people;
  }

  /**
   * Tests whether a name of two or more words is the subject of a following verb: "the company Elon
   * Musk founded".
   */
  private static boolean isSubject(List<Token> tokens, int begin, DetectedName name) {
    int end = end(tokens, begin, name);
    return end - begin > 1 && end < tokens.size() && tokens.get(end).pos() == PartOfSpeech.VERB;
  }

  private static int end(List<Token> tokens, int begin, DetectedName name) {
    int end = begin;
    while (end < tokens.size() && tokens.get(end).span().begin() < name.span().end()) {
      end++;
    }
    return end;
  }

  /**
   * Tests whether the context of a name indicates a place: "Barhatta upazila", "the province of El
   * Tarf", "in Jeju".
   */
  private static boolean isPlace(List<Token> tokens, int begin, DetectedName name) {
    int end = end(tokens, begin, name);
    String next = end < tokens.size() ? tokens.get(end).word() : "";
    String before = begin > 1 ? tokens.get(begin - 2).word() : "";
    boolean owns = end < tokens.size() && tokens.get(end).pos() == PartOfSpeech.GENITIVE;
    return switch (tokens.get(begin - 1).word()) {
      case "of" -> PLACE_NOUNS.contains(next) || (PLACE_NOUNS.contains(before) && !owns);
      case "in" ->
          PLACE_NOUNS.contains(next)
              || (!TRUST_WORDS.contains(before) && !owns && !PersonName.of(name.text()).isFull());
      default -> PLACE_NOUNS.contains(next);
    };
  }
}
