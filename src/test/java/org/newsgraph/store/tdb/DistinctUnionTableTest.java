package org.newsgraph.store.tdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.TDB2;
import org.apache.jena.tdb2.params.StoreParams;
import org.apache.jena.tdb2.sys.TDBInternal;

class DistinctUnionTableTest {
  private static final int TERMS = 3;
  private static final int GRAPHS = 60;
  private static final String[] PARTS = {"?s", "?p", "?o"};

  private static Node node(String kind, int number) {
    return NodeFactory.createURI("urn:" + kind + number);
  }

  /** Returns a quad that is a function of a number. */
  private static Quad quad(int number) {
    int triple = number % (TERMS * TERMS * TERMS);
    return Quad.create(
        node("g", number / (TERMS * TERMS * TERMS) % GRAPHS),
        node("t", triple % TERMS),
        node("t", triple / TERMS % TERMS),
        node("t", triple / TERMS / TERMS));
  }

  private static DatasetGraph database() {
    DatasetGraph dataset =
        DatabaseMgr.connectDatasetGraph(
            Location.mem(),
            StoreParams.builder("test", StoreParams.getDftMemStoreParams())
                .quadIndexes(new String[] {"GSPO", "SPOG", "POSG", "OSPG"})
                .build());
    dataset.getContext().set(TDB2.symUnionDefaultGraph, true);
    Tdb2Patches.install(dataset);
    return dataset;
  }

  private static List<List<Node>> rows(DatasetGraph dataset, String query) {
    List<List<Node>> rows = new ArrayList<>();
    try (QueryExec run = QueryExec.dataset(dataset).query(query).build()) {
      RowSet found = run.select();
      found.forEachRemaining(
          row -> rows.add(found.getResultVars().stream().map(row::get).toList()));
    }
    return rows;
  }

  /** Covers all eight combinations of bound and unbound components. */
  @Property(tries = 50)
  void a_pattern_finds_each_triple_of_the_union_once(
      @ForAll @Size(min = 1, max = 800) List<@IntRange(min = 0, max = 1 << 20) Integer> numbers,
      @ForAll @IntRange(min = 0, max = 7) int bound) {
    DatasetGraph dataset = database();
    try {
      Set<Quad> quads = new HashSet<>();
      numbers.forEach(it -> quads.add(quad(it)));
      Txn.executeWrite(dataset, () -> quads.forEach(dataset::add));
      Quad asked = quads.iterator().next();
      Node[] terms = {asked.getSubject(), asked.getPredicate(), asked.getObject()};
      StringBuilder pattern = new StringBuilder();
      for (int i = 0; i < PARTS.length; i++) {
        boolean isBound = (bound >> i & 1) == 1;
        pattern.append(isBound ? "<" + terms[i].getURI() + ">" : PARTS[i]).append(' ');
        terms[i] = isBound ? terms[i] : Node.ANY;
      }
      Triple expected = Triple.create(terms[0], terms[1], terms[2]);
      long triples =
          quads.stream().map(Quad::asTriple).filter(expected::matches).distinct().count();
      long matching = quads.stream().filter(it -> expected.matches(it.asTriple())).count();
      Txn.executeRead(
          dataset,
          () -> {
            List<List<Node>> union = rows(dataset, "SELECT * { " + pattern + "}");
            assertThat(union).hasSize((int) triples).doesNotHaveDuplicates();
            assertThat(rows(dataset, "SELECT * { GRAPH ?g { " + pattern + "} }"))
                .hasSize((int) matching)
                .doesNotHaveDuplicates();
            assertThat(dataset.find(Node.ANY, terms[0], terms[1], terms[2]))
                .toIterable()
                .hasSize((int) matching);
          });
    } finally {
      TDBInternal.expel(dataset, true);
    }
  }

  @Property(tries = 20)
  void joins_of_the_union_are_those_of_its_triples(
      @ForAll @Size(min = 1, max = 800) List<@IntRange(min = 0, max = 1 << 20) Integer> numbers) {
    DatasetGraph dataset = database();
    try {
      Set<Quad> quads = new HashSet<>();
      numbers.forEach(it -> quads.add(quad(it)));
      Txn.executeWrite(dataset, () -> quads.forEach(dataset::add));
      Set<Triple> triples = new HashSet<>();
      quads.forEach(it -> triples.add(it.asTriple()));
      long expected =
          triples.stream()
              .mapToLong(
                  one ->
                      triples.stream()
                          .filter(other -> one.getObject().equals(other.getSubject()))
                          .count())
              .sum();
      Txn.executeRead(
          dataset,
          () ->
              assertThat(rows(dataset, "SELECT * { ?a ?b ?c . ?c ?d ?e }"))
                  .hasSize((int) expected));
    } finally {
      TDBInternal.expel(dataset, true);
    }
  }
}
