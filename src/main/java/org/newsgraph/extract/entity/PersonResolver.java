package org.newsgraph.extract.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.newsgraph.article.Span;
import org.newsgraph.article.Text;
import org.newsgraph.article.WordLists;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.PersonName;
import org.newsgraph.extract.PersonName.Gender;
import org.newsgraph.extract.ResolutionReason;
import org.newsgraph.extract.RoleNouns;
import org.newsgraph.extract.name.DetectedName;

/** Resolves the names of persons to entities. */
final class PersonResolver {
  private static final String KIN =
      "(?:husband|wife|widow|widower|son|daughter|brother|sister|mother|father|partner|twin)";

  /**
   * The text between the name of a person and the given name of a relative: "Brendan Cox, husband
   * of Syria campaigner Jo", "Ann Roe's late father, Bo".
   */
  private static final Pattern BETWEEN_KIN =
      Pattern.compile(
          "(?: ?[,–—-] ?(?:the )?(?:late )?"
              + KIN
              + " of(?: [\\p{L}’'-]+){0,3}|[’']s? (?:late )?"
              + KIN
              + ",?) $");

  /** Family names so common that persons who share one are rarely relatives. */
  private static final Set<String> COMMON =
      WordLists.entries(PersonResolver.class, "common-family-names.txt");

  private static final Set<String> OFFICE_WORDS =
      WordLists.entries(PersonResolver.class, "office-words.txt");

  private static final Pattern OFFICE =
      Pattern.compile("\\b(?:President|Chancellor|Premier|Prime Minister|King|Queen|Pope) $");

  /** Number of code points before a name that are searched. */
  private static final int CONTEXT_LENGTH = 60;

  private final Text text;
  private final List<Person> persons = new ArrayList<>();

  private PersonResolver(Text text) {
    this.text = text;
  }

  /** The names of one person found so far. */
  private static final class Person {
    private final List<DetectedName> names = new ArrayList<>();
    private final List<PersonName> forms = new ArrayList<>();
    private final List<ResolutionReason> reasons = new ArrayList<>();

    /** The distinct names, so that the time is short for a text that repeats one name. */
    private final Set<PersonName> distinct = new LinkedHashSet<>();

    private final NavigableSet<Integer> begins = new TreeSet<>();

    /** The titles before the names, in lower case: "dr", "senator". */
    private final Set<String> titles = new HashSet<>();

    /** The nicknames in quotation marks within the names. */
    private final Set<String> nicknames = new HashSet<>();

    /** The classes of the offices before the names. */
    private final Set<String> offices = new HashSet<>();

    /** Number of mentions by the family name alone so far. */
    private int surnames;

    void add(DetectedName name, PersonName form, ResolutionReason why) {
      names.add(name);
      forms.add(form);
      reasons.add(why);
      distinct.add(form);
      begins.add(name.span().begin());
      surnames += why == ResolutionReason.FAMILY_NAME ? 1 : 0;
    }

    /** Returns each name with the evidence relative to the person's final name. */
    Map<DetectedName, ResolvedName> resolved() {
      Entity entity = entity();
      Map<DetectedName, ResolvedName> resolved = new HashMap<>();
      for (int i = 0; i < names.size(); i++) {
        boolean exact = forms.get(i).full().equals(entity.name());
        resolved.put(
            names.get(i), new ResolvedName(entity, exact ? ResolutionReason.NAME : reasons.get(i)));
      }
      return resolved;
    }

    boolean matches(PersonName form) {
      return distinct.stream().anyMatch(known -> known.isFull() && known.matches(form));
    }

    boolean isFull() {
      return distinct.stream().anyMatch(PersonName::isFull);
    }

    /**
     * Tests whether a name is the beginning or end of one of the person's full names, or vice
     * versa.
     */
    boolean hasPart(PersonName form) {
      return form.gender().fits(gender())
          && distinct.stream()
              .anyMatch(it -> it.isFull() && (it.contains(form) || form.contains(it)));
    }

    boolean isSpelledLike(PersonName form) {
      return distinct.stream().anyMatch(known -> known.isFull() && known.isSpelledLike(form));
    }

    boolean hasFamily(String word) {
      return distinct.stream().anyMatch(known -> PersonName.sameFamily(known.family(), word));
    }

    /** Tests whether a word is a given name or nickname of the person. */
    boolean hasGiven(String word) {
      return nicknames.contains(word)
          || distinct.stream().anyMatch(f -> f.isFull() && f.given().equalsIgnoreCase(word));
    }

    Gender gender() {
      return distinct.stream()
          .map(PersonName::gender)
          .filter(gender -> gender != Gender.UNKNOWN)
          .findFirst()
          .orElse(Gender.UNKNOWN);
    }

