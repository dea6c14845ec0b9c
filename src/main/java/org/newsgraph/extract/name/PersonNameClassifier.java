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
 * Tells which names of an article are persons', each by itself and all together: a word that is a
 * person's in one place and a company's in another is mostly one and the same.
 *
 * <p>Places are mostly let be: an article may well speak of Washington the man and of Washington
 * the city. Only a family name that is labelled as a place once, and not after "in", is the
 * person's.
 */
public final class PersonNameClassifier {
  private static final Pattern TITLED =
      Pattern.compile("\\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady|Prof)\\.?\\s+$");

  private static final Pattern WHERE =
      Pattern.compile("\\b(?:in|at|from|near|outside|around|across)\\s+$");

  /** How far back, in code points, what stands before a name may begin. */
  private static final int NEAR = 8;

  private final Text text;

  /** How often a text is a person's, less how often it is a thing's that is no place. */
  private final Map<String, Integer> votes = new HashMap<>();

  /** How often a text is a place's. */
  private final Map<String, Integer> places = new HashMap<>();

  private final Set<String> families = new HashSet<>();
  private final Set<String> givens = new HashSet<>();
  private final Set<String> partsOfThings = new HashSet<>();

  private PersonNameClassifier(Text text, List<DetectedName> names) {
    this.text = text;
    for (DetectedName name : names) {
      PersonName form = PersonName.of(name.text());
      if (name.type() == EntityType.PERSON) {
        votes.merge(name.text(), 1, Integer::sum);
        if (form.isFull()) {
          families.add(PersonName.core(form.family()));
          givens.add(form.given());
        }
      } else if (name.type() == EntityType.PLACE) {
        places.merge(name.text(), 1, Integer::sum);
      } else {
        votes.merge(name.text(), -1, Integer::sum);
        if (form.isFull()) {
          partsOfThings.addAll(ShortForms.ofOrganisation(name.text()));
        }
      }
    }
  }

  public static Set<DetectedName> ofPersons(Text text, List<DetectedName> names) {
    PersonNameClassifier kinds = new PersonNameClassifier(text, names);
    Set<DetectedName> persons = new HashSet<>();
    names.stream().filter(kinds::isPerson).forEach(persons::add);
    return persons;
  }

  private boolean isPerson(DetectedName name) {
    boolean labelled = name.type() == EntityType.PERSON;
    boolean family = families.contains(PersonName.core(name.text()));
    var known = Gazetteer.of(name.text());
    if (known.isPresent()) {
      return labelled && known.get().type() != EntityType.OTHER;
    }
    if (name.type() == EntityType.PLACE) {
      return family && places.get(name.text()) == 1 && !isWhere(name);
    }
    boolean part = partsOfThings.contains(name.text());
    if (labelled && (isTitled(name) || family || givens.contains(name.text()))) {
      return true;
    }
    if (family != part && !PersonName.of(name.text()).isFull()) {
      return family;
    }
    int vote = votes.get(name.text());
    return vote == 0 ? labelled && family : vote > 0;
  }

  private boolean isTitled(DetectedName name) {
    return TITLED.matcher(before(name)).find();
  }

  private boolean isWhere(DetectedName name) {
    return WHERE.matcher(before(name)).find();
  }

  private String before(DetectedName name) {
    int begin = name.span().begin();
    return begin == 0 ? "" : text.at(new Span(Math.max(0, begin - NEAR), begin));
  }
}
