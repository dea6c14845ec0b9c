package org.newsgraph.query.suspects;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.newsgraph.extract.PersonName;
import org.newsgraph.extract.name.LegalForm;
import org.newsgraph.link.NameKey;
import org.newsgraph.query.suspects.MergeSuggestion.Reason;
import org.newsgraph.query.suspects.SharedNodes.SharedNode;
import org.newsgraph.store.NewsStore;

/**
 * Finds pairs of shared nodes that probably stand for one entity: "EADS" and "European Aeronautic
 * Defence and Space Company". Each article's graph stands alone, so one article's expansion of an
 * acronym does not change another article; people confirm the pairs.
 */
public final class MergeSuggestions {
  /** Maximum number of nodes with a common key; more of them are no evidence. */
  private static final int MAX_NODES = 4;

  /** Maximum number of people with a family name that are compared. */
  private static final int MAX_FAMILY = 60;

  private static final Pattern ACRONYM = Pattern.compile("\\p{Lu}[\\p{Lu}&.]{1,8}");
  private static final Pattern SPACE = Pattern.compile("[\\s-]+");

  private final Map<Set<String>, Set<Reason>> reasons = new HashMap<>();
  private final List<SharedNode> nodes;
  private final Map<String, List<SharedNode>> byLabel;

  private MergeSuggestions(List<SharedNode> nodes) {
    this.nodes = nodes;
    this.byLabel = index(nodes, it -> keys(it.labels));
  }

  /** Returns all suggestions, the most frequent first. Reads the complete database. */
  public static List<MergeSuggestion> of(NewsStore store) {
    return store.read(
        dataset -> new MergeSuggestions(SharedNodes.read(dataset, store.iris())).find());
  }

  private List<MergeSuggestion> find() {
    addGroups(index(nodes, it -> it.items), Reason.SAME_ITEM);
    addGroups(index(nodes, it -> keys(it.labels)), Reason.ACCENTS);
    nodes.forEach(this::addOtherNames);
    List<SharedNode> others = nodes.stream().filter(it -> !it.person).toList();
    addInitials(others);
    addGroups(index(others, MergeSuggestions::withoutLegalForm), Reason.LEGAL_FORM);
    index(nodes.stream().filter(it -> it.person).toList(), MergeSuggestions::families)
        .values()
        .forEach(this::addPersons);
    Map<String, SharedNode> byIri = new HashMap<>();
    nodes.forEach(it -> byIri.put(it.iri, it));
    return reasons.entrySet().stream()
        .map(it -> suggestion(it.getKey().stream().map(byIri::get).toList(), it.getValue()))
        .sorted(
            Comparator.comparingLong(MergeSuggestion::weight)
                .thenComparingLong(it -> it.left().mentions())
                .reversed()
                .thenComparing(it -> it.left().iri())
                .thenComparing(it -> it.right().iri()))
        .toList();
  }

  private static MergeSuggestion suggestion(List<SharedNode> pair, Set<Reason> reasons) {
    List<SharedNode> ordered =
        pair.stream()
            .sorted(
                Comparator.comparingLong((SharedNode it) -> it.mentions)
                    .reversed()
                    .thenComparing(it -> it.iri))
            .toList();
    return new MergeSuggestion(
        ordered.get(0).named(), ordered.get(1).named(), List.copyOf(reasons));
  }

  private static Map<String, List<SharedNode>> index(
      List<SharedNode> nodes, Function<SharedNode, Collection<String>> keys) {
    Map<String, List<SharedNode>> index = new TreeMap<>();
    for (SharedNode node : nodes) {
      for (String key : new LinkedHashSet<>(keys.apply(node))) {
        index.computeIfAbsent(key, it -> new ArrayList<>()).add(node);
      }
    }
    return index;
  }

  private void addGroups(Map<String, List<SharedNode>> groups, Reason reason) {
    for (List<SharedNode> group : groups.values()) {
      if (group.size() <= MAX_NODES) {
        for (int i = 0; i < group.size(); i++) {
          for (int j = i + 1; j < group.size(); j++) {
            add(group.get(i), group.get(j), reason);
          }
        }
      }
    }
  }

