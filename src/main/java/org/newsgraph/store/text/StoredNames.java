package org.newsgraph.store.text;

import java.util.List;
import java.util.stream.Stream;

/**
 * The names of a resource, as the text index holds them.
 *
 * @param labels its distinct labels, in alphabetical order; articles may give different ones
 * @param otherNames its distinct alternative names, in alphabetical order
 */
public record StoredNames(List<String> labels, List<String> otherNames) {
  public StoredNames {
    labels = List.copyOf(labels);
    otherNames = List.copyOf(otherNames);
  }

  /** Returns all distinct names, the labels first. */
  public List<String> all() {
    return Stream.concat(labels.stream(), otherNames.stream()).distinct().toList();
  }
}
