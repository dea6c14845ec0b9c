package org.newsgraph.extract;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.newsgraph.article.Span;
import org.newsgraph.article.Text;

/**
 * Tells which names of an article are persons', each by itself and all together: a word that is a
 * person's in one place and a company's in another is mostly one and the same.
 *
 * <p>Places are let be: an article may well speak of Washington the man and of Washington the city.
 */
final class NameKinds {
  private static final Pattern TITLED =
      Pattern.compile("\\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady|Prof)\\.? $");

  /** How far back, in code points, a title may begin. */
  private static final int NEAR = 8;

  private final Text text;

  /** How often a text is a person's, less how often it is a thing's that is no place. */
  private final Map<String, Integer> votes = new HashMap<>();

  private final Set<String> families = new HashSet<>();
  private final Set<String> givens = new HashSet<>();
  private final Set<String> partsOfThings = new HashSet<>();

  private NameKinds(Text text, List<Name> names) {
    this.text = text;
    for (Name name : names) {
      PersonName form = PersonName.of(name.text());
      if (name.type() == EntityType.PERSON) {
        votes.merge(name.text(), 1, Integer::sum);
        if (form.isFull()) {
          families.add(form.family());
          givens.add(form.given());
        }
      } else if (name.type() != EntityType.PLACE) {
        votes.merge(name.text(), -1, Integer::sum);
        if (form.isFull()) {
          partsOfThings.addAll(ShortForms.ofOrganisation(name.text()));
        }
      }
    }
  }

  static Set<Name> ofPersons(Text text, List<Name> names) {
    NameKinds kinds = new NameKinds(text, names);
    Set<Name> persons = new HashSet<>();
    names.stream().filter(kinds::isPerson).forEach(persons::add);
    return persons;
  }

  private boolean isPerson(Name name) {
    boolean labelled = name.type() == EntityType.PERSON;
    if (name.type() == EntityType.PLACE || WellKnownNames.of(name.text()).isPresent()) {
      return labelled;
    }
    boolean family = families.contains(name.text());
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

  private boolean isTitled(Name name) {
    int begin = name.span().begin();
    return begin > 0 && TITLED.matcher(text.at(new Span(Math.max(0, begin - NEAR), begin))).find();
  }
}
