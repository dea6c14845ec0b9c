package org.newsgraph.extract.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsgraph.article.Span;
import org.newsgraph.article.Text;
import org.newsgraph.article.WordLists;
import org.newsgraph.extract.PersonName;
import org.newsgraph.extract.RoleNouns;
import org.newsgraph.extract.SpeechVerbs;
import org.newsgraph.extract.dialogue.SpeechTurn.Voice;

/**
 * Parser of the labels of turns. The text before a colon is a label only if it has the form of a
 * name with titles and offices, or of a function such as "THE WITNESS".
 *
 * @param text text of the article
 * @param base UTF-16 offset of the label
 * @param label text before the colon
 * @param isFamilyName tests whether a word in lower case is part of a person's name in the article
 */
record SpeakerLabelParser(Text text, int base, String label, Predicate<String> isFamilyName) {
  private static final int MAX_WORDS = 12;
  private static final int MAX_NAME_WORDS = 5;

  /** Maximum length of a phrase in lower case after the name, in words. */
  private static final int MAX_APPOSITION_WORDS = 6;

  private static final Pattern CLAUSE_START =
      Pattern.compile(
          "(?:\\p{Ll}+ing|and|as|at|but|by|if|in|on|or|that|to|when|which|while|who|with)\\b");

  /** A time stamp and marks for bold type before the label. */
  private static final String LEAD =
      "(?:[\\[(]?\\d{1,2}:\\d{2}(?::\\d{2})?[\\])]?[\\s\\p{Z}]+)?[*_]{0,3}";

  private static final Pattern QUESTION_OR_ANSWER =
      Pattern.compile(
          LEAD
              + "(?<label>(?i:(?<question>Q|Question|Interviewer)|A|Answer|Interviewee)\\d{0,2})"
              + "(?:[*_]{0,3}[:.)][*_]{0,3}(?=[\\s\\p{Z}]|$)|[*_]{0,3}[\\s\\p{Z}][-–—](?=[\\s\\p{Z}])"
              + "|(?<=Q)(?:[\\s\\p{Z}]{2,}|\\t))");

  private static final Pattern NAMED =
      Pattern.compile(
          LEAD + "(?<label>[^:\\n\\r“”\"‘?!*]{1,140}?)[*_]{0,3}:[*_]{0,3}(?=[\\s\\p{Z}]|$)");

  private static final Pattern ASIDE = Pattern.compile("\\([^()]*\\)|\\[[^\\[\\]]*\\]");
  private static final Pattern WORD = Pattern.compile("[^\\s\\p{Z}]+");
  private static final Pattern NAME_WORD =
      Pattern.compile("(?:\\p{L}{1,3}['’])?\\p{Lu}[\\p{L}\\p{M}'’.-]*|St\\.");
  private static final Set<String> PARTICLES =
      Set.of(
          "de", "da", "di", "du", "del", "der", "den", "van", "von", "al", "bin", "ibn", "la",
          "le");
  private static final Set<String> HONORIFICS =
      Set.of("hon", "hon.", "rt", "rt.", "right", "honourable", "honorable", "cllr.", "supt.");
  private static final Pattern ABBREVIATION =
      Pattern.compile("(?:\\p{L}\\.){1,3}|(?:Jr|Sr|St|Hon|Rt|Cllr|Ald|Supt|Insp|Atty)\\.");

  private static final Set<String> FUNCTIONS =
      WordLists.entries(SpeakerLabelParser.class, "functions.txt");
  private static final Set<String> OTHER_LABELS =
      WordLists.entries(SpeakerLabelParser.class, "other-labels.txt");

  /**
   * Parses the label at the start of a line.
   *
   * @param isFamilyName tests whether a word in lower case is part of a person's name in the
   *     article, so that the label "BAKER" is not an occupation
   * @return empty if the line does not have the form of a turn
   */
  static Optional<SpeakerLabel> parse(Text text, Span line, Predicate<String> isFamilyName) {
    String string = text.substring(line);
    int base = text.toUtf16Offset(line.begin());
    Matcher letter = QUESTION_OR_ANSWER.matcher(string);
    if (letter.lookingAt()) {
      Span label = text.span(base + letter.start("label"), base + letter.end("label"));
      Voice voice = letter.group("question") == null ? Voice.ANSWER : Voice.QUESTION;
      int end = text.toCodePointOffset(base + letter.end());
      return Optional.of(
          new SpeakerLabel(
              voice, label, label, voice.name(), Optional.empty(), List.of(), false, end));
    }
    Matcher named = NAMED.matcher(string);
    if (!named.lookingAt()) {
      return Optional.empty();
    }
    String label = named.group("label");
    return new SpeakerLabelParser(text, base + named.start("label"), label, isFamilyName)
        .parse(text.toCodePointOffset(base + named.end()));
  }

  /** A word of a label with its UTF-16 offset. */
  private record Word(String string, int begin, int end) {
    String lowerCase() {
      return string.toLowerCase(Locale.ROOT);
    }
  }