    /** Returns the offset of the last mention before an offset, or -1. */
    int lastBefore(int offset) {
      Integer last = begins.lower(offset);
      return last == null ? -1 : last;
    }

    /** Returns the offset of the first mention. */
    int first() {
      return begins.first();
    }

    /** Tests whether a name identifies a person in all articles: a full name, not an office. */
    private static boolean identifiesPerson(String name) {
      return name.contains(" ")
          && !Pattern.compile("[ -]")
              .splitAsStream(name.toLowerCase(Locale.ROOT))
              .allMatch(OFFICE_WORDS::contains);
    }

    Entity entity() {
      boolean full = isFull();
      Set<PersonName> candidates =
          distinct.stream()
              .filter(form -> form.isFull() || !full)
              .filter(form -> distinct.stream().noneMatch(it -> it.contains(form)))
              .collect(Collectors.toSet());
      Map<String, Integer> counts = new LinkedHashMap<>();
      forms.stream()
          .filter(candidates::contains)
          .forEach(form -> counts.merge(form.full(), 1, Integer::sum));
      String name =
          counts.entrySet().stream()
              .max(
                  Map.Entry.<String, Integer>comparingByValue()
                      .thenComparing(entry -> entry.getKey().length())
                      .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
              .orElseThrow()
              .getKey();
      Set<String> others = new HashSet<>();
      forms.forEach(form -> others.add(form.full()));
      others.addAll(nicknames);
      others.remove(name);
      return new Entity(name, EntityType.PERSON, others, identifiesPerson(name));
    }
  }

  static Map<DetectedName, ResolvedName> resolve(Text text, List<DetectedName> names) {
    PersonResolver resolver = new PersonResolver(text);
    // Full names come first: "Milne" in a headline precedes the "Seumas Milne" that explains it.
    names.stream().filter(name -> PersonName.of(name.text()).isFull()).forEach(resolver::addFull);
    // Names with a known gender come next: beside "Michelle Obama", "Mr. Obama" is another Obama.
    List<DetectedName> parts =
        names.stream().filter(n -> !PersonName.of(n.text()).isFull()).toList();
    parts.stream().filter(resolver::isGenderKnown).forEach(resolver::addPartial);
    parts.stream().filter(name -> !resolver.isGenderKnown(name)).forEach(resolver::addPartial);
    Map<DetectedName, ResolvedName> resolved = new HashMap<>();
    resolver.persons.forEach(person -> resolved.putAll(person.resolved()));
    return resolved;
  }

  private void addFull(DetectedName name) {
    PersonName form = PersonName.of(name.text());
    Optional<Person> same = persons.stream().filter(p -> p.matches(form)).findFirst();
    Optional<Person> similar =
        same.isPresent() ? same : persons.stream().filter(p -> p.isSpelledLike(form)).findFirst();
    Optional<Person> longer = similar.isPresent() ? Optional.empty() : onlyWithPart(name, form);
    ResolutionReason why =
        same.isPresent() || longer.isPresent()
            ? ResolutionReason.FORM
            : similar.isPresent() ? ResolutionReason.SPELLING : ResolutionReason.NAME;
    Person person = similar.or(() -> longer).orElseGet(this::newPerson);
    person.add(name, form, why);
    PersonName.nickname(name.text()).ifPresent(person.nicknames::add);
    title(name).ifPresent(person.titles::add);
    office(name).ifPresent(person.offices::add);
  }

