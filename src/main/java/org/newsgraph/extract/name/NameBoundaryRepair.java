package org.newsgraph.extract.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.PersonName;
import org.newsgraph.extract.TokenRange;
import org.newsgraph.text.EntityLabel;
import org.newsgraph.text.PartOfSpeech;
import org.newsgraph.text.Token;

/** Corrects the bounds of names in a sentence. */
final class NameBoundaryRepair {
  /** Abbreviations whose full stop is part of the name. */
  static final Set<String> ABBREVIATIONS =
      Set.of(
          "Inc", "Corp", "Ltd", "Co", "Bros", "Jr", "Sr", "Calif", "Fla", "Pa", "Conn", "Tenn",
          "Ariz", "Colo", "Minn", "Wis", "Mich", "Ore", "Va", "Ga", "La", "Okla", "Kan", "Nev",
          "Md", "Mont", "Neb", "Ala", "Ark", "Ky");

  private static final Set<String> DIRECTIONS =
      Set.of("Southern", "Northern", "Eastern", "Western", "Central", "Upper", "Lower", "Greater");

  /** Words for a part of the named place, which are not part of the name: "east Aleppo". */
  private static final Set<String> SIDES =
      Set.of(
          "east",
          "west",
          "north",
          "south",
          "eastern",
          "western",
          "northern",
          "southern",
          "central",
          "downtown",
          "mid");

  private static final Set<String> DASHES = Set.of("–", "—", "―");

  private static final Set<String> RANKS =
      Set.of("Duke", "Duchess", "Prince", "Princess", "Earl", "Countess", "Marquess", "Archbishop");

  /**
   * Imperatives at the start of an organisation's name: "The Stop the War Coalition", "Save the
   * Children Fund".
   */
  private static final Set<String> CALLS =
      Set.of(
          "Stop", "Save", "Feed", "Free", "Rock", "Keep", "Defend", "Reclaim", "Occupy", "Unite",
          "Rebuild", "Protect", "End");

  /**
   * Capitalised prepositions inside a name: "Doctors Without Borders", "Mothers Against Drunk
   * Driving".
   */
  private static final Set<String> CAPITAL_PREPOSITIONS = Set.of("Without", "Against");

  private static final Set<String> APOSTROPHES = Set.of("'", "’", "ʼ");

  private static final Set<String> CONTRACTIONS = Set.of("re", "ve", "ll");

  /** Maximum length of the second syllable of a given name, in UTF-16 code units. */
  private static final int MAX_SYLLABLE_LENGTH = 5;

  /**
   * Maximum length of the family name before a given name of two syllables, in UTF-16 code units.
   */
  private static final int MAX_FAMILY_NAME_LENGTH = 6;

  /** Words that may follow a name and a hyphen without being part of it: "Clinton-era". */
  private static final Set<String> COMPOUNDS =
      Set.of(
          "led", "era", "run", "like", "free", "born", "style", "owned", "based", "type", "held",
          "aided", "made", "bound", "wide", "size");

  /** Words that cannot end a name: "Center for". */
  private static final Set<String> OPEN_ENDS = Set.of("of", "for", "and", "in", "at", "on");

  private final List<Token> tokens;
  private final EntityType type;

  private NameBoundaryRepair(List<Token> tokens, EntityType type) {
    this.tokens = tokens;
    this.type = type;
  }

  /**
   * Returns the corrected bounds of a name.
   *
   * @param tokens tokens of the sentence
   * @param labelled range of the tokens that are labelled as the name, as indices into the sentence
   * @param type type of the name
   * @return the bounds; an empty range, whose last index is before the first, if nothing of the
   *     name is left
   */
  static TokenRange repair(List<Token> tokens, TokenRange labelled, EntityType type) {
    NameBoundaryRepair bounds = new NameBoundaryRepair(tokens, type);
    int begin = bounds.repairedBegin(labelled.first(), labelled.last() + 1);
    int end = bounds.repairedEnd(begin, labelled.last() + 1);
    if (type != EntityType.PERSON) {
      begin = bounds.afterCompound(begin, end);
      end = bounds.beforeCompound(begin, end);
    }
    return new TokenRange(begin, end - 1);
  }

