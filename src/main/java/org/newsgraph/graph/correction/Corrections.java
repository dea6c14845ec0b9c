package org.newsgraph.graph.correction;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.graph.Node;
import org.newsgraph.extract.Extraction;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.correction.Correction.Forget;
import org.newsgraph.graph.correction.Correction.LinkChoice;
import org.newsgraph.graph.correction.Correction.Merge;
import org.newsgraph.graph.correction.Correction.Rename;
import org.newsgraph.graph.correction.Correction.Split;
import org.newsgraph.link.Item;

/**
 * The set of all corrections. Its effect does not depend on the order in which they were entered.
 */
public final class Corrections {
  /** Empty set of corrections. */
  public static final Corrections NONE = new Corrections(List.of());

  private final SortedMap<String, Correction> bySubject = new TreeMap<>();
  private final MergeGroups merges;
  private final Map<Node, Map<Node, Split>> splits = new HashMap<>();
  private final Map<Node, Rename> renames = new HashMap<>();
  private final Map<Node, Forget> forgets = new HashMap<>();
  private final LinkChoices links;

  /**
   * Resolution of an entity after corrections.
   *
   * @param node final node of the entity
   * @param name display name, if a user gave one
   * @param removed whether the entity is removed
   * @param applied applied corrections, in order of application
   */
  public record Resolution(
      Node node, Optional<String> name, boolean removed, List<Correction> applied) {
    public Resolution {
      applied = List.copyOf(applied);
    }
  }

  private Corrections(Collection<? extends Correction> corrections) {
    // One of several conflicting corrections is kept, whatever their order.
    corrections.forEach(
        it ->
            bySubject.merge(
                it.subjectKey(),
                it,
                (a, b) -> completeForm(a).compareTo(completeForm(b)) <= 0 ? a : b));
    List<Merge> same = new ArrayList<>();
    List<LinkChoice> choices = new ArrayList<>();
    for (Correction correction : bySubject.values()) {
      if (correction instanceof Merge merge) {
        same.add(merge);
      } else if (correction instanceof Split split) {
        splits.computeIfAbsent(split.entity(), node -> new HashMap<>()).put(split.article(), split);
      } else if (correction instanceof Rename rename) {
        renames.put(rename.entity(), rename);
      } else if (correction instanceof Forget forget) {
        forgets.put(forget.entity(), forget);
      } else if (correction instanceof LinkChoice choice) {
        choices.add(choice);
      }
    }
    merges = new MergeGroups(same);
    links = new LinkChoices(choices);
  }

  public static Corrections of(Collection<? extends Correction> corrections) {
    return new Corrections(corrections);
  }

  /** Returns all corrections without duplicates. */
  public List<Correction> all() {
    return List.copyOf(bySubject.values());
  }

  /** Returns the items that users chose for entities. */
  public LinkChoices links() {
    return links;
  }

  /**
   * Returns the same corrections with the items that a knowledge base has.
   *
   * @param lookup returns the item with an IRI
   */
  public Corrections withItems(Function<String, Optional<Item>> lookup) {
    Corrections described = of(all());
    described.links.describe(lookup);
    return described;
  }

  /** Returns a digest that is equal for sets with the same effect; empty without corrections. */
  public String digest() {
    return bySubject.isEmpty()
        ? ""
        : DigestUtils.sha256Hex(
            bySubject.values().stream()
                .map(Corrections::completeForm)
                .collect(Collectors.joining("\n\n")));
  }

  private static String completeForm(Correction correction) {
    return correction.canonicalForm()
        + "\n"
        + correction.remark().note().orElse("")
        + "\n"
        + correction.remark().date().orElse("");
  }

  /** Returns all entities that occur in corrections. */
  public Set<Node> entities() {
    Set<Node> entities = new LinkedHashSet<>();
    for (Correction correction : bySubject.values()) {
      entities.add(correction.entity());
      if (correction instanceof Merge merge) {
        entities.add(merge.other());
      } else if (correction instanceof Split split) {
        entities.add(split.other());
      }
    }
    return entities;
  }

  /** Resolves an entity in articles without a distinction for it. */
  public Resolution resolve(Node entity) {
    return resolve(entity, Node.ANY);
  }

  /** Resolves an entity in an article; links are not considered. */
  public Resolution resolve(Node entity, Node article) {
    List<Correction> applied = new ArrayList<>();
    boolean splitApplied = false;
    Node current = entity;
    while (true) {
      Split split = splits.getOrDefault(current, Map.of()).get(article);
      Forget forget = forgets.get(current);
      Merge merge = merges.nextTowardsRepresentative(current);
      if (split != null && !splitApplied) {
        // At most one split applies: its result is not split again.
        splitApplied = true;
        applied.add(split);
        current = split.other();
      } else if (forget != null) {
        applied.add(forget);
        return new Resolution(current, Optional.empty(), true, applied);
      } else if (merge != null) {
        applied.add(merge);
        current = MergeGroups.other(merge, current);
      } else {
        Optional<Rename> rename = Optional.ofNullable(renames.get(current));
        rename.ifPresent(applied::add);
        return new Resolution(current, rename.map(Rename::name), false, applied);
      }
    }
  }

  /** Applies the corrections to an extraction. */
  public CorrectedExtraction correct(Extraction extraction, Iris iris) {
    return bySubject.isEmpty()
        ? new CorrectedExtraction(extraction, Map.of())
        : new CorrectionApplier(extraction, this, iris).apply();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Corrections corrections && bySubject.equals(corrections.bySubject);
  }

  @Override
  public int hashCode() {
    return bySubject.hashCode();
  }

  @Override
  public String toString() {
    return bySubject.values().stream()
        .sorted(Comparator.comparing(Correction::canonicalForm))
        .map(Correction::toString)
        .collect(Collectors.joining("\n"));
  }
}