  private void add(SharedNode left, SharedNode right, Reason reason) {
    // Two items of the knowledge base are two entities.
    boolean distinct = !left.items.isEmpty() && !right.items.isEmpty();
    if (left != right && left.person == right.person && (!distinct || reason == Reason.SAME_ITEM)) {
      reasons
          .computeIfAbsent(Set.of(left.iri, right.iri), it -> EnumSet.noneOf(Reason.class))
          .add(reason);
    }
  }

  /** Adds the nodes whose label is another name of a node in its articles. */
  private void addOtherNames(SharedNode node) {
    for (String name : node.otherNames) {
      List<SharedNode> named = byLabel.getOrDefault(key(name).replace(" ", ""), List.of());
      if (named.size() < MAX_NODES) {
        if (ACRONYM.matcher(name).matches()) {
          named.forEach(it -> add(node, it, Reason.EXPANSION));
        } else if (name.contains(" ") && !node.iri.endsWith(")")) {
          // A single word is rarely enough, and "Senate" is short for "Senate (Kenya)" anywhere.
          named.forEach(it -> add(node, it, Reason.OTHER_NAME));
        }
      }
    }
  }

  /** Adds acronyms and the only name that has their letters as initials. */
  private void addInitials(List<SharedNode> others) {
    Map<String, List<SharedNode>> byInitials =
        index(others, it -> it.labels.stream().map(MergeSuggestions::initials).toList());
    for (SharedNode node : others) {
      for (String label : node.labels) {
        List<SharedNode> named = byInitials.getOrDefault(label.replace(".", ""), List.of());
        if (ACRONYM.matcher(label).matches() && label.length() > 2 && named.size() == 1) {
          add(node, named.get(0), Reason.INITIALS);
        }
      }
    }
  }

  /** Returns the initials of a name of several words: "USAF" for "U.S. Air Force". */
  private static String initials(String name) {
    String[] words = SPACE.split(name, -1);
    StringBuilder initials = new StringBuilder();
    for (String word : words) {
      String bare = word.replace(".", "");
      boolean acronym = bare.length() > 1 && bare.equals(bare.toUpperCase(Locale.ROOT));
      if (!bare.isEmpty() && Character.isUpperCase(bare.charAt(0))) {
        initials.append(acronym ? bare : bare.substring(0, 1));
      }
    }
    return words.length > 1 ? initials.toString() : "";
  }

  private static Set<String> withoutLegalForm(SharedNode node) {
    Set<String> bare = new HashSet<>();
    for (String label : node.labels) {
      String company = LegalForm.without(label);
      bare.add(key(company));
      if (!company.equals(label) && company.indexOf(' ') > 0) {
        bare.add(key(company.substring(0, company.indexOf(' '))));
      }
    }
    return bare;
  }

  private static Set<String> families(SharedNode node) {
    Set<String> families = new HashSet<>();
    node.labels.forEach(it -> families.add(PersonName.familyKey(PersonName.of(it).family())));
    return families;
  }

  private void addPersons(List<SharedNode> family) {
    if (family.size() > MAX_FAMILY) {
      return;
    }
    for (int i = 0; i < family.size(); i++) {
      for (int j = i + 1; j < family.size(); j++) {
        PersonName left = PersonName.of(family.get(i).named().name());
        PersonName right = PersonName.of(family.get(j).named().name());
        if (isPart(left, right) || isPart(right, left)) {
          add(family.get(i), family.get(j), Reason.PART_OF_NAME);
        } else if (left.isSpelledLike(right)) {
          add(family.get(i), family.get(j), Reason.SPELLING);
        }
      }
    }
  }

  private static boolean isPart(PersonName part, PersonName full) {
    Set<String> words = Set.copyOf(List.of(SPACE.split(key(full.full()), -1)));
    List<String> parts = List.of(SPACE.split(key(part.full()), -1));
    return parts.size() > 1
        && parts.size() < words.size()
        && words.containsAll(parts)
        && key(part.given()).equals(key(full.given()));
  }

  private static Set<String> keys(Collection<String> names) {
    Set<String> keys = new HashSet<>();
    names.forEach(it -> keys.add(key(it).replace(" ", "")));
    return keys;
  }

  private static String key(String name) {
    return NameKey.of(name);
  }
}
