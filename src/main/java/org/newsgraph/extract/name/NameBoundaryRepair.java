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

/** Mends the bounds of names in a sentence: what belongs to a name, and what only stands by it. */
final class NameBoundaryRepair {
  /** Abbreviations that end a name with their full stop. */
  static final Set<String> ABBREVIATIONS =
      Set.of(
          "Inc", "Corp", "Ltd", "Co", "Bros", "Jr", "Sr", "Calif", "Fla", "Pa", "Conn", "Tenn",
          "Ariz", "Colo", "Minn", "Wis", "Mich", "Ore", "Va", "Ga", "La", "Okla", "Kan", "Nev",
          "Md", "Mont", "Neb", "Ala", "Ark", "Ky");

  private static final Set<String> DIRECTIONS =
      Set.of("Southern", "Northern", "Eastern", "Western", "Central", "Upper", "Lower", "Greater");

  /** "east Aleppo": a part of what the name stands for. */
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

  /** "The Stop the War Coalition", "Save the Children Fund": begin names that are a call. */
  private static final Set<String> CALLS =
      Set.of(
          "Stop", "Save", "Feed", "Free", "Rock", "Keep", "Defend", "Reclaim", "Occupy", "Unite",
          "Rebuild", "Protect", "End");

  /** "Doctors Without Borders", "Mothers Against Drunk Driving". */
  private static final Set<String> CAPITAL_PREPOSITIONS = Set.of("Without", "Against");

  private static final Set<String> APOSTROPHES = Set.of("'", "’", "ʼ");

  private static final Set<String> CONTRACTIONS = Set.of("re", "ve", "ll");

  /** The longest second syllable of a given name, in letters. */
  private static final int SYLLABLE = 5;

  /** The longest family name before a given name of two syllables, in letters. */
  private static final int FAMILY_NAME = 6;

  /** Words that may follow a name and a hyphen: "Clinton-era". */
  private static final Set<String> COMPOUNDS =
      Set.of(
          "led", "era", "run", "like", "free", "born", "style", "owned", "based", "type", "held",
          "aided", "made", "bound", "wide", "size");

  /** "Center for": end no name. */
  private static final Set<String> OPEN_ENDS = Set.of("of", "for", "and", "in", "at", "on");

  private final List<Token> tokens;
  private final EntityType type;

  private NameBoundaryRepair(List<Token> tokens, EntityType type) {
    this.tokens = tokens;
    this.type = type;
  }

  /**
   * The bounds of a name whose tokens are labelled, as indices into the sentence; where nothing is
   * left of it, the last is before the first.
   */
  static TokenRange repair(List<Token> tokens, TokenRange labelled, EntityType type) {
    NameBoundaryRepair bounds = new NameBoundaryRepair(tokens, type);
    int begin = bounds.begin(labelled.first(), labelled.last() + 1);
    int end = bounds.end(begin, labelled.last() + 1);
    if (type != EntityType.PERSON) {
      begin = bounds.afterCompound(begin, end);
      end = bounds.beforeCompound(begin, end);
    }
    return new TokenRange(begin, end - 1);
  }

  /**
   * The names in a run that the network took for one: cut at dashes that stand between words,
   * before initials, "Mongolia U.Khurelsukh", and where "and" joins two whole names, "Kennedy Space
   * Center and Johnson Space Center".
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
              && isWhole(tokens, begin, at)
              && isWhole(tokens, at + 1, name.last() + 1);
      if (joined || DASHES.contains(word)) {
        names.add(new TokenRange(begin, at - 1));
        begin = at + 1;
      }
    }
    names.add(new TokenRange(begin, name.last()));
    return names;
  }

  private static boolean isWhole(List<Token> tokens, int begin, int end) {
    if (end - begin < 2) {
      return false;
    }
    int first = tokens.get(begin).word().equals("The") ? begin + 1 : begin;
    return end - first > 1
        && tokens.subList(begin, end).stream().anyMatch(it -> ShortForms.isBody(it.word()));
  }

  /**
   * "JK Rowling", "The Globe": whether a token that is labelled as another name's first goes on
   * with the one before. No two people stand side by side without a word or a mark between them,
   * and an article is no name by itself.
   */
  static boolean continues(List<Token> tokens, int at) {
    boolean person =
        tokens.get(at).label() == EntityLabel.PERSON
            && tokens.get(at).pos() == PartOfSpeech.PROPER_NOUN
            && tokens.get(at - 1).pos() == PartOfSpeech.PROPER_NOUN;
    return person || tokens.get(at - 1).word().equals("The");
  }

