package org.newsgraph.extract.role;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.newsgraph.article.Span;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.Mention;
import org.newsgraph.extract.MentionIndex;
import org.newsgraph.extract.Role;
import org.newsgraph.extract.coref.UnambiguousPronounResolver;
import org.newsgraph.text.PartOfSpeech;

/**
 * Finds the roles of the persons in an article. It finds roles before a name ("Labour spin doctor
 * Seumas Milne") and after it ("Ann Roe, a teacher", "Ann Roe (Labour MP)"). {@link
 * StatedRoleFinder} finds roles stated by a verb, {@link EpithetFinder} those by which an article
 * refers to a person without the name.
 */
public final class RoleFinder {
  /** Confidence of roles before a name: their precision on articles that were checked by hand. */
  private static final double BEFORE = 0.93;

  /** Confidence of roles after a name: their precision on articles that were checked by hand. */
  private static final double AFTER = 0.92;

  private static final Set<String> DASHES = Set.of("–", "—", "-");

  private static final Set<String> MANY = Set.of("all", "two", "three", "four", "several", "many");

  /** Titles that are part of a name and also a role. */
  private static final Set<String> IN_NAME =
      Set.of("Pope", "Queen", "King", "Emperor", "Princess", "Archbishop", "Cardinal", "Ayatollah");

  private final MentionIndex words;
  private final RolePhrases phrases;
  private final List<Role> roles = new ArrayList<>();

  private RoleFinder(MentionIndex words) {
    this.words = words;
    this.phrases = new RolePhrases(words);
  }

  /** Returns the roles, in the order of their spans. */
  public static List<Role> find(MentionIndex words, UnambiguousPronounResolver referents) {
    RoleFinder finder = new RoleFinder(words);
    finder.roles.addAll(LabelRoles.find(words));
    for (Mention person : words.people()) {
      if (words.tokens().dialogue().labelledAt(person.span()).isPresent()) {
        continue;
      }
      finder.findBefore(person);
      finder.findBeforeComma(person);
      finder.findInName(person);
      finder.findAfter(person);
    }
    // Epithets come before verbs, because "he" may refer to a person called "the Labour leader".
    finder.roles.addAll(EpithetFinder.find(words, referents, List.copyOf(finder.roles)));
    finder.roles.addAll(StatedRoleFinder.find(words, referents));
    return finder.roles.stream().distinct().sorted(Comparator.comparing(Role::span)).toList();
  }

  /**
   * Finds a role before a name: "Russian president Vladimir Putin", "Its vice- chairman Chris
   * Nineham", "MPs Roe and Lee".
   */
  private void findBefore(Mention person) {
    RolePhrase phrase = phrases.endingBefore(words.first(person));
    if (phrase.isRole()) {
      Optional<Entity> owner = owner(phrase.begin());
      Span span = owner.isPresent() ? words.span(phrase.begin() - 1, phrase.end()) : phrase.span();
      addAll(person, phrase, phrase.organisation().or(() -> owner), span, BEFORE);
    }
  }

  /** Finds a definite role before a comma and a name: "The party's leader, Tim Farron, said". */
  private void findBeforeComma(Mention person) {
    int comma = words.first(person) - 1;
    if (!words.word(comma).equals(",") || !endsApposition(words.after(person))) {
      return;
    }
    RolePhrase phrase = phrases.endingBefore(comma);
    boolean definite =
        words.word(phrase.begin() - 1).equals("the")
            || words.isPossessive(phrase.begin() - 1)
            || words.tag(phrase.begin() - 1) == PartOfSpeech.GENITIVE
            || hasGenitive(phrase);
    boolean list = isList(comma, words.after(person)) || words.word(phrase.begin() - 2).equals(",");
    if (definite && !list && phrase.isRole() && !phrase.isPlural()) {
      Optional<Entity> organisation = phrase.organisation().or(() -> owner(phrase.begin()));
      addAll(person, phrase, organisation, phrase.span(), AFTER);
    }
  }

  private boolean hasGenitive(RolePhrase phrase) {
    for (int at = phrase.begin(); at < phrase.end(); at++) {
      if (words.tag(at) == PartOfSpeech.GENITIVE) {
        return true;
      }
    }
    return false;
  }

  private boolean endsApposition(int at) {
    return Set.of(",", ".", ";", ")", ":").contains(words.word(at))
        || DASHES.contains(words.word(at));
  }

  /**
   * Tests whether a name is part of a list rather than an apposition: "The president, Ann Roe, and
   * others".
   */
  private boolean isList(int comma, int after) {
    boolean more = words.isOneOf(after + 1, Set.of("and", "or", "as"));
    return more || words.personBefore(comma).isPresent() || words.personFrom(after + 1).isPresent();
  }

  /** Returns the referent of "its" before a role: the last organisation mentioned. */
  private Optional<Entity> owner(int begin) {
    if (!words.word(begin - 1).equals("its") || !words.sameSentence(begin - 1, begin)) {
      return Optional.empty();
    }
    int offset = words.token(begin).span().begin();
    return words.mentions().stream()
        .filter(it -> it.span().end() <= offset)
        .map(Mention::entity)
        .filter(entity -> entity.type() == EntityType.ORGANISATION)
        .reduce((first, second) -> second);
  }

  /** Finds a role that is part of a name: "Pope Francis". */
  private void findInName(Mention person) {
    int first = words.first(person);
    if (words.after(person) > first + 1 && IN_NAME.contains(words.token(first).word())) {
      RolePhrase title = new RolePhrase(words, first, first + 1);
      roles.add(new Role(person.entity(), title.text(), Optional.empty(), title.span(), BEFORE));
    }
  }

