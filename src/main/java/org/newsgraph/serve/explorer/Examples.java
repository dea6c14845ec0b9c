package org.newsgraph.serve.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.newsgraph.query.SparqlRunner;

/** The example queries that come with the program. */
final class Examples {
  /** The names that the queries contain, to be replaced by names of the database at hand. */
  private static final String SPEAKER = "Seumas Milne";

  private static final String TOPIC = "Aleppo";

  /** A query with the coordinates of its place, which another name would not fit. */
  private static final String FIXED = "places-near.rq";

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

  private Examples(List<Group> groups) {
    this.groups.addAll(groups);
  }

  /** Returns the examples with the most quoted speaker and the most discussed entity in them. */
  Examples about(DataExamples data) {
    return new Examples(
        groups.stream()
            .map(
                group ->
                    new Group(
                        group.title(),
                        group.examples().stream().map(it -> about(it, data)).toList()))
            .toList());
  }

  private static Example about(Example example, DataExamples data) {
    return example.name().equals(FIXED)
        ? example
        : new Example(
            example.name(),
            replaced(example.title(), data),
            replaced(example.note(), data),
            replaced(example.query(), data));
  }

  private static String replaced(String text, DataExamples data) {
    String spoken = isPlain(data.speaker()) ? text.replace(SPEAKER, data.speaker()) : text;
    return isPlain(data.topic()) ? spoken.replace(TOPIC, data.topic()) : spoken;
  }

  /** Tests whether a name can stand in a string and a comment of a query. */
  private static boolean isPlain(String name) {
    return !name.isEmpty() && name.length() < 80 && !name.matches("(?s).*[\"'\\\\\n\r].*");
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