  Optional<SpeakerLabel> parse(int end) {
    String bare = ASIDE.matcher(label).replaceAll(it -> " ".repeat(it.group().length()));
    int comma = bare.indexOf(',');
    List<Word> words = words(bare.substring(0, comma < 0 ? bare.length() : comma));
    List<Span> after = comma < 0 ? List.of() : phrases(bare, comma + 1);
    if (words.isEmpty()
        || words(bare).size() > MAX_WORDS
        || isOtherLabel(words)
        || introducesQuotation(bare)
        || !after.stream().allMatch(this::isApposition)) {
      return Optional.empty();
    }
    boolean article = words.get(0).lowerCase().equals("the");
    int first = article && words.size() > 1 ? 1 : 0;
    int name = first;
    name = afterTitles(words, name);
    boolean isName = isFamilyName.test(words.get(words.size() - 1).lowerCase());
    if (!isName && name == first && isFunction(words.subList(first, words.size()))) {
      boolean certain = article || NormalCase.isUpperCase(bare.strip());
      return Optional.of(label(Voice.DESCRIBED, words, 0, Optional.empty(), after, certain, end));
    }
    int office = officeEnd(words, first);
    boolean certain = name > first || office > first || hasOffice(after);
    name = afterTitles(words, Math.max(name, office));
    return isName(words.subList(name, words.size()))
        ? Optional.of(
            label(Voice.NAMED, words, name, before(words, first, name), after, certain, end))
        : Optional.empty();
  }

  /** Tests whether a label is the end of a sentence: "Ann Roe, a teacher, said". */
  private static boolean introducesQuotation(String label) {
    List<Word> words = words(label);
    return SpeechVerbs.contains(words.get(words.size() - 1).string());
  }

  /** Returns the office before a name, without the titles of courtesy and learning. */
  private Optional<Span> before(List<Word> words, int first, int name) {
    for (int at = first; at < name; at++) {
      if (RoleNouns.classOf(joined(words.subList(at, name))).isPresent()) {
        return Optional.of(span(words.get(at), words.get(name - 1)));
      }
    }
    return Optional.empty();
  }

  private SpeakerLabel label(
      Voice voice,
      List<Word> words,
      int name,
      Optional<Span> before,
      List<Span> after,
      boolean certain,
      int end) {
    List<Word> rest = words.subList(name, words.size());
    return new SpeakerLabel(
        voice,
        text.trim(text.span(base, base + label.length())),
        span(rest.get(0), rest.get(rest.size() - 1)),
        joined(rest),
        before,
        after,
        certain,
        end);
  }

  private Span span(Word first, Word last) {
    return text.span(base + first.begin, base + last.end);
  }

  private static int afterTitles(List<Word> words, int first) {
    int at = first;
    while (at + 1 < words.size()
        && (PersonName.isTitle(words.get(at).string)
            || HONORIFICS.contains(words.get(at).string.toLowerCase(Locale.ROOT)))) {
      at++;
    }
    return at;
  }

  private static List<Word> words(String string) {
    return WORD.matcher(string)
        .results()
        .map(it -> new Word(it.group(), it.start(), it.end()))
        .toList();
  }

  private static String joined(List<Word> words) {
    return String.join(" ", words.stream().map(Word::lowerCase).toList());
  }

  private List<Span> phrases(String bare, int from) {
    List<Span> phrases = new ArrayList<>();
    for (int begin = from; begin < bare.length(); ) {
      int comma = bare.indexOf(',', begin);
      int end = comma < 0 ? bare.length() : comma;
      List<Word> words = words(bare.substring(begin, end));
      if (!words.isEmpty()) {
        int last = words.get(words.size() - 1).end;
        phrases.add(text.span(base + begin + words.get(0).begin, base + begin + last));
      }
      begin = end + 1;
    }
    return phrases;
  }

  private boolean hasOffice(List<Span> after) {
    return after.stream().anyMatch(this::isOffice);
  }

  private boolean isOffice(Span phrase) {
    return SpeakerLabel.isOffice(text.substring(phrase));
  }

  /**
   * Tests whether a phrase after the name can describe the speaker: an office, a name, an age. In
   * "ANN ROE, having been sworn, testified:" it does not.
   */
  private boolean isApposition(Span phrase) {
    String string = text.substring(phrase);
    return !Character.isLowerCase(string.codePointAt(0))
        || isOffice(phrase)
        || (words(string).size() <= MAX_APPOSITION_WORDS
            && !CLAUSE_START.matcher(string).lookingAt());
  }

  private static boolean isOtherLabel(List<Word> words) {
    return OTHER_LABELS.contains(words.get(0).lowerCase())
        || OTHER_LABELS.contains(words.get(words.size() - 1).lowerCase())
        || words.get(0).string.equals("BY")
        || words.stream().anyMatch(SpeakerLabelParser::endsSentence);
  }

  private static boolean endsSentence(Word word) {
    return word.string.endsWith(".")
        && !PersonName.isTitle(word.string)
        && !ABBREVIATION.matcher(word.string).matches()
        && RoleNouns.classOf(word.string.replace(".", "")).isEmpty();
  }

  /** Tests whether words describe a speaker without a name: "THE WITNESS", "Speaker 2". */
  private static boolean isFunction(List<Word> words) {
    int last = words.size() - 1;
    boolean numbered = last > 0 && words.get(last).string.matches("#?\\d{1,2}");
    String phrase = joined(words.subList(0, numbered ? last : last + 1));
    String noun = phrase.substring(phrase.lastIndexOf(' ') + 1);
    return Character.isUpperCase(words.get(0).string.codePointAt(0))
        && (FUNCTIONS.contains(phrase)
            || FUNCTIONS.contains(noun)
            || RoleNouns.classOf(phrase).isPresent());
  }

  /** Returns the index after the office before a name, or {@code first} if there is none. */
  private static int officeEnd(List<Word> words, int first) {
    for (int end = words.size() - 1; end > first; end--) {
      if (RoleNouns.classOf(joined(words.subList(first, end))).isPresent()) {
        return end;
      }
    }
    return first;
  }

  private static boolean isName(List<Word> words) {
    return words.size() <= MAX_NAME_WORDS
        && NAME_WORD.matcher(words.get(words.size() - 1).string).matches()
        && words.stream()
            .allMatch(
                it -> NAME_WORD.matcher(it.string).matches() || PARTICLES.contains(it.string));
  }
}
