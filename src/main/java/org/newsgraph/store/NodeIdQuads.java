package org.newsgraph.store;

import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.apache.jena.tdb2.store.nodetupletable.NodeTupleTable;
import org.apache.jena.vocabulary.RDF;
import org.newsgraph.extract.ReportStatus;
import org.newsgraph.graph.News;
import org.newsgraph.store.bulk.CompactableDataset;

/**
 * View of a database's quads as node ids of TDB2. Reading a term from disk takes ten times as long
 * as finding its id, and terms that are only counted, compared or sorted need not be read.
 *
 * <p>Valid for one transaction, because compaction assigns new ids to all terms.
 */
public final class NodeIdQuads {
  private static final NodeId ANY = NodeId.NodeIdAny;

  private final NodeTupleTable quads;
  private final NodeTable terms;

  /** A quad of node ids. Two ids are equal if and only if their terms are. */
  public record IdQuad(NodeId graph, NodeId subject, NodeId property, NodeId value) {
    private static IdQuad of(Tuple<NodeId> tuple) {
      return new IdQuad(tuple.get(0), tuple.get(1), tuple.get(2), tuple.get(3));
    }
  }

  /** Creates a view for the dataset's current transaction. */
  public NodeIdQuads(DatasetGraph dataset) {
    this.quads = CompactableDataset.generation(dataset).getQuadTable().getNodeTupleTable();
    this.terms = quads.getNodeTable();
  }

  /** Returns the quads with a property, grouped by value. */
  public Iterator<IdQuad> withProperty(Node property) {
    return find(ANY, ANY, id(property), ANY);
  }

  /** Returns the quads with a property and value, grouped by subject. */
  public Iterator<IdQuad> withProperty(Node property, Node value) {
    return find(ANY, ANY, id(property), id(value));
  }

  /**
   * Returns the quads with this property whose subjects are statements that were said, grouped by
   * value. Reports of speech acts, which share properties with statements, are left out.
   */
  public Iterator<IdQuad> ofSaidStatements(Node property) {
    Set<NodeId> others = unsaid();
    reports().forEachRemaining(it -> others.add(it.subject()));
    return Iter.filter(withProperty(property), it -> !others.contains(it.subject()));
  }

  /** Returns the statements and reports with a status other than said. They are few. */
  public Set<NodeId> unsaid() {
    Set<NodeId> unsaid = new HashSet<>();
    for (ReportStatus status : ReportStatus.values()) {
      if (status != ReportStatus.SAID) {
        withProperty(News.reportStatus, News.of(status))
            .forEachRemaining(it -> unsaid.add(it.subject()));
      }
    }
    return unsaid;
  }

  /** Returns the quads with this property and value whose subjects are statements. */
  public Iterator<IdQuad> ofStatements(Node property, Node value) {
    NodeId type = id(RDF.type.asNode());
    NodeId report = id(News.SpeechActReport);
    return Iter.filter(
        withProperty(property, value),
        it -> !find(it.graph(), it.subject(), type, report).hasNext());
  }

  /** Returns the quads with this property and value whose subjects are reports of speech acts. */
  public Iterator<IdQuad> ofReports(Node property, Node value) {
    NodeId type = id(RDF.type.asNode());
    NodeId report = id(News.SpeechActReport);
    return Iter.filter(
        withProperty(property, value),
        it -> find(it.graph(), it.subject(), type, report).hasNext());
  }

  /** Returns the quads that give reports of speech acts their class. */
  public Iterator<IdQuad> reports() {
    return withProperty(RDF.type.asNode(), News.SpeechActReport);
  }

  /** Returns the quads with a subject and property, grouped by value. */
  public Iterator<IdQuad> withSubject(Node thing, Node property) {
    return find(ANY, id(thing), id(property), ANY);
  }

  /** Returns one value of a subject's property in a graph. */
  public Optional<NodeId> value(NodeId graph, NodeId thing, Node property) {
    Iterator<IdQuad> found = find(graph, thing, id(property), ANY);
    return found.hasNext() ? Optional.of(found.next().value()) : Optional.empty();
  }

  /** Returns the distinct values of a subject's property in a graph. */
  public Iterator<IdQuad> values(NodeId graph, NodeId thing, Node property) {
    return find(graph, thing, id(property), ANY);
  }

  /** Tests whether a subject has a value of a property in a graph. */
  public boolean contains(NodeId graph, NodeId thing, Node property, Node value) {
    return find(graph, thing, id(property), id(value)).hasNext();
  }

  /** Reads the term of an id from the node table. */
  public Node term(NodeId id) {
    return terms.getNodeForNodeId(id);
  }

  /** Returns a term's id, or {@code NodeDoesNotExist} if the database does not have the term. */
  private NodeId id(Node term) {
    return terms.getNodeIdForNode(term);
  }

  private Iterator<IdQuad> find(NodeId graph, NodeId subject, NodeId property, NodeId value) {
    if (NodeId.isDoesNotExist(subject)
        || NodeId.isDoesNotExist(property)
        || NodeId.isDoesNotExist(value)) {
      return Collections.emptyIterator();
    }
    Iterator<Tuple<NodeId>> found = quads.find(graph, subject, property, value);
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return found.hasNext();
      }

      @Override
      public IdQuad next() {
        return IdQuad.of(found.next());
      }
    };
  }
}
