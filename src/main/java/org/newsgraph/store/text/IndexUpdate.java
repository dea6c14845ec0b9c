package org.newsgraph.store.text;

import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * An update of the text index around one commit of the database. The subjects are in the journal
 * when the update begins. Until it is closed, it locks out other updates and searches.
 *
 * <pre>{@code
 * try (IndexUpdate update = index.beginUpdate(subjects)) {
 *   dataset.commit();
 *   update.commit(values);
 * }
 * }</pre>
 *
 * <p>If it is closed without {@link #commit}, because a step failed, the journal keeps the subjects
 * until they are indexed again.
 */
final class IndexUpdate implements AutoCloseable {
  private final TransactionalTextIndex index;
  private boolean isCommitted;

  /** Creates an update whose lock the current thread holds. */
  IndexUpdate(TransactionalTextIndex index) {
    this.index = index;
  }

  /**
   * Replaces index entries. To be called after the commit of the database.
   *
   * @param values all indexed values of each subject, as committed
   */
  void commit(Map<Node, Set<Triple>> values) {
    index.replaceAll(values);
    isCommitted = true;
  }

  @Override
  public void close() {
    index.endUpdate(isCommitted);
  }
}
