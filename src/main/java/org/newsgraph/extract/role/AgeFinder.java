package org.newsgraph.extract.role;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.Mention;
import org.newsgraph.extract.MentionIndex;
import org.newsgraph.extract.Relation;
import org.newsgraph.text.PartOfSpeech;

/** Finds the ages of persons: "Jane Roe, 43,", "43-year-old Jane Roe", "Jane Roe, aged 43". */
final class AgeFinder {
  private static final double CERTAIN = 0.95;

  /** Maximum distance between an age and the name that it belongs to, in words. */
  private static final int MAX_TOKEN_DISTANCE = 7;

  private static final Set<PartOfSpeech> BEFORE_NAME =
      EnumSet.of(
          PartOfSpeech.NOUN,
          PartOfSpeech.PROPER_NOUN,
          PartOfSpeech.ADJECTIVE,
          PartOfSpeech.PARTICIPLE,
          PartOfSpeech.OTHER);

  /**
   * Maximum number of numbers in parentheses after names for them to be ages; more are probably
   * scores.
   */
  private static final int MAX_BRACKETED_AGES = 2;

  private final MentionIndex words;
  private final boolean scores;
  private final List<Relation> found = new ArrayList<>();

  private AgeFinder(MentionIndex words) {
    this.words = words;
    this.scores = words.people().stream().filter(this::isNumbered).count() > MAX_BRACKETED_AGES;
  }

  private boolean isNumbered(Mention person) {
    int bracket = words.after(person);
    return words.word(bracket).equals("(") && age(bracket + 1).isPresent();
  }

  static List<Relation> find(MentionIndex words) {
    AgeFinder finder = new AgeFinder(words);
    words.people().forEach(finder::findAfterName);
    for (int at = 0; at < words.tokens().size(); at++) {
      finder.findCompound(at);
    }
    return finder.found;
  }

  /**
   * Finds an age after a name: "Jane Roe, 43,", "Jane Roe (43)", "Jane Roe, aged 43", "Jane Roe is
   * 43 years old".
   */
  private void findAfterName(Mention person) {
    int at = words.after(person);
    boolean bracket = words.word(at).equals("(");
    boolean comma = words.word(at).equals(",");
    boolean verb = words.isOneOf(at, Set.of("is", "was", "turned", "turns"));
    int number = at + (bracket || comma || verb ? 1 : 0);
    boolean aged = words.isOneOf(number, Set.of("aged", "age"));
    number += aged ? 1 : 0;
    if (!words.sameSentence(number, at - 1) || age(number).isEmpty()) {
      return;
    }
    boolean years = words.word(number + 1).equals("years") && words.word(number + 2).equals("old");
    boolean closed =
        bracket
            ? words.word(number + 1).equals(")") && !scores
            : comma && words.isOneOf(number + 1, Set.of(",", ";", "–", "—"));
    // "Roe, 43, Lee, 41,": this may be a list of votes rather than of ages.
    boolean list = !aged && comma && words.word(number + 1).equals(",") && isScore(number + 2);
    if (aged || years || (closed && !list)) {
      add(person.entity(), number, years ? number + 3 : number + 1, aged ? number - 1 : number);
    }
  }

  private boolean isScore(int at) {
    Optional<Mention> next = words.personFrom(at);
    boolean name = next.isPresent() && words.word(words.after(next.get())).equals(",");
    return name || (!words.word(at).isEmpty() && Character.isDigit(words.word(at).charAt(0)));
  }

  /**
   * Finds an age in a compound: "43-year-old shop owner Jane Roe", "Jane Roe, a 43-year-old shop
   * owner".
   */
  private void findCompound(int at) {
    boolean hyphens = words.word(at + 1).equals("-") && words.word(at + 3).equals("-");
    if (age(at).isEmpty()
        || !hyphens
        || !words.word(at + 2).equals("year")
        || !words.word(at + 4).equals("old")) {
      return;
    }
    person(at, at + 5).ifPresent(it -> add(it, at, at + 5, at));
  }

  private Optional<Entity> person(int begin, int end) {
    int article = words.isDeterminer(begin - 1) ? begin - 1 : begin;
    if (words.isOneOf(article - 1, Set.of(",", "–", "—")) && !words.isPossessive(article)) {
      Optional<Mention> before = words.personBefore(article - 1);
      if (before.isPresent() && words.sameSentence(article, article - 2)) {
        return before.map(Mention::entity);
      }
    }
    for (int at = end; at < end + MAX_TOKEN_DISTANCE && words.sameSentence(at, begin); at++) {
      Optional<Mention> person = words.personFrom(at);
      if (person.isPresent()) {
        return person
            .filter(it -> words.tag(words.after(it)) != PartOfSpeech.GENITIVE)
            .map(Mention::entity);
      }
      boolean mark = words.tag(at) == PartOfSpeech.OTHER && !words.isHyphen(at);
      if (!BEFORE_NAME.contains(words.tag(at)) || mark) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private Optional<Integer> age(int at) {
    String word = words.word(at);
    return !word.isEmpty()
            && Character.isDigit(word.charAt(0))
            && word.matches("[1-9]\\d?|1[01]\\d")
        ? Optional.of(Integer.valueOf(word))
        : Optional.empty();
  }

  private void add(Entity person, int number, int end, int begin) {
    age(number)
        .ifPresent(
            years -> found.add(new Relation.Age(person, years, words.span(begin, end), CERTAIN)));
  }
}
