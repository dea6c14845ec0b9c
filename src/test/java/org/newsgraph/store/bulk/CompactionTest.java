package org.newsgraph.store.bulk;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.dboe.transaction.txn.ComponentId;
import org.apache.jena.dboe.transaction.txn.TransactionCoordinator;
import org.apache.jena.dboe.transaction.txn.TransactionalComponent;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compactions with readers, writers, other compactions and failures at the worst moments. */
class CompactionTest {
  @TempDir Path folder;
  private CompactableDataset dataset;

  @BeforeEach
  void open() {
    dataset =
        new CompactableDataset(
            TDBInternal.getDatabaseContainer(
                DatabaseMgr.connectDatasetGraph(Location.create(folder.toString()))));
    put(dataset, "first");
  }

  @AfterEach
  void close() {
    TDBInternal.expel(dataset.container(), true);
  }

  @Test
  void a_reader_that_spans_a_compaction_keeps_its_snapshot_and_the_compaction_ends()
      throws Exception {
    dataset.begin(TxnType.READ);
    CompletableFuture<Void> compaction = compactInBackground();
    // A writer waits until the database was switched to the copy.
    CompletableFuture.runAsync(() -> put(dataset, "second")).get(60, SECONDS);
    waitForSwitch();

    assertThat(graphs(dataset)).containsExactly("first");
    assertThat(dataset.getGraph(iri("first")).size()).isEqualTo(1);
    assertThat(dataset.isInTransaction()).isTrue();
    assertThat(compaction).isNotDone();
    dataset.commit();
    dataset.end();
    compaction.get(60, SECONDS);

    assertThat(read()).containsExactlyInAnyOrder("first", "second");
    assertThat(generations()).containsExactly("Data-0002");
  }

  @Test
  void a_compaction_that_fails_at_the_switch_leaves_no_generation_that_hides_later_writes()
      throws IOException {
    AtomicBoolean failing = new AtomicBoolean();
    TransactionCoordinator transactions =
        CompactableDataset.generation(dataset).getTxnSystem().getTxnMgr();
    transactions.modifyConfig(() -> transactions.addExternal(component(failing)));
    failing.set(true);

    assertThatThrownBy(() -> BulkCompaction.compact(dataset, bytes -> {}))
        .hasMessage("the switch fails");
    failing.set(false);
    assertThat(generations()).containsExactly("Data-0001");
    put(dataset, "second");
    reopen();
    assertThat(read()).containsExactlyInAnyOrder("first", "second");
  }

  /** Returns a transaction component that fails while the copy is in place but not in use. */
  private TransactionalComponent component(AtomicBoolean failing) {
    ComponentId id = ComponentId.alloc("test", UUID.randomUUID(), 0);
    return (TransactionalComponent)
        Proxy.newProxyInstance(
            CompactionTest.class.getClassLoader(),
            new Class<?>[] {TransactionalComponent.class},
            (proxy, method, arguments) -> {
              if (!method.getName().equals("getComponentId")) {
                return null;
              }
              if (failing.get() && Files.exists(folder.resolve("Data-0002"))) {
                throw new IllegalStateException("the switch fails");
              }
              return id;
            });
  }

  @Test
  void a_generation_that_a_crash_left_half_written_is_not_used() throws IOException {
    TDBInternal.expel(dataset.container(), true);
    Files.createDirectory(folder.resolve("Data-0002-tmp"));
    Files.writeString(folder.resolve("Data-0002-tmp").resolve("GSPO.dat"), "half written");
    open();
    assertThat(read()).containsExactly("first");
    assertThat(generations()).containsExactly("Data-0001");
  }

  private CompletableFuture<Void> compactInBackground() throws InterruptedException {
    CountDownLatch started = new CountDownLatch(1);
    CompletableFuture<Void> compaction =
        CompletableFuture.runAsync(
            () -> {
              started.countDown();
              BulkCompaction.compact(dataset, bytes -> {});
            });
    started.await();
    return compaction;
  }

  private void waitForSwitch() {
    long end = System.nanoTime() + SECONDS.toNanos(60);
    while (Files.notExists(folder.resolve("Data-0002")) || isFirstGeneration()) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.onSpinWait();
    }
  }

  private boolean isFirstGeneration() {
    return CompactableDataset.generation(dataset.container())
        .getLocation()
        .getDirectoryPath()
        .contains("Data-0001");
  }

  private void reopen() {
    TDBInternal.expel(dataset.container(), true);
    dataset =
        new CompactableDataset(
            TDBInternal.getDatabaseContainer(
                DatabaseMgr.connectDatasetGraph(Location.create(folder.toString()))));
  }

  private static void put(DatasetGraph dataset, String graph) {
    Txn.executeWrite(dataset, () -> dataset.add(iri(graph), iri("s"), iri("p"), iri("o")));
  }

  private Set<String> read() {
    return Txn.calculateRead(dataset, () -> graphs(dataset));
  }

  private static Set<String> graphs(DatasetGraph dataset) {
    return Iter.toSet(
        Iter.map(dataset.listGraphNodes(), it -> it.getURI().replace("http://example.org/", "")));
  }

  private List<String> generations() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(it -> it.getFileName().toString())
          .filter(it -> it.startsWith("Data-"))
          .sorted()
          .toList();
    }
  }

  private static Node iri(String name) {
    return NodeFactory.createURI("http://example.org/" + name);
  }
}
