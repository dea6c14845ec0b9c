package org.newsgraph.extract.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.newsgraph.article.Span;
import org.newsgraph.article.Text;
import org.newsgraph.article.WordLists;
import org.newsgraph.extract.dialogue.PersonWords.Person;

/**
 * Finds the person interviewed in the title and the introduction of an interview: the only person
 * named there, otherwise the one of "an interview with …", "spoke to …", "The Courier met her".
 */
final class Interviewee {
  private static final Pattern CUE = cue(row -> true);
  private static final Pattern CERTAIN_CUE = cue(row -> row.get(1).equals("certain"));

  private static final Pattern PRONOUN = Pattern.compile("\\b(?:he|him|she|her)\\b");
  private static final Pattern OBJECT = Pattern.compile("[\\s\\p{Z}]+(?:him|her|them)\\b");

  /** The description of a person without a name: "an interview with the harbour chief". */
  private static final Pattern DESCRIPTION =
      Pattern.compile(
          "(?i)\\b(?:interview|conversation|q&a) with (?<who>(?:the|an?|our) [\\p{L}\\p{M}\\p{Pd}’' ]{3,60})(?=$|[.,:;?!(])");

  private static final Pattern COORDINATION =
      Pattern.compile("(?s)(?!.*\\b(?:about|on|over)\\b).*(?:,| and| &)[\\s\\p{Z}]+");

  private static final Pattern SENTENCE_END =
      Pattern.compile("(?<=\\p{Ll}{2}[.?!][”’\"]?)[\\s\\p{Z}]+");

  private Interviewee() {}

  private static Pattern cue(Predicate<List<String>> isIncluded) {
    return Pattern.compile(
        WordLists.rows(Interviewee.class, "interview-cues.txt").stream()
            .filter(isIncluded)
            .map(row -> Pattern.quote(row.get(0)))
            .collect(Collectors.joining("|", "\\b(?:", ")\\b")));
  }

  /** Tests whether the introduction may say that somebody is interviewed: "I met her". */
  static boolean isIndicated(Text text, List<Span> introduction) {
    return introduction.stream().anyMatch(it -> CUE.matcher(lowerCase(text, it)).find());
  }

  /** Tests whether the introduction says that somebody is interviewed: "an interview with". */
  static boolean isAnnounced(Text text, List<Span> introduction) {
    return introduction.stream().anyMatch(it -> CERTAIN_CUE.matcher(lowerCase(text, it)).find());
  }

  /**
   * Finds the person interviewed.
   *
   * @param introduction title and paragraphs before the first turn
   * @param rest paragraphs from the first turn on
   * @return range of the person's name, or of the description of a person without a name; empty if
   *     no person, or more than one, comes into question
   */
  static Optional<Span> find(
      Text text, List<Span> introduction, List<Span> rest, PersonWords persons) {
    List<Person> named =
        withoutParts(
            introduction.stream()
                .filter(it -> !SpeechParts.isClosingNote(text.substring(it)))
                .flatMap(it -> persons.persons(it).stream())
                .toList());
    if (!named.isEmpty() && named.stream().map(Person::family).distinct().count() == 1) {
      return Optional.of(named.get(0).span());
    }
    for (Span sentence : sentences(text, introduction)) {
      if (areSeveral(text, sentence, named)) {
        return Optional.empty();
      }
      Optional<Span> found = inSentence(text, sentence, named);
      if (found.isPresent()) {
        return found;
      }
    }
    List<Person> noted =
        rest.stream()
            .filter(it -> SpeechParts.isClosingNote(text.substring(it)) || isNote(text, it))
            .flatMap(it -> persons.persons(it).stream())
            .toList();
    boolean unique = noted.stream().map(Person::family).distinct().count() == 1;
    return named.isEmpty() && unique
        ? Optional.of(noted.get(0).span())
        : introduction.stream().flatMap(it -> description(text, it).stream()).findFirst();
  }

  private static Optional<Span> description(Text text, Span paragraph) {
    Matcher matcher = DESCRIPTION.matcher(text.substring(paragraph));
    int base = text.toUtf16Offset(paragraph.begin());
    return matcher.find()
        ? Optional.of(text.span(base + matcher.start("who"), base + matcher.end("who")))
        : Optional.empty();
  }

  /** Returns the full names, or all names if none is full. Single words are less reliable. */
  private static List<Person> withoutParts(List<Person> named) {
    List<Person> full = named.stream().filter(Person::isFull).toList();
    return full.isEmpty() ? named : full;
  }

  /** Tests whether a sentence reports that several persons are interviewed: "spoke to A and B". */
  private static boolean areSeveral(Text text, Span sentence, List<Person> named) {
    Matcher cue = CUE.matcher(lowerCase(text, sentence));
    if (!cue.find()) {
      return false;
    }
    int at = text.toCodePointOffset(text.toUtf16Offset(sentence.begin()) + cue.end());
    List<Person> after =
        named.stream()
            .filter(it -> sentence.contains(it.span()) && it.span().begin() >= at)
            .toList();
    if (after.size() < 2) {
      return false;
    }
    int begin = after.get(0).span().end();
    int end = after.get(1).span().begin();
    return COORDINATION.matcher(text.substring(new Span(begin, end))).matches();
  }

  /** Tests whether a paragraph is a note such as "Ann Roe was talking to Bo Lee." */
  private static boolean isNote(Text text, Span paragraph) {
    return lowerCase(text, paragraph)
        .matches("(?s).{3,60} (?:was|were) (?:talking|speaking) (?:to|with) .{3,60}");
  }

  private static String lowerCase(Text text, Span span) {
    return text.substring(span).toLowerCase(Locale.ROOT);
  }

  private static List<Span> sentences(Text text, List<Span> paragraphs) {
    List<Span> sentences = new ArrayList<>();
    for (Span paragraph : paragraphs) {
      int base = text.toUtf16Offset(paragraph.begin());
      String string = text.substring(paragraph);
      int begin = 0;
      Matcher end = SENTENCE_END.matcher(string);
      while (end.find() && end.end() < string.length()) {
        sentences.add(text.span(base + begin, base + end.start()));
        begin = end.end();
      }
      sentences.add(text.span(base + begin, base + string.length()));
    }
    return sentences;
  }

  /** Returns the person interviewed according to a sentence that reports the interview. */
  private static Optional<Span> inSentence(Text text, Span sentence, List<Person> named) {
    String lowerCase = lowerCase(text, sentence);
    Matcher cue = CUE.matcher(lowerCase);
    if (!cue.find()) {
      return Optional.empty();
    }
    if (OBJECT.matcher(lowerCase).region(cue.end(), lowerCase.length()).lookingAt()) {
      return last(named.stream().filter(it -> it.span().end() <= sentence.begin()).toList());
    }
    List<Person> within = named.stream().filter(it -> sentence.contains(it.span())).toList();
    if (within.isEmpty()) {
      return PRONOUN.matcher(lowerCase).find()
          ? last(named.stream().filter(it -> it.span().end() <= sentence.begin()).toList())
          : Optional.empty();
    }
    int at = text.toCodePointOffset(text.toUtf16Offset(sentence.begin()) + cue.end());
    return within.stream()
        .map(Person::span)
        .filter(it -> it.begin() >= at)
        .findFirst()
        .or(() -> last(within));
  }

  private static Optional<Span> last(List<Person> persons) {
    return persons.isEmpty()
        ? Optional.empty()
        : Optional.of(persons.get(persons.size() - 1).span());
  }
}
