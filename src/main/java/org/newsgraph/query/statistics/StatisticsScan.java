package org.newsgraph.query.statistics;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.graph.Node;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.apache.jena.tdb2.store.tupletable.TupleIndex;
import org.apache.jena.vocabulary.RDF;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.StatementKind;
import org.newsgraph.graph.News;
import org.newsgraph.store.NodeIdQuads;

/**
 * One scan of the POSG index of TDB2, in which equal triples of several graphs are adjacent. Tuples
 * are graph, subject, property, value.
 */
final class StatisticsScan {
  private static final String INDEX = "POSG";

  /** Number of quads between two checks for interruption. */
  private static final long INTERRUPT_CHECK_INTERVAL = 1 << 16;

  private final NodeTable nodes;
  private final TupleIndex index;
  private final Map<NodeId, Long> classes = new LinkedHashMap<>();
  private final Map<NodeId, Long> properties = new LinkedHashMap<>();
  private final Set<NodeId> entities = new HashSet<>();
  private final Set<NodeId> typed = new HashSet<>();
  private final Set<NodeId> mentioned = new HashSet<>();
  private final Set<NodeId> reports = new HashSet<>();
  private final Map<NodeId, Long> said = new LinkedHashMap<>();
  private final Set<NodeId> unsaid;
  private long quads;
  private long speakers;

  StatisticsScan(DatasetGraphTDB dataset) {
    NodeIdQuads ids = new NodeIdQuads(dataset);
    ids.reports().forEachRemaining(it -> reports.add(it.subject()));
    this.unsaid = ids.unsaid();
    this.nodes = dataset.getQuadTable().getNodeTupleTable().getNodeTable();
    this.index =
        Arrays.stream(dataset.getQuadTable().getNodeTupleTable().getTupleTable().getIndexes())
            .filter(it -> it.getName().equals(INDEX))
            .findFirst()
            .orElseThrow();
  }

  /**
   * Counts.
   *
   * @throws CancellationException if the thread is interrupted meanwhile
   */
  DatasetStatistics statistics() {
    scan();
    Map<StatementKind, Long> statements = new LinkedHashMap<>();
    for (StatementKind kind : StatementKind.values()) {
      statements.put(kind, said.getOrDefault(id(News.typeOf(kind)), 0L));
    }
    Map<EntityType, Long> named = new LinkedHashMap<>();
    for (EntityType type : EntityType.values()) {
      named.put(type, type == EntityType.OTHER ? others() : ofClass(News.typeOf(type)));
    }
    return new DatasetStatistics(
        ofClass(News.Article),
        statements,
        said.getOrDefault(id(News.SpeechActReport), 0L),
        speakers,
        named,
        ofClass(News.Mention),
        ofClass(News.Role),
        quads,
        byIri(classes),
        byIri(properties));
  }

  private void scan() {
    NodeId type = id(RDF.type.asNode());
    NodeId speaker = id(News.speaker);
    NodeId refersTo = id(News.refersTo);
    NodeId entity = id(News.Entity);
    Set<NodeId> entityTypes =
        new HashSet<>(List.of(id(News.Person), id(News.Organisation), id(News.Place)));
    NodeId lastProperty = null;
    NodeId lastValue = null;
    NodeId lastSubject = null;
    NodeId lastSpeaker = null;
    for (Iterator<Tuple<NodeId>> all = index.all(); all.hasNext(); ) {
      Tuple<NodeId> quad = all.next();
      if (++quads % INTERRUPT_CHECK_INTERVAL == 0 && Thread.interrupted()) {
        throw new CancellationException();
      }
      NodeId subject = quad.get(1);
      NodeId property = quad.get(2);
      NodeId value = quad.get(3);
      boolean sameValue = property.equals(lastProperty) && value.equals(lastValue);
      if (sameValue && subject.equals(lastSubject)) {
        continue;
      }
      properties.merge(property, 1L, Long::sum);
      if (property.equals(type)) {
        classes.merge(value, 1L, Long::sum);
        if (!unsaid.contains(subject)) {
          said.merge(value, 1L, Long::sum);
        }
        if (value.equals(entity)) {
          entities.add(subject);
        } else if (entityTypes.contains(value)) {
          typed.add(subject);
        }
      } else if (property.equals(speaker)) {
        boolean counts = !reports.contains(subject) && !unsaid.contains(subject);
        if (counts && !value.equals(lastSpeaker)) {
          speakers++;
          lastSpeaker = value;
        }
      } else if (!sameValue && property.equals(refersTo)) {
        mentioned.add(value);
      }
      lastProperty = property;
      lastValue = value;
      lastSubject = subject;
    }
  }

  /** Returns a term's id, or {@code NodeDoesNotExist} if the database lacks the term. */
  private NodeId id(Node term) {
    return nodes.getNodeIdForNode(term);
  }

  private long ofClass(Node type) {
    return classes.getOrDefault(id(type), 0L);
  }

  /**
   * Counts the entities that are mentioned, unlike described speakers, and are not persons,
   * organisations or places.
   */
  private long others() {
    return entities.stream().filter(it -> mentioned.contains(it) && !typed.contains(it)).count();
  }

  private Map<String, Long> byIri(Map<NodeId, Long> counts) {
    Map<String, Long> sorted = new TreeMap<>();
    counts.forEach((id, count) -> sorted.put(nodes.getNodeForNodeId(id).toString(), count));
    return sorted;
  }
}
