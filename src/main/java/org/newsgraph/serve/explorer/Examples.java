package org.newsgraph.serve.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.newsgraph.query.SparqlRunner;

/** The example queries that come with the program. */
final class Examples {
  private final List<Group> groups = new ArrayList<>();

  /** A heading and the examples below it. */
  record Group(String title, List<Example> examples) {}

  /**
   * An example query.
   *
   * @param name the file name
   * @param title the first sentence of the comment at its top
   * @param note the other sentences of that comment
   */
  record Example(String name, String title, String note, String query) {}

  Examples() {
    for (String line : SparqlRunner.resource(Examples.class, "examples.txt").lines().toList()) {
      if (line.startsWith("= ")) {
        groups.add(new Group(line.substring(2), new ArrayList<>()));
      } else if (line.endsWith(".rq")) {
        groups.get(groups.size() - 1).examples().add(read(line));
      }
    }
  }

  private static Example read(String name) {
    String query = SparqlRunner.resource(Examples.class, "queries/" + name);
    String comment =
        query
            .lines()
            .takeWhile(line -> line.startsWith("#"))
            .map(line -> line.substring(1).strip())
            .collect(Collectors.joining(" "));
    String[] parts = comment.split("(?<=[.?]) (?=\\p{Lu})", 2);
    return new Example(name, parts[0], parts.length > 1 ? parts[1] : "", query.strip());
  }

  List<Group> groups() {
    return groups;
  }

  Optional<Example> find(String name) {
    return groups.stream()
        .flatMap(group -> group.examples().stream())
        .filter(example -> example.name().equals(name))
        .findFirst();
  }
}
