package org.newsgraph.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.EntityType;

/**
 * The people, places and organisations of synthetic articles. Their frequencies follow Zipf's law:
 * the second is half as frequent as the first, the third a third as frequent.
 */
final class Cast {
  /**
   * A person with an office.
   *
   * @param entity the person
   * @param family family name
   * @param woman whether the person is a woman
   * @param office office of the person
   * @param of organisation in which the office is held
   */
  record Person(Entity entity, String family, boolean woman, String office, Entity of) {}

  private static final String[] WOMEN =
      "Anna Alice Beth Carol Clara Diane Ellen Emma Grace Helen Irene Jane Julia Karen Laura Linda Maria Nora Rachel Sarah Susan Vera"
          .split(" ");
  private static final String[] MEN =
      "Adam Alan Boris Carl Daniel David Edward Frank George Henry Ivan James John Karl Martin Neil Oscar Paul Peter Robert Simon Thomas"
          .split(" ");
  private static final String[] FIRST_SYLLABLES =
      "Al Bar Bel Cal Car Dal Den Ed Fal Far Gar Hal Har Kel Lan Mar Mel Nor Or Pel Ran Sal Tar Ven Wal Wes"
          .split(" ");
  private static final String[] LAST_SYLLABLES =
      "bert bridge combe den dale field ford gate ham ing ley lock man more ner ridge ron sett son stone ton ward well wick wood worth"
          .split(" ");
  private static final String[] TOWNS =
      "bury mouth ville port minster stead haven burgh".split(" ");
  private static final String[] OFFICES =
      "mayor spokesperson director chairman president secretary treasurer professor".split(" ");
  private static final String[] BODIES =
      "Council|University|Hospital Trust|Chamber of Commerce|Transport Authority|Bank|Steel Corporation|Water Company"
          .split("\\|");

  private final List<Person> people = new ArrayList<>();
  private final List<Entity> places = new ArrayList<>();
  private final List<Entity> bodies = new ArrayList<>();
  private final double[] peopleSums;
  private final double[] placeSums;
  private final double[] bodySums;

  /**
   * @param size number of people, and five times the number of organisations, which cannot exceed
   *     eight per place
   */
  Cast(int size) {
    for (String last : TOWNS) {
      for (String first : FIRST_SYLLABLES) {
        for (String middle : List.of("", "en", "a", "i", "o", "er")) {
          places.add(entity(first + middle + last, EntityType.PLACE));
        }
      }
    }
    for (int i = 0; i < Math.max(1, Math.min(size / 5, places.size() * BODIES.length)); i++) {
      String town = places.get(i % places.size()).name();
      String body = BODIES[(i / places.size() + i) % BODIES.length];
      bodies.add(entity(town + " " + body, EntityType.ORGANISATION));
    }
    int families = FIRST_SYLLABLES.length * LAST_SYLLABLES.length;
    for (int i = 0; i < size; i++) {
      // The step is coprime to the number of families, so that neighbours in rank share no name.
      int family = (int) (i * 389L % families);
      String surname =
          FIRST_SYLLABLES[family / LAST_SYLLABLES.length]
              + LAST_SYLLABLES[family % LAST_SYLLABLES.length];
      boolean woman = i % 2 == 0;
      String[] givenNames = woman ? WOMEN : MEN;
      int given = i / families + i * 5;
      String middle = i < families * 20 ? "" : " " + (char) ('A' + i / (families * 20) % 26) + ".";
      String name = givenNames[given % givenNames.length] + middle + " " + surname;
      people.add(
          new Person(
              entity(name, EntityType.PERSON),
              surname,
              woman,
              OFFICES[i % OFFICES.length],
              bodies.get(i % bodies.size())));
    }
    peopleSums = sums(people.size());
    placeSums = sums(places.size());
    bodySums = sums(bodies.size());
  }

  private static Entity entity(String name, EntityType type) {
    return new Entity(name, type, Set.of(), true);
  }

  private static double[] sums(int size) {
    double[] sums = new double[size];
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += 1.0 / (i + 1);
      sums[i] = sum;
    }
    return sums;
  }

  private static int rank(double[] sums, SplittableRandom random) {
    int found = Arrays.binarySearch(sums, random.nextDouble() * sums[sums.length - 1]);
    return Math.min(found < 0 ? -found - 1 : found, sums.length - 1);
  }

  Person person(SplittableRandom random) {
    return people.get(rank(peopleSums, random));
  }

  Entity place(SplittableRandom random) {
    return places.get(rank(placeSums, random));
  }

  Entity body(SplittableRandom random) {
    return bodies.get(rank(bodySums, random));
  }

  /** Returns one of forty newspapers, those with a low number more often. */
  String paper(SplittableRandom random) {
    int town = (int) Math.floor(40 * Math.pow(random.nextDouble(), 2));
    String[] titles = {"Courier", "Herald", "Post", "Gazette"};
    return "The " + places.get(town).name() + " " + titles[town % titles.length];
  }

  /** Returns "She" or "He", as at the start of a sentence. */
  static String pronoun(Person person) {
    return person.woman() ? "She" : "He";
  }

  static String capitalised(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