  /**
   * Finds a role after a name: "Jo, the Labour MP who", "Pablo Marco, of Doctors Without Borders,",
   * "one of 66 MPs".
   */
  private void findAfter(Mention person) {
    int mark = words.after(person);
    boolean bracket = words.word(mark).equals("(");
    if (!words.sameSentence(mark, mark - 1)
        || !(bracket || words.word(mark).equals(",") || DASHES.contains(words.word(mark)))) {
      return;
    }
    int begin = afterAge(mark + 1);
    boolean oneOfMany = words.word(begin).equals("one") && words.word(begin + 1).equals("of");
    begin += oneOfMany ? 2 : 0;
    boolean both = words.isOneOf(begin, Set.of("both", "all"));
    while (words.isDeterminer(begin)
        || words.tag(begin) == PartOfSpeech.NUMBER
        || words.isOneOf(begin, MANY)) {
      begin++;
    }
    if (words.word(begin).equals("of")) {
      findMembership(person, begin, oneOfMany);
      return;
    }
    RolePhrase phrase = phrases.startingAt(begin);
    if (phrase.isRole() && isApposition(phrase, bracket)) {
      List<Mention> row = rowBefore(person);
      if (!phrase.isPlural() || oneOfMany) {
        Optional<Entity> organisation = phrase.organisation().or(() -> organisationAfter(phrase));
        Span span = phrase.span();
        roles.add(new Role(person.entity(), phrase.singular(), organisation, span, AFTER));
        findSecond(person, phrase);
      } else if (row.size() > 1 && (both || row.size() < 4)) {
        row.forEach(each -> add(each, phrase, AFTER));
      }
    }
  }

  /**
   * Returns the organisation in an apposition after a role: "Jane Roe, treasurer, Marsden Research,
   * said".
   */
  private Optional<Entity> organisationAfter(RolePhrase phrase) {
    int comma = phrase.end();
    return words
        .mention(comma + 1)
        .filter(it -> words.word(comma).equals(",") && words.sameSentence(comma, comma + 1))
        .filter(it -> it.entity().type() == EntityType.ORGANISATION)
        .filter(it -> endsApposition(words.after(it)) && !isList(comma, words.after(it)))
        .map(Mention::entity);
  }

  /** Returns the index after an age: "Jane Roe, 43, a teacher". */
  private int afterAge(int at) {
    int age = words.isOneOf(at, Set.of("aged", "age")) ? at + 1 : at;
    return words.word(age).matches("\\d{1,3}") && words.word(age + 1).equals(",") ? age + 2 : at;
  }

  /**
   * Finds membership of an organisation without a stated role: "Pablo Marco, of Doctors Without
   * Borders".
   */
  private void findMembership(Mention person, int of, boolean oneOfMany) {
    int name = of + (words.word(of + 1).equals("the") ? 2 : 1);
    Optional<Mention> organisation =
        words.mention(name).filter(it -> it.entity().type() == EntityType.ORGANISATION);
    if (organisation.isPresent() && !oneOfMany && endsApposition(words.after(organisation.get()))) {
      RolePhrase phrase = new RolePhrase(words, of, words.after(organisation.get()));
      add(person, phrase, AFTER);
    }
  }

  /**
   * Tests from the following words whether a phrase is an apposition. It is not one in "Roe, a top
   * aide said".
   */
  private boolean isApposition(RolePhrase phrase, boolean bracket) {
    int next = phrase.end();
    boolean clause = words.sameSentence(next, next - 1) && words.tag(next) == PartOfSpeech.VERB;
    boolean named = (words.personFrom(next).isPresent() && !bracket) || hasOwnHolder(phrase);
    boolean owned = words.tag(next) == PartOfSpeech.GENITIVE;
    return !clause && !named && !owned;
  }

  /**
   * Tests whether a phrase ends with the name of another holder: "Kim Day, Secretary of State Ann
   * Roe, and others".
   */
  private boolean hasOwnHolder(RolePhrase phrase) {
    return words
        .personBefore(phrase.end())
        .filter(it -> words.tag(words.beforeTitle(it)) != PartOfSpeech.PREPOSITION)
        .isPresent();
  }

  /** Finds the second of two coordinated roles: "A top fundraiser and veteran lobbyist". */
  private void findSecond(Mention person, RolePhrase first) {
    if (!words.word(first.end()).equals("and")) {
      return;
    }
    int begin = first.end() + 1;
    begin += words.isDeterminer(begin) ? 1 : 0;
    RolePhrase second = phrases.startingAt(begin);
    boolean same = words.sameSentence(begin, first.end());
    if (same && second.isRole() && !second.isPlural() && isApposition(second, false)) {
      add(person, second, AFTER);
    }
  }

  /** Returns the coordinated persons that end with this one: "Roe and Lee, both teachers". */
  private List<Mention> rowBefore(Mention last) {
    List<Mention> people = words.people();
    int index = people.indexOf(last);
    for (int from = Math.max(0, index - 4); from < index; from++) {
      List<Mention> row = words.coordinatedPeople(people.get(from));
      if (row.contains(last)) {
        return row;
      }
    }
    return List.of(last);
  }

  private void add(Mention person, RolePhrase phrase, double confidence) {
    roles.add(
        new Role(
            person.entity(), phrase.singular(), phrase.organisation(), phrase.span(), confidence));
  }

  /**
   * Adds a role for a person or, if the role is in the plural, for all persons coordinated with the
   * person.
   */
  private void addAll(
      Mention person,
      RolePhrase phrase,
      Optional<Entity> organisation,
      Span span,
      double confidence) {
    List<Mention> row = phrase.isPlural() ? words.coordinatedPeople(person) : List.of(person);
    if (phrase.isPlural() && row.size() == 1) {
      return;
    }
    for (Mention each : row) {
      roles.add(new Role(each.entity(), phrase.singular(), organisation, span, confidence));
    }
  }
}