  /**
   * Splits a range that the network labelled as one name: at dashes between words, before initials,
   * "Mongolia U.Khurelsukh", and at an "and" between two complete names, "Kennedy Space Center and
   * Johnson Space Center".
   */
  static List<TokenRange> split(List<Token> tokens, TokenRange name, EntityType type) {
    if (name.last() < name.first()) {
      return List.of();
    }
    List<TokenRange> names = new ArrayList<>();
    int begin = name.first();
    for (int at = name.first() + 1; at < name.last(); at++) {
      String word = tokens.get(at).word();
      if (NameParts.isInitial(tokens, at) && !tokens.get(at - 1).touches(tokens.get(at))) {
        names.add(new TokenRange(begin, at - 1));
        begin = at;
      }
      boolean joined =
          word.equals("and")
              && type == EntityType.ORGANISATION
              && isComplete(tokens, begin, at)
              && isComplete(tokens, at + 1, name.last() + 1);
      if (joined || DASHES.contains(word)) {
        names.add(new TokenRange(begin, at - 1));
        begin = at + 1;
      }
    }
    names.add(new TokenRange(begin, name.last()));
    return names;
  }

  private static boolean isComplete(List<Token> tokens, int begin, int end) {
    if (end - begin < 2) {
      return false;
    }
    int first = tokens.get(begin).word().equals("The") ? begin + 1 : begin;
    return end - first > 1
        && tokens.subList(begin, end).stream().anyMatch(it -> ShortForms.isBody(it.word()));
  }

  /**
   * Tests whether a token that is labelled as the start of a name continues the name before it: "JK
   * Rowling", "The Globe". Two names of persons are never adjacent without a word or a mark between
   * them, and an article is not a name on its own.
   */
  static boolean continues(List<Token> tokens, int at) {
    boolean person =
        tokens.get(at).label() == EntityLabel.PERSON
            && tokens.get(at).pos() == PartOfSpeech.PROPER_NOUN
            && tokens.get(at - 1).pos() == PartOfSpeech.PROPER_NOUN;
    return person || tokens.get(at - 1).word().equals("The");
  }

  /**
   * Tests whether an imperative that starts a name is at this index: "Stop the …". It must be
   * inside a sentence; at the start of a sentence, or in a headline, it may be a real imperative.
   */
  static boolean isImperative(List<Token> tokens, int at) {
    return at > 0
        && at + 2 < tokens.size()
        && CALLS.contains(tokens.get(at).word())
        && tokens.get(at + 1).word().equals("the")
        && tokens.get(at + 2).label() == EntityLabel.ORGANISATION
        && tokens.subList(0, at).stream().anyMatch(NameBoundaryRepair::isInText);
  }

  /** Tests whether a token is a lower-case word that a headline would capitalise. */
  private static boolean isInText(Token token) {
    return token.word().length() > 3 && Character.isLowerCase(token.word().codePointAt(0));
  }

  private String word(int at) {
    return at >= 0 && at < tokens.size() ? tokens.get(at).word() : "";
  }

  private boolean followsDirectly(int at) {
    return NameParts.followsDirectly(tokens, at);
  }

  private int repairedBegin(int from, int end) {
    int begin = from;
    while (begin < end && (isNotName(word(begin)) || SIDES.contains(word(begin)))) {
      begin++;
    }
    while (type == EntityType.PERSON && begin < end - 1 && PersonName.isTitle(word(begin))) {
      begin += word(begin + 1).equals(".") && begin + 2 < end ? 2 : 1;
    }
    // "El-Sissi": a part before a hyphen belongs to the name.
    boolean part =
        word(begin - 1).equals("-") && followsDirectly(begin) && followsDirectly(begin - 1);
    if (type == EntityType.PERSON && part && isFreeCapital(begin - 2)) {
      begin -= 2;
    }
    if (type == EntityType.PERSON && word(begin - 1).equals("Pope")) {
      begin--;
    }
    if (type == EntityType.PERSON && NameParts.isInitial(tokens, begin - 2)) {
      begin -= 2;
    }
    // "C/TFN" is short for "Carcross/Tagish First Nation".
    boolean nation = word(end).equals("First") || word(end - 1).matches("Nations?");
    if (type == EntityType.ORGANISATION
        && NameParts.isAfterSlash(tokens, begin)
        && isFreeCapital(begin - 2)
        && (nation || word(begin - 2).length() == 1)) {
      begin -= 2;
    }
    if (type == EntityType.ORGANISATION && isImperative(tokens, begin - 2)) {
      begin -= 2;
    }
    // "the hard-Left Stop the War Coalition": the compound is not part of the name.
    if (type != EntityType.PERSON && followsDirectly(begin) && isWing(begin)) {
      begin++;
    }
    boolean region = type == EntityType.PLACE && DIRECTIONS.contains(word(begin - 1));
    return region ? begin - 1 : begin;
  }

