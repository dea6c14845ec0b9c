package org.newsgraph.query.entity;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.vocabulary.RDF;
import org.newsgraph.extract.ReportStatus;
import org.newsgraph.graph.News;
import org.newsgraph.store.NodeIdQuads;

/**
 * How often an entity occurs. All occurrences are counted by id, without reading them.
 *
 * @param statements number of statements that it made
 * @param statementsAbout number of statements that were made about it
 * @param articles number of articles that mention it
 * @param mentions number of its mentions
 */
public record EntityCounts(long statements, long statementsAbout, long articles, long mentions) {
  /** Counts the occurrences of an entity. */
  public static EntityCounts of(DatasetGraph dataset, Node entity) {
    NodeIdQuads ids = new NodeIdQuads(dataset);
    return new EntityCounts(
        statements(ids, News.speaker, entity),
        statements(ids, News.about, entity),
        articles(ids, entity),
        mentions(ids, entity));
  }

  private static long statements(NodeIdQuads ids, Node property, Node entity) {
    Node said = News.of(ReportStatus.SAID);
    long count = 0;
    for (var quads = ids.withProperty(property, entity); quads.hasNext(); ) {
      NodeIdQuads.IdQuad quad = quads.next();
      if (ids.contains(quad.graph(), quad.subject(), RDF.type.asNode(), News.Statement)
          && ids.contains(quad.graph(), quad.subject(), News.reportStatus, said)) {
        count++;
      }
    }
    return count;
  }

  private static long articles(NodeIdQuads ids, Node entity) {
    long count = 0;
    for (var quads = ids.withProperty(News.mentions, entity); quads.hasNext(); ) {
      NodeIdQuads.IdQuad quad = quads.next();
      // Statements mention entities, too.
      if (quad.subject().equals(quad.graph())) {
        count++;
      }
    }
    return count;
  }

  private static long mentions(NodeIdQuads ids, Node entity) {
    long count = 0;
    NodeId last = null;
    for (var quads = ids.withProperty(News.refersTo, entity); quads.hasNext(); ) {
      NodeId mention = quads.next().subject();
      if (!mention.equals(last)) {
        count++;
      }
      last = mention;
    }
    return count;
  }
}
