package org.newsgraph.serve.explorer;

import java.util.List;
import java.util.stream.Collectors;

/** The words that pages use for the types of entities. */
final class EntityTypeLabel {
  private EntityTypeLabel() {}

  /**
   * Returns the label of types: "Person", "Other"; "Unnamed source" for a speaker without a name.
   *
   * @param types local names of classes of the ontology: "Person", "Entity"
   */
  static String of(List<String> types) {
    return types.isEmpty()
        ? "Unnamed source"
        : types.stream()
            .map(it -> it.equals("Entity") ? "Other" : it)
            .collect(Collectors.joining(", "));
  }
}
