package org.newsgraph.store.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BulkLoadTest {
  @TempDir Path folder;

  @Test
  void what_was_loaded_is_found_by_every_index() {
    List<Quad> quads = quads(20_000);
    load(quads);

    CompactableDataset dataset = connect();
    Quad one = quads.get(7);
    assertThat(all(dataset)).isEqualTo(new HashSet<>(quads));
    assertThat(found(dataset, one.getGraph(), Node.ANY, Node.ANY, Node.ANY))
        .isEqualTo(where(quads, it -> it.getGraph().equals(one.getGraph())));
    assertThat(found(dataset, Node.ANY, one.getSubject(), Node.ANY, Node.ANY))
        .isEqualTo(where(quads, it -> it.getSubject().equals(one.getSubject())));
    assertThat(found(dataset, Node.ANY, Node.ANY, one.getPredicate(), one.getObject()))
        .isEqualTo(
            where(
                quads,
                it ->
                    it.getPredicate().equals(one.getPredicate())
                        && it.getObject().equals(one.getObject())));
    assertThat(found(dataset, Node.ANY, Node.ANY, Node.ANY, one.getObject()))
        .isEqualTo(where(quads, it -> it.getObject().equals(one.getObject())));
    TDBInternal.expel(dataset.container(), true);
  }

  @Test
  void a_database_that_was_loaded_takes_changes_like_any_other() {
    List<Quad> quads = quads(3_000);
    load(quads);

    CompactableDataset dataset = connect();
    Quad added = Quad.create(iri("g-new"), iri("s"), iri("p"), iri("o"));
    Txn.executeWrite(
        dataset,
        () -> {
          dataset.removeGraph(quads.get(0).getGraph());
          dataset.add(added);
        });
    Set<Quad> expected = where(quads, it -> !it.getGraph().equals(quads.get(0).getGraph()));
    expected.add(added);
    assertThat(all(dataset)).isEqualTo(expected);
    TDBInternal.expel(dataset.container(), true);
  }

  @Test
  void nothing_is_an_empty_database_and_the_default_graph_is_kept() {
    load(List.of());
    CompactableDataset empty = connect();
    assertThat(all(empty)).isEmpty();
    TDBInternal.expel(empty.container(), true);
  }

  @Test
  void triples_without_a_graph_are_kept_in_the_default_graph() {
    Quad triple = Quad.create(Quad.defaultGraphIRI, iri("s"), iri("p"), iri("o"));
    load(List.of(triple));

    CompactableDataset dataset = connect();
    assertThat(Txn.calculateRead(dataset, () -> dataset.getDefaultGraph().size())).isEqualTo(1);
    TDBInternal.expel(dataset.container(), true);
  }

  @Test
  void a_full_disk_ends_the_loading_with_what_was_said_of_it() {
    CompactableDataset dataset = connect();
    try (BulkLoad load =
        new BulkLoad(
            dataset,
            folder,
            bytes -> {
              throw new IllegalStateException("full");
            })) {
      assertThatThrownBy(
              () -> {
                quads(50_000).forEach(load::add);
                load.finish();
              })
          .hasMessage("full");
    }
    TDBInternal.expel(dataset.container(), true);
  }

  @Test
  void repacking_keeps_all_that_is_there_and_drops_what_is_not() throws Exception {
    CompactableDataset dataset = connect();
    List<Quad> quads = quads(5_000);
    for (int i = 0; i < quads.size(); i += 500) {
      List<Quad> some = quads.subList(i, i + 500);
      Txn.executeWrite(dataset, () -> some.forEach(dataset::add));
    }
    Txn.executeWrite(dataset, () -> dataset.removeGraph(quads.get(0).getGraph()));
    Txn.executeWrite(dataset, () -> dataset.prefixes().add("ex", "http://example.org/"));
    Set<Quad> before = all(dataset);

    BulkCompaction.compact(dataset, bytes -> {});
    assertThat(all(dataset)).isEqualTo(before);
    assertThat(generations()).containsExactly("Data-0002");

    Quad added = Quad.create(iri("g-new"), iri("s"), iri("p"), iri("o"));
    Txn.executeWrite(dataset, () -> dataset.add(added));
    BulkCompaction.compact(dataset, bytes -> {});
    TDBInternal.expel(dataset.container(), true);

    CompactableDataset again = connect();
    before.add(added);
    assertThat(all(again)).isEqualTo(before);
    assertThat(Txn.calculateRead(again, () -> again.prefixes().get("ex")))
        .isEqualTo("http://example.org/");
    assertThat(generations()).containsExactly("Data-0003");
    TDBInternal.expel(again.container(), true);
  }

  @Test
  void who_reads_while_it_is_repacked_goes_on_and_who_writes_comes_after() throws Exception {
    CompactableDataset dataset = connect();
    List<Quad> quads = quads(5_000);
    Txn.executeWrite(dataset, () -> quads.forEach(dataset::add));
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch packing = new CountDownLatch(1);
    AtomicReference<Set<Quad>> read = new AtomicReference<>();
    Thread reader =
        new Thread(
            () ->
                Txn.executeRead(
                    dataset,
                    () -> {
                      reading.countDown();
                      awaitIt(packing);
                      Set<Quad> found = new HashSet<>();
                      dataset.find().forEachRemaining(found::add);
                      read.set(found);
                    }));
    reader.start();
    awaitIt(reading);
    Quad added = Quad.create(iri("g-new"), iri("s"), iri("p"), iri("o"));
    Thread writer = new Thread(() -> Txn.executeWrite(dataset, () -> dataset.add(added)));

    BulkCompaction.compact(
        dataset,
        bytes -> {
          if (packing.getCount() > 0) {
            writer.start();
            packing.countDown();
          }
        });
    reader.join();
    writer.join();

    assertThat(read.get()).isEqualTo(new HashSet<>(quads));
    assertThat(all(dataset)).hasSize(new HashSet<>(quads).size() + 1).contains(added);
    TDBInternal.expel(dataset.container(), true);
  }

  @Test
  void a_repacking_that_fails_leaves_the_database_as_it_was() throws Exception {
    CompactableDataset dataset = connect();
    List<Quad> quads = quads(2_000);
    Txn.executeWrite(dataset, () -> quads.forEach(dataset::add));

    assertThatThrownBy(
            () ->
                BulkCompaction.compact(
                    dataset,
                    bytes -> {
                      throw new IllegalStateException("full");
                    }))
        .hasMessage("full");
    assertThat(all(dataset)).isEqualTo(new HashSet<>(quads));
    Txn.executeWrite(dataset, () -> dataset.add(iri("g"), iri("s"), iri("p"), iri("o")));
    assertThat(generations()).containsExactly("Data-0001");
    TDBInternal.expel(dataset.container(), true);
  }

  private static void awaitIt(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void load(List<Quad> quads) {
    CompactableDataset dataset = connect();
    try (BulkLoad load = new BulkLoad(dataset, folder, bytes -> {})) {
      quads.forEach(load::add);
      load.finish();
    }
    TDBInternal.expel(dataset.container(), true);
    assertThat(folder.resolve("rows")).doesNotExist();
  }

  private CompactableDataset connect() {
    return new CompactableDataset(
        TDBInternal.getDatabaseContainer(
            DatabaseMgr.connectDatasetGraph(Location.create(folder.toString()))));
  }

  private List<String> generations() throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(it -> it.getFileName().toString())
          .filter(it -> it.startsWith("Data-"))
          .toList();
    }
  }

  private static Set<Quad> all(DatasetGraph dataset) {
    return found(dataset, Node.ANY, Node.ANY, Node.ANY, Node.ANY);
  }

  private static Set<Quad> found(DatasetGraph dataset, Node g, Node s, Node p, Node o) {
    return Txn.calculateRead(
        dataset,
        () -> {
          Set<Quad> found = new HashSet<>();
          dataset.find(g, s, p, o).forEachRemaining(found::add);
          return found;
        });
  }

  private static Set<Quad> where(List<Quad> quads, java.util.function.Predicate<Quad> condition) {
    Set<Quad> found = new HashSet<>();
    quads.stream().filter(condition).forEach(found::add);
    return found;
  }

  /** Returns quads with duplicates and with values that TDB2 stores inline in their ids. */
  private static List<Quad> quads(int number) {
    Random random = new Random(number);
    List<Quad> quads = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      Node value =
          switch (random.nextInt(4)) {
            case 0 -> NodeFactory.createLiteralDT("" + random.nextInt(50), XSDDatatype.XSDinteger);
            case 1 -> NodeFactory.createLiteralString("words " + random.nextInt(500));
            case 2 ->
                NodeFactory.createLiteralDT("2016-10-1" + random.nextInt(9), XSDDatatype.XSDdate);
            default -> iri("o" + random.nextInt(100));
          };
      quads.add(
          Quad.create(
              iri("g" + random.nextInt(30)),
              iri("s" + random.nextInt(200)),
              iri("p" + random.nextInt(8)),
              value));
    }
    return quads;
  }

  private static Node iri(String name) {
    return NodeFactory.createURI("http://example.org/" + name);
  }
}
