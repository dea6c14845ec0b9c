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
 * Finds what an article says that its people are, by where it stands: before the name ("Labour spin
 * doctor Seumas Milne"), after it ("Ann Roe, a teacher", "Ann Roe (Labour MP)"). {@link
 * StatedRoleFinder} looks for those that a verb gives, {@link EpithetFinder} for those by which
 * alone somebody is called.
 */
public final class RoleFinder {
  /** How often those found are right, by where they stand, on articles that were read for it. */
  private static final double BEFORE = 0.93;

  private static final double AFTER = 0.92;

  private static final Set<String> DASHES = Set.of("–", "—", "-");

  private static final Set<String> MANY = Set.of("all", "two", "three", "four", "several", "many");

  /** Words that a name begins with, and an office all the same. */
  private static final Set<String> IN_NAME =
      Set.of("Pope", "Queen", "King", "Emperor", "Princess", "Archbishop", "Cardinal", "Ayatollah");

  private final MentionIndex words;
  private final RolePhrases phrases;
  private final List<Role> roles = new ArrayList<>();

  private RoleFinder(MentionIndex words) {
    this.words = words;
    this.phrases = new RolePhrases(words);
  }

  /** In the order of the words that they stand on. */
  public static List<Role> find(MentionIndex words, UnambiguousPronounResolver referents) {
    RoleFinder finder = new RoleFinder(words);
    for (Mention person : words.people()) {
      finder.before(person);
      finder.beforeComma(person);
      finder.inName(person);
      finder.after(person);
    }
    // Before the verbs, since "he" may be who was called "the Labour leader".
    finder.roles.addAll(EpithetFinder.find(words, referents, List.copyOf(finder.roles)));
    finder.roles.addAll(StatedRoleFinder.find(words, referents));
    return finder.roles.stream().distinct().sorted(Comparator.comparing(Role::span)).toList();
  }

  /** "Russian president Vladimir Putin", "Its vice- chairman Chris Nineham", "MPs Roe and Lee". */
  private void before(Mention person) {
    RolePhrase phrase = phrases.before(words.first(person));
    if (phrase.isRole()) {
      Optional<Entity> owner = owner(phrase.begin());
      Span span = owner.isPresent() ? words.span(phrase.begin() - 1, phrase.end()) : phrase.span();
      addAll(person, phrase, phrase.organisation().or(() -> owner), span, BEFORE);
    }
  }

  /** "The party's leader, Tim Farron, said": the role is one that only one can have. */
  private void beforeComma(Mention person) {
    int comma = words.first(person) - 1;
    if (!words.word(comma).equals(",") || !endsApposition(words.after(person))) {
      return;
    }
    RolePhrase phrase = phrases.before(comma);
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

  /** "The president, Ann Roe, and others". */
  private boolean isList(int comma, int after) {
    boolean more = words.isOneOf(after + 1, Set.of("and", "or", "as"));
    return more || words.personBefore(comma).isPresent() || words.personFrom(after + 1).isPresent();
  }

  /** What "its" before a role stands for: the organisation named last. */
  private Optional<Entity> owner(int begin) {
    if (!words.word(begin - 1).equals("its") || !words.sameSentence(begin - 1, begin)) {
      return Optional.empty();
    }
    int here = words.token(begin).span().begin();
    return words.mentions().stream()
        .filter(it -> it.span().end() <= here)
        .map(Mention::entity)
        .filter(entity -> entity.type() == EntityType.ORGANISATION)
        .reduce((first, second) -> second);
  }

  /** "Pope Francis". */
  private void inName(Mention person) {
    int first = words.first(person);
    if (words.after(person) > first + 1 && IN_NAME.contains(words.token(first).word())) {
      RolePhrase title = new RolePhrase(words, first, first + 1);
      roles.add(new Role(person.entity(), title.text(), Optional.empty(), title.span(), BEFORE));
    }
  }

  /** "Jo, the Labour MP who", "Pablo Marco, of Doctors Without Borders,", "one of 66 MPs". */
  private void after(Mention person) {
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
      member(person, begin, oneOfMany);
      return;
    }
    RolePhrase phrase = phrases.from(begin);
    if (phrase.isRole() && isApposition(phrase, bracket)) {
      List<Mention> row = rowBefore(person);
      if (!phrase.isPlural() || oneOfMany) {
        add(person, phrase, AFTER);
        another(person, phrase);
      } else if (row.size() > 1 && (both || row.size() < 4)) {
        row.forEach(each -> add(each, phrase, AFTER));
      }
    }
  }

  /** "Jane Roe, 43, a teacher". */
  private int afterAge(int at) {
    int age = words.isOneOf(at, Set.of("aged", "age")) ? at + 1 : at;
    return words.word(age).matches("\\d{1,3}") && words.word(age + 1).equals(",") ? age + 2 : at;
  }

  /** "Pablo Marco, of Doctors Without Borders": a part of it, whichever. */
  private void member(Mention person, int of, boolean oneOfMany) {
    int name = of + (words.word(of + 1).equals("the") ? 2 : 1);
    Optional<Mention> organisation =
        words.mention(name).filter(it -> it.entity().type() == EntityType.ORGANISATION);
    if (organisation.isPresent() && !oneOfMany && endsApposition(words.after(organisation.get()))) {
      RolePhrase phrase = new RolePhrase(words, of, words.after(organisation.get()));
      add(person, phrase, AFTER);
    }
  }

  /** What follows tells whether it was one: in "Roe, a top aide said" it is not. */
  private boolean isApposition(RolePhrase phrase, boolean bracket) {
    int next = phrase.end();
    boolean clause = words.sameSentence(next, next - 1) && words.tag(next) == PartOfSpeech.VERB;
    boolean named = (words.personFrom(next).isPresent() && !bracket) || isAnothers(phrase);
    boolean owned = words.tag(next) == PartOfSpeech.GENITIVE;
    return !clause && !named && !owned;
  }

  /** "Kim Day, Secretary of State Ann Roe, and others": it ends with the name of who has it. */
  private boolean isAnothers(RolePhrase phrase) {
    return words
        .personBefore(phrase.end())
        .filter(it -> words.tag(words.beforeTitle(it)) != PartOfSpeech.PREPOSITION)
        .isPresent();
  }

  /** "A top fundraiser and veteran lobbyist": the second role. */
  private void another(Mention person, RolePhrase first) {
    if (!words.word(first.end()).equals("and")) {
      return;
    }
    int begin = first.end() + 1;
    begin += words.isDeterminer(begin) ? 1 : 0;
    RolePhrase second = phrases.from(begin);
    boolean same = words.sameSentence(begin, first.end());
    if (same && second.isRole() && !second.isPlural() && isApposition(second, false)) {
      add(person, second, AFTER);
    }
  }

  /** "Roe and Lee, both teachers": those named in a row that ends with this one. */
  private List<Mention> rowBefore(Mention last) {
    List<Mention> people = words.people();
    int index = people.indexOf(last);
    for (int from = Math.max(0, index - 4); from < index; from++) {
      List<Mention> row = words.row(people.get(from));
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

  /** For the person, or, where the role is in the plural, all who are named in a row from there. */
  private void addAll(
      Mention person,
      RolePhrase phrase,
      Optional<Entity> organisation,
      Span span,
      double confidence) {
    List<Mention> row = phrase.isPlural() ? words.row(person) : List.of(person);
    if (phrase.isPlural() && row.size() == 1) {
      return;
    }
    for (Mention each : row) {
      roles.add(new Role(each.entity(), phrase.singular(), organisation, span, confidence));
    }
  }
}
