package org.newsgraph.extract.name;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.newsgraph.article.Span;
import org.newsgraph.article.Text;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.PersonName;

/**
 * Decides which names of an article are names of persons, from each name and its context and from
 * all names together: a text that is a person's name in one place and a company's in another mostly
 * refers to the same entity.
 *
 * <p>Names labelled as places are mostly left unchanged, because an article may mention both
 * Washington the man and Washington the city. Only a family name that is labelled as a place
 * exactly once, and not after a word such as "in", is reclassified as the person's.
 */
public final class PersonNameClassifier {
  private static final Pattern TITLE_BEFORE =
      Pattern.compile("\\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady|Prof)\\.?\\s+$");

  private static final Pattern PLACE_PREPOSITION =
      Pattern.compile("\\b(?:in|at|from|near|outside|around|across)\\s+$");

  /** Number of code points before a name that are searched for a title or a preposition. */
  private static final int CONTEXT_LENGTH = 8;

  private final Text text;

  /**
   * Number of occurrences of a text that are labelled as a person, less those labelled as anything
   * but a person or place.
   */
  private final Map<String, Integer> votes = new HashMap<>();

  /** Number of occurrences of a text that are labelled as a place. */
  private final Map<String, Integer> places = new HashMap<>();

  private final Set<String> families = new HashSet<>();
  private final Set<String> givens = new HashSet<>();
  private final Set<String> shortFormsOfOthers = new HashSet<>();

  private PersonNameClassifier(Text text, List<DetectedName> names) {
    this.text = text;
    for (DetectedName name : names) {
      PersonName form = PersonName.of(name.text());
      if (name.type() == EntityType.PERSON) {
        votes.merge(name.text(), 1, Integer::sum);
        if (form.isFull()) {
          families.add(PersonName.familyKey(form.family()));
          givens.add(form.given());
        }
      } else if (name.type() == EntityType.PLACE) {
        places.merge(name.text(), 1, Integer::sum);
      } else {
        votes.merge(name.text(), -1, Integer::sum);
        if (form.isFull()) {
          shortFormsOfOthers.addAll(ShortForms.ofOrganisation(name.text()));
        }
      }
    }
  }

  /** Returns the names that are names of persons. */
  public static Set<DetectedName> ofPersons(Text text, List<DetectedName> names) {
    PersonNameClassifier classifier = new PersonNameClassifier(text, names);
    Set<DetectedName> persons = new HashSet<>();
    names.stream().filter(classifier::isPerson).forEach(persons::add);
    return persons;
  }

  private boolean isPerson(DetectedName name) {
    boolean labelled = name.type() == EntityType.PERSON;
    boolean family = families.contains(PersonName.familyKey(name.text()));
    var known = Gazetteer.of(name.text());
    if (known.isPresent()) {
      return labelled && known.get().type() != EntityType.OTHER;
    }
    if (name.type() == EntityType.PLACE) {
      return family && places.get(name.text()) == 1 && !followsPlacePreposition(name);
    }
    boolean part = shortFormsOfOthers.contains(name.text());
    if (labelled && (followsTitle(name) || family || givens.contains(name.text()))) {
      return true;
    }
    if (family != part && !PersonName.of(name.text()).isFull()) {
      return family;
    }
    int vote = votes.get(name.text());
    return vote == 0 ? labelled && family : vote > 0;
  }

  private boolean followsTitle(DetectedName name) {
    return TITLE_BEFORE.matcher(before(name)).find();
  }

  private boolean followsPlacePreposition(DetectedName name) {
    return PLACE_PREPOSITION.matcher(before(name)).find();
  }

  private String before(DetectedName name) {
    int begin = name.span().begin();
    return begin == 0 ? "" : text.substring(new Span(Math.max(0, begin - CONTEXT_LENGTH), begin));
  }
}
