package org.newsgraph.store.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the steps of an update of the text index when one of them fails. */
class IndexUpdateTest {
  private static final Node ADA = NodeFactory.createURI("http://example.org/entity/Ada");
  private static final Node BEN = NodeFactory.createURI("http://example.org/entity/Ben");

  @TempDir Path folder;

  /** Action in the place of the next commit of a write transaction. */
  private final AtomicReference<Runnable> nextCommit = new AtomicReference<>();

  private final DatasetGraph database = DatasetGraphFactory.createTxnMem();
  private TransactionalTextIndex index;
  private IndexingDataset dataset;

  @BeforeEach
  void open() {
    DatasetGraph failing =
        new DatasetGraphWrapper(database) {
          @Override
          public void commit() {
            if (transactionMode() == ReadWrite.WRITE && nextCommit.get() != null) {
              nextCommit.getAndSet(null).run();
            } else {
              super.commit();
            }
          }
        };
    index = new TransactionalTextIndex(folder, failing);
    dataset = new IndexingDataset(failing, index, () -> {});
  }

  @AfterEach
  void close() {
    index.close();
  }

  private void name(Node subject, String name) {
    Txn.exec(
        dataset,
        TxnType.WRITE,
        () ->
            dataset.add(
                subject, subject, RDFS.label.asNode(), NodeFactory.createLiteralString(name)));
  }

  private List<String> names(Node subject) {
    return index.names(List.of(subject)).get(subject).all();
  }

  private static void failAfter(Runnable step) {
    step.run();
    throw new IllegalStateException("failed");
  }

  @Test
  void a_commit_that_fails_leaves_the_index_free_for_the_next_one() throws Exception {
    nextCommit.set(() -> failAfter(() -> {}));
    assertThatThrownBy(() -> name(ADA, "Ada Novak")).hasMessage("failed");
    // The lock belongs to a thread.
    CompletableFuture.runAsync(() -> name(BEN, "Ben Cho")).get(1, TimeUnit.MINUTES);
    assertThat(names(ADA)).isEmpty();
    assertThat(names(BEN)).containsExactly("Ben Cho");
    assertThat(dataset.revision()).isEqualTo(1);
  }

  @Test
  void a_journal_that_cannot_be_written_leaves_the_database_as_it_was_and_free_for_the_next_commit()
      throws Exception {
    name(ADA, "Ada Novak");
    assertThat(names(ADA)).isNotEmpty();
    Path journal = Files.createDirectory(folder.resolve("journal"));
    assertThatThrownBy(() -> name(BEN, "Ben Cho")).isInstanceOf(UncheckedIOException.class);
    assertThat(dataset.isInTransaction()).isFalse();
    Files.delete(journal);
    CompletableFuture.runAsync(() -> name(BEN, "Ben Roe")).get(1, TimeUnit.MINUTES);
    assertThat(names(BEN)).containsExactly("Ben Roe");
  }

  @Test
  void a_commit_that_fails_after_it_took_effect_is_indexed_before_the_next_one() {
    nextCommit.set(() -> failAfter(database::commit));
    assertThatThrownBy(() -> name(ADA, "Ada Novak")).hasMessage("failed");
    name(BEN, "Ben Cho");
    assertThat(names(ADA)).containsExactly("Ada Novak");
    assertThat(names(BEN)).containsExactly("Ben Cho");
    assertThat(folder.resolve("journal")).doesNotExist();
  }

  @Test
  void a_commit_that_fails_after_it_took_effect_is_indexed_at_the_next_start() {
    nextCommit.set(() -> failAfter(database::commit));
    assertThatThrownBy(() -> name(ADA, "Ada Novak")).hasMessage("failed");
    close();
    open();
    assertThat(names(ADA)).containsExactly("Ada Novak");
  }

  @Test
  void an_index_that_is_deleted_during_a_transaction_is_rebuilt_from_its_result() {
    name(ADA, "Ada Novak");
    Txn.exec(
        dataset,
        TxnType.WRITE,
        () -> {
          dataset.add(BEN, BEN, RDFS.label.asNode(), NodeFactory.createLiteralString("Ben Cho"));
          index.delete();
        });
    assertThat(names(ADA)).containsExactly("Ada Novak");
    assertThat(names(BEN)).containsExactly("Ben Cho");
  }

  @Test
  void an_interrupted_search_leaves_the_index_usable() {
    name(ADA, "Ada Novak");
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> names(ADA)).isInstanceOf(RuntimeException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(names(ADA)).containsExactly("Ada Novak");
    name(BEN, "Ben Cho");
    assertThat(names(BEN)).containsExactly("Ben Cho");
  }

  @Test
  void a_line_that_a_crash_has_truncated_is_not_continued_by_the_next_one() throws IOException {
    index.ensureOpen();
    close();
    Files.writeString(folder.resolve("journal"), "http://example.org/ent");
    open();
    name(ADA, "Ada Novak");
    assertThat(folder.resolve("journal")).hasContent(ADA.getURI());
  }

  @Test
  void a_search_in_an_older_transaction_builds_the_index_from_the_latest_state() {
    name(ADA, "Ada Novak");
    database.begin(TxnType.READ);
    CompletableFuture.runAsync(() -> name(BEN, "Ben Cho")).join();
    index.delete();
    names(ADA);
    database.end();
    assertThat(names(BEN)).containsExactly("Ben Cho");
  }
}
