package org.newsgraph.link;

import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.Extraction;
import org.newsgraph.extract.Mention;
import org.newsgraph.extract.PersonName;
import org.newsgraph.extract.PersonName.Gender;
import org.newsgraph.extract.Relation;
import org.newsgraph.extract.Speaker;
import org.newsgraph.extract.Statement;
import org.newsgraph.extract.StatementTime;

/**
 * An article's facts about a person that rule out namesakes of another sex, another age or another
 * time. A fact that is missing here or in the knowledge base rules out nobody.
 *
 * @param gender sex that a title before the name shows: "Mrs"
 * @param bornIn year of birth, by the age and the date of the article
 * @param spokeIn last year in which the person made a statement whose time the article gives, as
 *     only the living do
 * @param published year of the article
 */
record PersonProfile(
    Gender gender,
    Optional<Integer> bornIn,
    Optional<Integer> spokeIn,
    Optional<Integer> published) {
  /** Maximum difference in years between two years of birth of the same person. */
  private static final int BIRTH_TOLERANCE = 2;

  /** Age in years below which nobody makes statements in the news. */
  private static final int MIN_SPEAKER_AGE = 4;

  private static final Pattern YEAR = Pattern.compile("^-?\\d{1,4}(?=-|$)");
  private static final String MALE = Item.WIKIDATA + "Q6581097";
  private static final String FEMALE = Item.WIKIDATA + "Q6581072";

  /** Collects what an article states about one of its people. */
  static PersonProfile of(Entity person, Extraction extraction) {
    Optional<Integer> published =
        extraction.article().metadata().published().flatMap(PersonProfile::year);
    Optional<Integer> age =
        extraction.relations().stream()
            .filter(it -> it instanceof Relation.Age && it.entity().equals(person))
            .map(it -> ((Relation.Age) it).years())
            .findFirst();
    return new PersonProfile(
        gender(person, extraction),
        published.flatMap(year -> age.map(years -> year - years)),
        extraction.statements().stream()
            .filter(it -> isBy(person, it))
            .flatMap(it -> it.saidOn().map(StatementTime::value).stream())
            .filter(time -> time.isSupported(ChronoField.YEAR))
            .map((Temporal time) -> time.get(ChronoField.YEAR))
            .max(Integer::compare),
        published);
  }

  private static Gender gender(Entity person, Extraction extraction) {
    return extraction.mentions().stream()
        .filter(mention -> mention.entity().equals(person))
        .map(Mention::text)
        .map(text -> PersonName.genderOfTitle(text.split("\\s", 2)[0]))
        .filter(gender -> gender != Gender.UNKNOWN)
        .findFirst()
        .orElse(Gender.UNKNOWN);
  }

  private static boolean isBy(Entity person, Statement statement) {
    return statement
        .speaker()
        .filter(it -> it instanceof Speaker.Known known && known.entity().equals(person))
        .isPresent();
  }

  /** Tests whether nothing is known that could rule out an item. */
  boolean isEmpty() {
    return gender == Gender.UNKNOWN && bornIn.isEmpty() && spokeIn.isEmpty() && published.isEmpty();
  }

  /** Tests whether the facts about an item show that it is another person. */
  boolean contradicts(List<Fact> facts) {
    Optional<Integer> birth = year(facts, Fact.Property.BIRTH);
    Optional<Integer> death = year(facts, Fact.Property.DEATH);
    boolean otherAge =
        bornIn.isPresent()
            && birth.isPresent()
            && Math.abs(bornIn.get() - birth.get()) > BIRTH_TOLERANCE;
    boolean unborn = published.isPresent() && birth.isPresent() && birth.get() > published.get();
    boolean tooYoung =
        spokeIn.isPresent() && birth.isPresent() && birth.get() + MIN_SPEAKER_AGE > spokeIn.get();
    boolean dead = spokeIn.isPresent() && death.isPresent() && death.get() < spokeIn.get();
    return otherAge || unborn || tooYoung || dead || isOtherSex(facts);
  }

  private boolean isOtherSex(List<Fact> facts) {
    return switch (gender) {
      case MALE -> hasGender(facts, FEMALE);
      case FEMALE -> hasGender(facts, MALE);
      default -> false;
    };
  }

  private static boolean hasGender(List<Fact> facts, String iri) {
    return facts.stream()
        .filter(fact -> fact.property() == Fact.Property.GENDER)
        .anyMatch(fact -> fact.value() instanceof Fact.Thing thing && thing.iri().equals(iri));
  }

  private static Optional<Integer> year(List<Fact> facts, Fact.Property property) {
    List<Integer> years =
        facts.stream()
            .filter(fact -> fact.property() == property)
            .map(fact -> fact.value() instanceof Fact.Date date ? year(date.iso()) : noYear())
            .flatMap(Optional::stream)
            .distinct()
            .toList();
    // Knowledge bases that disagree prove nothing.
    return years.size() == 1 ? Optional.of(years.get(0)) : Optional.empty();
  }

  private static Optional<Integer> noYear() {
    return Optional.empty();
  }

  private static Optional<Integer> year(String iso) {
    Matcher year = YEAR.matcher(iso);
    return year.find() ? Optional.of(Integer.valueOf(year.group())) : Optional.empty();
  }
}