  /**
   * Returns the person of whose full name this name is a part, if there is only one. A name before
   * another capitalised word is not compared, because a headline in title case may extend it:
   * "Elizabeth Warren Hammers Wells Fargo".
   */
  private Optional<Person> onlyWithPart(DetectedName name, PersonName form) {
    List<Person> found =
        persons.stream()
            .filter(person -> person.hasPart(form))
            .filter(person -> !runsOn(name.span()))
            .filter(person -> person.names.stream().noneMatch(it -> runsOn(it.span())))
            .toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private boolean runsOn(Span name) {
    int end = Math.min(name.end() + 2, text.length());
    return end > name.end() + 1
        && text.codePointAt(name.end()) == ' '
        && Character.isUpperCase(text.codePointAt(name.end() + 1));
  }

  /** Returns the title at the start of a name or directly before it: "dr" of "Dr. Sharpe". */
  private Optional<String> title(DetectedName name) {
    String first = name.text().split("\\s+", -1)[0];
    return Stream.of(first, wordBefore(name.span()))
        .filter(PersonName::isTitle)
        .map(it -> it.replace(".", "").toLowerCase(Locale.ROOT))
        .findFirst();
  }

  /** Returns the class of the office directly before a name: that of "Prime Minister". */
  private Optional<String> office(DetectedName name) {
    return RoleNouns.classOf(before(name.span()).strip());
  }

  private Person newPerson() {
    Person person = new Person();
    persons.add(person);
    return person;
  }

  private void addPartial(DetectedName name) {
    PersonName form = PersonName.of(name.text());
    String word = form.family();
    Gender gender = genderBefore(name.span());
    Optional<Person> relative = relative(name, word);
    if (relative.isPresent()) {
      PersonName full = PersonName.of(word + " " + familyOf(relative.get()));
      persons.stream()
          .filter(p -> p.matches(full))
          .findFirst()
          .orElseGet(this::newPerson)
          .add(name, full, ResolutionReason.KIN);
      return;
    }
    // Common family names often come first: "Kim" is the family name of Kim Ki-hyun.
    boolean common = COMMON.contains(word);
    Optional<Person> family =
        nearest(
            name, gender, person -> person.hasFamily(word) || (common && person.hasGiven(word)));
    Optional<Person> known =
        family.or(() -> nearest(name, gender, person -> person.hasGiven(word)));
    Optional<Person> similar = known.isPresent() ? Optional.empty() : onlySpelledLike(form, gender);
    ResolutionReason why =
        family.isPresent()
            ? ResolutionReason.FAMILY_NAME
            : similar.isPresent() ? ResolutionReason.SPELLING : ResolutionReason.GIVEN_NAME;
    known
        .or(() -> similar)
        .orElseGet(this::newPerson)
        .add(name, new PersonName(form.parts(), gender), why);
  }

  /** Returns the only person of whose family name a single name is a misspelling. */
  private Optional<Person> onlySpelledLike(PersonName form, Gender gender) {
    List<Person> found =
        persons.stream()
            .filter(person -> person.gender().fits(gender))
            .filter(person -> person.distinct.stream().anyMatch(form::isMisspelledFamilyNameOf))
            .toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private boolean isGenderKnown(DetectedName name) {
    return genderBefore(name.span()) != Gender.UNKNOWN;
  }

  /**
   * Returns the best of the persons who fit a partial name. The criteria are, in this order: the
   * person's gender is known and agrees; the same title is before the person's full name; after the
   * title of an office, the person has no full name, because such persons are well known and rarely
   * named in full; more mentions by the family name alone, because relatives next to such a person
   * are rarely mentioned so; the most recent mention.
   */
  private Optional<Person> nearest(DetectedName name, Gender gender, Predicate<Person> hasName) {
    PersonName form = PersonName.of(name.text());
    boolean office = OFFICE.matcher(before(name.span())).find();
    Optional<String> title = title(name);
    Optional<String> sameOffice = office(name);
    return persons.stream()
        .filter(hasName)
        .filter(person -> person.gender().fits(gender))
        .max(
            Comparator.comparing((Person person) -> hasGender(person, gender))
                .thenComparing(person -> title.filter(person.titles::contains).isPresent())
                .thenComparing(person -> sameOffice.filter(person.offices::contains).isPresent())
                .thenComparing(person -> office && !person.isFull())
                .thenComparingInt(person -> COMMON.contains(form.family()) ? 0 : person.surnames)
                .thenComparingInt(person -> person.lastBefore(name.span().begin()))
                .thenComparing(person -> -person.first()));
  }

  /** Tests whether a person is known to have the gender of a title. */
  private static boolean hasGender(Person person, Gender gender) {
    return gender != Gender.UNKNOWN && person.gender() == gender;
  }

  /** Returns the gender indicated by a title directly before the name. */
  private Gender genderBefore(Span name) {
    return PersonName.genderOfTitle(wordBefore(name));
  }

  private String wordBefore(Span name) {
    String before = before(name).stripTrailing();
    return before.substring(before.lastIndexOf(' ') + 1);
  }

  /** Returns the characters before a name, with each line end replaced by a space. */
  private String before(Span name) {
    int begin = Math.max(0, name.begin() - CONTEXT_LENGTH);
    return begin == name.begin()
        ? ""
        : text.substring(new Span(begin, name.begin())).replace('\n', ' ').replace('\r', ' ');
  }

  /**
   * Returns the person whose relative this name is: "Brendan Cox - husband of Jo". A word that is
   * already a person's family name is not a given name.
   */
  private Optional<Person> relative(DetectedName name, String word) {
    String before = before(name.span());
    Matcher kin = BETWEEN_KIN.matcher(before);
    if (!kin.find() || persons.stream().anyMatch(person -> person.hasFamily(word))) {
      return Optional.empty();
    }
    int end = name.span().begin() - before.codePointCount(kin.start(), before.length());
    return persons.stream()
        .filter(Person::isFull)
        .filter(person -> person.names.stream().anyMatch(it -> it.span().end() == end))
        .findFirst();
  }

  private static String familyOf(Person person) {
    return person.distinct.stream().filter(PersonName::isFull).findFirst().orElseThrow().family();
  }
}
