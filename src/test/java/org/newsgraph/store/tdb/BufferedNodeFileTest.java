package org.newsgraph.store.tdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.params.StoreParams;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BufferedNodeFileTest {
  /** Number of quads whose terms exceed every buffer. */
  private static final int MANY = 5_000;

  /** Cache sizes that force terms to be read from the file. */
  private static final StoreParams HARDLY_CACHED =
      StoreParams.builder("test").node2NodeIdCacheSize(2).nodeId2NodeCacheSize(2).build();

  @TempDir Path folder;

  private DatasetGraph dataset;

  @BeforeEach
  void open() {
    dataset = DatabaseMgr.connectDatasetGraph(Location.create(folder), HARDLY_CACHED);
    Tdb2Patches.install(dataset);
  }

  @AfterEach
  void close() {
    TDBInternal.expel(dataset, true);
  }

  private static Triple triple(String kind, int number) {
    return Triple.create(
        NodeFactory.createURI("http://example.org/" + kind + "/" + number),
        RDFS.label.asNode(),
        NodeFactory.createLiteralLang(kind + " " + "x".repeat(number % 100) + " " + number, "en"));
  }

  private static Set<Triple> triples(String kind, int number) {
    return IntStream.range(0, number)
        .mapToObj(it -> triple(kind, it))
        .collect(HashSet::new, Set::add, Set::addAll);
  }

  private void add(Set<Triple> triples) {
    triples.forEach(dataset.getDefaultGraph()::add);
  }

  private Set<Triple> stored() {
    return Txn.calculateRead(dataset, () -> dataset.getDefaultGraph().find().toSet());
  }

  @Test
  void what_is_written_is_read_before_and_after_it_is_on_disk() {
    Set<Triple> expected = triples("harbour", MANY);
    Txn.exec(
        dataset,
        TxnType.WRITE,
        () -> {
          add(expected);
          assertThat(dataset.getDefaultGraph().find().toSet()).isEqualTo(expected);
        });
    close();
    open();
    assertThat(stored()).isEqualTo(expected);
  }

  @Test
  void a_term_longer_than_any_buffer_comes_back_whole() {
    Triple tall =
        Triple.create(
            RDFS.label.asNode(),
            RDFS.comment.asNode(),
            NodeFactory.createLiteralString("harbour ".repeat(100_000)));
    Txn.executeWrite(dataset, () -> add(Set.of(tall, triple("ship", 1))));
    close();
    open();
    assertThat(stored()).containsExactlyInAnyOrder(tall, triple("ship", 1));
  }

  @Test
  void after_a_transaction_was_given_up_others_are_read_and_written_as_ever() {
    Set<Triple> expected = triples("harbour", 3);
    Txn.executeWrite(dataset, () -> add(triples("harbour", 3)));
    for (int number : new int[] {1, MANY}) {
      dataset.begin(TxnType.WRITE);
      add(triples("wreck", number));
      dataset.abort();
      dataset.end();
      assertThat(stored()).isEqualTo(expected);
      Txn.executeWrite(dataset, () -> add(triples("ship" + number, 10)));
      expected.addAll(triples("ship" + number, 10));
      assertThat(stored()).isEqualTo(expected);
    }
    close();
    open();
    assertThat(stored()).isEqualTo(expected);
    Txn.executeWrite(dataset, () -> add(triples("quay", MANY)));
    expected.addAll(triples("quay", MANY));
    close();
    open();
    assertThat(stored()).isEqualTo(expected);
  }
}
