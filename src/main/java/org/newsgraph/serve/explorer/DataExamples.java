package org.newsgraph.serve.explorer;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.newsgraph.graph.News;
import org.newsgraph.io.IsoDay;
import org.newsgraph.query.GraphValues;
import org.newsgraph.query.entity.EntityLabels;

/**
 * Examples for forms and queries, taken from the database at hand. Each is empty if the database
 * has none, or while its rankings are being counted.
 *
 * @param speaker the name of the most quoted speaker
 * @param topic the name of the most discussed entity
 * @param role a role of one of the most quoted speakers
 * @param day the date of the latest article, in ISO 8601
 */
record DataExamples(String speaker, String topic, String role, String day) {
  /** Number of speakers whose roles are looked up. */
  private static final int SPEAKERS = 5;

  static DataExamples of(Explorer explorer) {
    List<Node> quoted = explorer.mostQuoted().stream().limit(SPEAKERS).toList();
    List<Node> discussed = explorer.mostDiscussed();
    return new DataExamples(
        name(explorer, quoted),
        name(explorer, discussed),
        quoted.isEmpty() ? "" : explorer.store().read(dataset -> role(dataset, quoted)),
        explorer.articlesByDate().snapshot().latest().stream()
            .findFirst()
            .map(it -> IsoDay.of(it.issued()))
            .orElse(""));
  }

  private static String name(Explorer explorer, List<Node> entities) {
    return entities.isEmpty()
        ? ""
        : new EntityLabels(explorer.store()).of(entities.subList(0, 1)).get(0).name();
  }

  private static String role(DatasetGraph dataset, List<Node> speakers) {
    return speakers.stream()
        .map(it -> role(dataset, it))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse("");
  }

  private static Optional<String> role(DatasetGraph dataset, Node speaker) {
    var roles = dataset.find(Node.ANY, speaker, News.hasRole, Node.ANY);
    if (!roles.hasNext()) {
      return Optional.empty();
    }
    var role = roles.next();
    return GraphValues.text(dataset, role.getGraph(), role.getObject(), News.roleText);
  }
}