  /**
   * Whether the name goes on, "Stop the …", in the midst of a sentence: at its beginning, or in a
   * headline, that may be a real call.
   */
  static boolean isCall(List<Token> tokens, int at) {
    return at > 0
        && at + 2 < tokens.size()
        && CALLS.contains(tokens.get(at).word())
        && tokens.get(at + 1).word().equals("the")
        && tokens.get(at + 2).label() == EntityLabel.ORGANISATION
        && tokens.subList(0, at).stream().anyMatch(NameBoundaryRepair::isInText);
  }

  /** A word that a headline would write with a capital. */
  private static boolean isInText(Token token) {
    return token.word().length() > 3 && Character.isLowerCase(token.word().codePointAt(0));
  }

  private String word(int at) {
    return at >= 0 && at < tokens.size() ? tokens.get(at).word() : "";
  }

  private boolean isGlued(int at) {
    return NameParts.isGlued(tokens, at);
  }

  private int begin(int from, int end) {
    int begin = from;
    while (begin < end && (isNoName(word(begin)) || SIDES.contains(word(begin)))) {
      begin++;
    }
    while (type == EntityType.PERSON && begin < end - 1 && PersonName.isTitle(word(begin))) {
      begin += word(begin + 1).equals(".") && begin + 2 < end ? 2 : 1;
    }
    // "El-Sissi": a part before a hyphen belongs to the name.
    boolean part = word(begin - 1).equals("-") && isGlued(begin) && isGlued(begin - 1);
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
    if (type == EntityType.ORGANISATION && isCall(tokens, begin - 2)) {
      begin -= 2;
    }
    // "the hard-Left Stop the War Coalition": the compound is no part of the name.
    if (type != EntityType.PERSON && isGlued(begin) && isWing(begin)) {
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

  private int end(int begin, int to) {
    int end = to;
    // The call belongs to the name after it.
    if (type == EntityType.ORGANISATION && end > begin && isCall(tokens, end - 1)) {
      end--;
    }
    while (end > begin
        && isNoName(word(end - 1))
        && !(word(end - 1).equals(".") && isGlued(end - 1))) {
      end--;
    }
    // "Bashar alAssad": an export lost the hyphen, and the label with it.
    if (type == EntityType.PERSON && word(end).matches("[ae]l\\p{Lu}\\p{Ll}+")) {
      end++;
    }
    end = afterParts(begin, end);
    // "Washington's" is a place with an ending.
    while (type == EntityType.PLACE && end > begin + 1 && isEnding(end)) {
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
    return begin < end && abbreviated && word(end).equals(".") && isGlued(end) ? end + 1 : end;
  }

  private boolean isEnding(int end) {
    return tokens.get(end - 1).pos() == PartOfSpeech.GENITIVE;
  }

  /**
   * Extends the name to the end of its last word, "Moon Jae-in", "Tr’ondëk Hwëch’in", or of "First
   * Nation".
   */
  private int afterParts(int begin, int to) {
    int end = to;
    boolean glued = isGlued(end) && isGlued(end + 1);
    if (glued && APOSTROPHES.contains(word(end)) && isInside(word(end + 1))) {
      end += 2;
    } else if (glued && word(end).equals("-") && isGiven(begin, end, word(end + 1))) {
      end += 2;
    }
    boolean nation = word(end).equals("First") && word(end + 1).matches("Nations?");
    return nation ? end + 2 : end + (isFamilyName(begin, end) ? 1 : 0);
  }

  /** "Theresa May": a capitalised word after a given name, which no label tells. */
  private boolean isFamilyName(int begin, int at) {
    return type == EntityType.PERSON
        && at == begin + 1
        && PersonName.genderOfGiven(word(begin)) != PersonName.Gender.UNKNOWN
        && isCapital(at)
        && tokens.get(at).label() == EntityLabel.NONE
        && word(at).length() > 2
        && isMixed();
  }

  /** Whether the sentence has words with and without a capital, unlike a headline. */
  private boolean isMixed() {
    return tokens.stream().filter(it -> Character.isLowerCase(it.word().codePointAt(0))).count()
        > 1;
  }

  /** Returns whether the letters after an apostrophe belong to the word, unlike in "Cox's". */
  private static boolean isInside(String word) {
    return word.length() > 1
        && !CONTRACTIONS.contains(word.toLowerCase(Locale.ROOT))
        && word.codePoints().allMatch(Character::isLetter);
  }

  /** Whether the second syllable of a given name comes after the hyphen, as in Korean. */
  private boolean isGiven(int begin, int hyphen, String word) {
    return type == EntityType.PERSON
        && hyphen - begin == 2
        && isCapital(begin)
        && isCapital(begin + 1)
        && word.length() <= SYLLABLE
        && word(begin).length() <= FAMILY_NAME
        && PersonName.genderOfGiven(word(begin)) == PersonName.Gender.UNKNOWN
        && Character.isLowerCase(word.codePointAt(0))
        && !COMPOUNDS.contains(word);
  }

  /** "Doctors Without Borders": a preposition with a capital is part of a name; not in a title. */
  private int afterCapitalPreposition(int to) {
    int end = to;
    while (type == EntityType.ORGANISATION && isCapital(end) && isMixed()) {
      boolean after = isPreposition(end - 1) && isCapital(end - 1);
      boolean before = isPreposition(end) && isCapital(end + 1);
      if (!after && !before) {
        break;
      }
      end++;
    }
    return end;
  }

  /** By its part of speech, or as the part of a name that it mostly is with a capital. */
  private boolean isPreposition(int at) {
    return tokens.get(at).pos() == PartOfSpeech.PREPOSITION
        || CAPITAL_PREPOSITIONS.contains(word(at));
  }

  /**
   * "University of", "Center for Media and": no name ends so. It goes on, or ends before that word,
   * "Urban Institute and Brookings Institution".
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
    while (isCapital(end) || (end > next && (isWithinName(end) || isHyphenIn(end)))) {
      end++;
    }
    boolean another =
        next == to
            && !word(last).equals("of")
            && isWhole(tokens, begin, last)
            && (isWhole(tokens, next, end) || !word(last).equals("and"));
    boolean body = article && isNamed(next) && isWhole(tokens, begin, last);
    return end == next || another || body ? last : end;
  }

  /**
   * Whether an organisation's name begins here: "the School of Law of the [University of Leeds]".
   */
  private boolean isNamed(int at) {
    return at < tokens.size()
        && tokens.get(at).label() == EntityLabel.ORGANISATION
        && tokens.get(at).beginsName();
  }

  private boolean isHyphenIn(int at) {
    return word(at).equals("-") && isGlued(at) && isGlued(at + 1) && isCapital(at + 1);
  }

  private boolean isWithinName(int at) {
    return at < tokens.size()
        && tokens.get(at).label() == EntityLabel.ORGANISATION
        && !tokens.get(at).beginsName();
  }

  private boolean isCapital(int at) {
    return !word(at).isEmpty() && Character.isUpperCase(word(at).codePointAt(0));
  }

  /** "U.S": the full stop after the last initial belongs to it. */
  private boolean isInitialism(int begin, int end) {
    return end - begin >= 3 && word(end - 1).length() == 1 && word(end - 2).equals(".");
  }

  /** "hard-Left Stop the War Coalition": the name begins after the compound. */
  private int afterCompound(int begin, int end) {
    boolean compound =
        begin + 3 < end
            && Character.isLowerCase(word(begin).codePointAt(0))
            && word(begin + 1).equals("-");
    return compound ? begin + 3 : begin;
  }

  /** "US-led": the name ends before the hyphen. */
  private int beforeCompound(int begin, int end) {
    for (int at = begin + 1; at + 1 < end; at++) {
      if (word(at).equals("-") && Character.isLowerCase(word(at + 1).codePointAt(0))) {
        return at;
      }
    }
    return end;
  }

  private static boolean isNoName(String word) {
    return word.equalsIgnoreCase("fellow")
        || word.codePoints().noneMatch(Character::isLetterOrDigit);
  }
}