  private boolean isWing(int at) {
    return Set.of("Left", "Right").contains(word(at)) && word(at - 1).equals("-");
  }

  private boolean isFreeCapital(int at) {
    return at >= 0
        && tokens.get(at).label() == EntityLabel.NONE
        && Character.isUpperCase(word(at).codePointAt(0));
  }

  private int repairedEnd(int begin, int to) {
    int end = to;
    // The imperative belongs to the name after it.
    if (type == EntityType.ORGANISATION && end > begin && isImperative(tokens, end - 1)) {
      end--;
    }
    while (end > begin
        && isNotName(word(end - 1))
        && !(word(end - 1).equals(".") && followsDirectly(end - 1))) {
      end--;
    }
    // "Bashar alAssad": an export lost the hyphen, and the label with it.
    if (type == EntityType.PERSON && word(end).matches("[ae]l\\p{Lu}\\p{Ll}+")) {
      end++;
    }
    end = afterParts(begin, end);
    // "Washington's" is a place with a genitive ending.
    while (type == EntityType.PLACE && end > begin + 1 && isGenitive(end)) {
      end--;
    }
    // "the Duchess of Cambridge" is a person.
    if (type == EntityType.PERSON
        && end == begin + 1
        && RANKS.contains(word(begin))
        && word(end).equals("of")
        && end + 1 < tokens.size()
        && Character.isUpperCase(word(end + 1).codePointAt(0))) {
      end += 2;
    }
    end = afterCapitalPreposition(end);
    end = type == EntityType.PERSON ? end : afterOpenEnd(begin, end);
    boolean abbreviated = ABBREVIATIONS.contains(word(end - 1)) || isInitialism(begin, end);
    return begin < end && abbreviated && word(end).equals(".") && followsDirectly(end)
        ? end + 1
        : end;
  }

  private boolean isGenitive(int end) {
    return tokens.get(end - 1).pos() == PartOfSpeech.GENITIVE;
  }

  /**
   * Extends the name to the end of its last word, "Moon Jae-in", "Tr’ondëk Hwëch’in", or to the end
   * of "First Nation".
   */
  private int afterParts(int begin, int to) {
    int end = to;
    boolean glued = followsDirectly(end) && followsDirectly(end + 1);
    if (glued && APOSTROPHES.contains(word(end)) && isPartOfWord(word(end + 1))) {
      end += 2;
    } else if (glued && word(end).equals("-") && isSecondSyllable(begin, end, word(end + 1))) {
      end += 2;
    }
    boolean nation = word(end).equals("First") && word(end + 1).matches("Nations?");
    return nation ? end + 2 : end + (isFamilyName(begin, end) ? 1 : 0);
  }

  /**
   * Tests whether an unlabelled capitalised word after a given name is its family name: "Theresa
   * May".
   */
  private boolean isFamilyName(int begin, int at) {
    return type == EntityType.PERSON
        && at == begin + 1
        && PersonName.genderOfGiven(word(begin)) != PersonName.Gender.UNKNOWN
        && isCapitalised(at)
        && tokens.get(at).label() == EntityLabel.NONE
        && word(at).length() > 2
        && isMixed();
  }

  /**
   * Tests whether the sentence has both capitalised and lower-case words, unlike a headline in
   * title case.
   */
  private boolean isMixed() {
    return tokens.stream().filter(it -> Character.isLowerCase(it.word().codePointAt(0))).count()
        > 1;
  }

  /** Tests whether the letters after an apostrophe belong to the word, unlike in "Cox's". */
  private static boolean isPartOfWord(String word) {
    return word.length() > 1
        && !CONTRACTIONS.contains(word.toLowerCase(Locale.ROOT))
        && word.codePoints().allMatch(Character::isLetter);
  }

