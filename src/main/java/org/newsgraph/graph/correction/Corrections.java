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
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.graph.Node;
import org.newsgraph.extract.Extraction;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.correction.Correction.Forget;
import org.newsgraph.graph.correction.Correction.Merge;
import org.newsgraph.graph.correction.Correction.Rename;
import org.newsgraph.graph.correction.Correction.Split;

/**
 * All that people have corrected. What it makes of an article does not depend on the order in which
 * the corrections were given.
 */
public final class Corrections {
  /** Nobody has corrected anything. */
  public static final Corrections NONE = new Corrections(List.of());

  private final SortedMap<String, Correction> byMatter = new TreeMap<>();
  private final MergeGraph merges;
  private final Map<Node, Map<Node, Split>> splits = new HashMap<>();
  private final Map<Node, Rename> renames = new HashMap<>();
  private final Map<Node, Forget> forgets = new HashMap<>();

  /**
   * What becomes of an entity.
   *
   * @param node by what it is known in the end
   * @param name to show, where a person gave one
   * @param forgotten whether it is none
   * @param applied what made it so, in the order in which one follows from the other
   */
  public record Outcome(
      Node node, Optional<String> name, boolean forgotten, List<Correction> applied) {
    public Outcome {
      applied = List.copyOf(applied);
    }
  }

  private Corrections(Collection<? extends Correction> corrections) {
    // Of those that contradict each other, one: any rule will do that does not ask for the order.
    corrections.forEach(
        it ->
            byMatter.merge(
                it.subjectKey(), it, (a, b) -> whole(a).compareTo(whole(b)) <= 0 ? a : b));
    List<Merge> same = new ArrayList<>();
    for (Correction correction : byMatter.values()) {
      if (correction instanceof Merge merge) {
        same.add(merge);
      } else if (correction instanceof Split split) {
        splits.computeIfAbsent(split.entity(), node -> new HashMap<>()).put(split.article(), split);
      } else if (correction instanceof Rename rename) {
        renames.put(rename.entity(), rename);
      } else if (correction instanceof Forget forget) {
        forgets.put(forget.entity(), forget);
      }
    }
    merges = new MergeGraph(same);
  }

  public static Corrections of(Collection<? extends Correction> corrections) {
    return new Corrections(corrections);
  }

  /** All of them, each once. */
  public List<Correction> all() {
    return List.copyOf(byMatter.values());
  }

  /** Equal for two that make the same of every article. */
  public String digest() {
    return byMatter.isEmpty()
        ? ""
        : DigestUtils.sha256Hex(
            byMatter.values().stream().map(Corrections::whole).collect(Collectors.joining("\n\n")));
  }

  private static String whole(Correction correction) {
    return correction.canonicalForm()
        + "\n"
        + correction.remark().note().orElse("")
        + "\n"
        + correction.remark().date().orElse("");
  }

  /** Every entity of which they say something. */
  public Set<Node> entities() {
    Set<Node> entities = new LinkedHashSet<>();
    for (Correction correction : byMatter.values()) {
      entities.add(correction.entity());
      if (correction instanceof Merge merge) {
        entities.add(merge.other());
      } else if (correction instanceof Split split) {
        entities.add(split.other());
      }
    }
    return entities;
  }

  /** What becomes of an entity in those articles of which nothing else is said. */
  public Outcome outcome(Node entity) {
    return outcome(entity, Node.ANY);
  }

  /** What becomes of an entity that is found in an article. */
  public Outcome outcome(Node entity, Node article) {
    List<Correction> applied = new ArrayList<>();
    boolean apart = false;
    Node here = entity;
    while (true) {
      Split split = splits.getOrDefault(here, Map.of()).get(article);
      Forget forget = forgets.get(here);
      Merge merge = merges.nextTowardsRepresentative(here);
      if (split != null && !apart) {
        // Once: what is another thing there is not a third one, too.
        apart = true;
        applied.add(split);
        here = split.other();
      } else if (forget != null) {
        applied.add(forget);
        return new Outcome(here, Optional.empty(), true, applied);
      } else if (merge != null) {
        applied.add(merge);
        here = MergeGraph.other(merge, here);
      } else {
        Optional<Rename> rename = Optional.ofNullable(renames.get(here));
        rename.ifPresent(applied::add);
        return new Outcome(here, rename.map(Rename::name), false, applied);
      }
    }
  }

  /** An article's findings as people have corrected them. */
  public CorrectedExtraction correct(Extraction extraction, Iris iris) {
    return byMatter.isEmpty()
        ? new CorrectedExtraction(extraction, Map.of())
        : new CorrectionApplier(extraction, this, iris).corrected();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Corrections corrections && byMatter.equals(corrections.byMatter);
  }

  @Override
  public int hashCode() {
    return byMatter.hashCode();
  }

  @Override
  public String toString() {
    return byMatter.values().stream()
        .sorted(Comparator.comparing(Correction::canonicalForm))
        .map(Correction::toString)
        .collect(Collectors.joining("\n"));
  }
}