  /**
   * Tests whether the word after the hyphen is the second syllable of a given name, as in Korean.
   */
  private boolean isSecondSyllable(int begin, int hyphen, String word) {
    return type == EntityType.PERSON
        && hyphen - begin == 2
        && isCapitalised(begin)
        && isCapitalised(begin + 1)
        && word.length() <= MAX_SYLLABLE_LENGTH
        && word(begin).length() <= MAX_FAMILY_NAME_LENGTH
        && PersonName.genderOfGiven(word(begin)) == PersonName.Gender.UNKNOWN
        && Character.isLowerCase(word.codePointAt(0))
        && !COMPOUNDS.contains(word);
  }

  /**
   * Extends an organisation's name over a capitalised preposition, "Doctors Without Borders",
   * except in a title.
   */
  private int afterCapitalPreposition(int to) {
    int end = to;
    while (type == EntityType.ORGANISATION && isCapitalised(end) && isMixed()) {
      boolean after = isPreposition(end - 1) && isCapitalised(end - 1);
      boolean before = isPreposition(end) && isCapitalised(end + 1);
      if (!after && !before) {
        break;
      }
      end++;
    }
    return end;
  }

  /**
   * Tests whether a word is a preposition, by its part of speech or because it is mostly tagged as
   * part of a name when capitalised.
   */
  private boolean isPreposition(int at) {
    return tokens.get(at).pos() == PartOfSpeech.PREPOSITION
        || CAPITAL_PREPOSITIONS.contains(word(at));
  }

  /**
   * Corrects a name that ends with a preposition or conjunction, "University of", "Center for Media
   * and". The name either continues or ends before that word, "Urban Institute and Brookings
   * Institution".
   */
  private int afterOpenEnd(int begin, int labelled) {
    boolean article = labelled - begin > 2 && word(labelled - 1).equals("the");
    int to = article ? labelled - 1 : labelled;
    int last = to - 1;
    if (last == begin || !OPEN_ENDS.contains(word(last))) {
      return to;
    }
    int next = !word(last).equals("and") && word(to).equals("the") ? to + 1 : to;
    int end = next;
    while (isCapitalised(end) || (end > next && (isWithinName(end) || isHyphenIn(end)))) {
      end++;
    }
    boolean another =
        next == to
            && !word(last).equals("of")
            && isComplete(tokens, begin, last)
            && (isComplete(tokens, next, end) || !word(last).equals("and"));
    boolean body = article && isOrganisationStart(next) && isComplete(tokens, begin, last);
    return end == next || another || body ? last : end;
  }

  /**
   * Tests whether an organisation's name starts at an index: "the School of Law of the [University
   * of Leeds]".
   */
  private boolean isOrganisationStart(int at) {
    return at < tokens.size()
        && tokens.get(at).label() == EntityLabel.ORGANISATION
        && tokens.get(at).beginsName();
  }

  private boolean isHyphenIn(int at) {
    return word(at).equals("-")
        && followsDirectly(at)
        && followsDirectly(at + 1)
        && isCapitalised(at + 1);
  }

  private boolean isWithinName(int at) {
    return at < tokens.size()
        && tokens.get(at).label() == EntityLabel.ORGANISATION
        && !tokens.get(at).beginsName();
  }

  private boolean isCapitalised(int at) {
    return !word(at).isEmpty() && Character.isUpperCase(word(at).codePointAt(0));
  }

  /**
   * Tests whether a range is a sequence of initials, whose final full stop belongs to the name:
   * "U.S".
   */
  private boolean isInitialism(int begin, int end) {
    return end - begin >= 3 && word(end - 1).length() == 1 && word(end - 2).equals(".");
  }

  /** Moves the start of a name behind a compound: "hard-Left Stop the War Coalition". */
  private int afterCompound(int begin, int end) {
    boolean compound =
        begin + 3 < end
            && Character.isLowerCase(word(begin).codePointAt(0))
            && word(begin + 1).equals("-");
    return compound ? begin + 3 : begin;
  }

  /** Moves the end of a name before the hyphen of a compound: "US-led". */
  private int beforeCompound(int begin, int end) {
    for (int at = begin + 1; at + 1 < end; at++) {
      if (word(at).equals("-") && Character.isLowerCase(word(at + 1).codePointAt(0))) {
        return at;
      }
    }
    return end;
  }

  private static boolean isNotName(String word) {
    return word.equalsIgnoreCase("fellow")
        || word.codePoints().noneMatch(Character::isLetterOrDigit);
  }
}
