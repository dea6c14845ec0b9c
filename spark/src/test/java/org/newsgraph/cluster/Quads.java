package org.newsgraph.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.newsgraph.graph.Prov;
import org.newsgraph.store.NewsStore;

/** Reads graphs as text, one line per quad, without the times of extraction, which differ. */
final class Quads {
  private Quads() {}

  static Set<String> ofDatabase(Path folder) {
    try (NewsStore store = NewsStore.open(folder)) {
      return store.read(Quads::of);
    }
  }

  /** Reads all parts into a database, so that values are normalized as in the one of a build. */
  static Set<String> ofParts(Path folder) throws IOException {
    DatasetGraph dataset = DatabaseMgr.createDatasetGraph();
    for (Path part : parts(folder)) {
      try (InputStream in = new GZIPInputStream(Files.newInputStream(part))) {
        Txn.executeWrite(
            dataset,
            () -> RDFParser.source(in).lang(Lang.NQUADS).parse(StreamRDFLib.dataset(dataset)));
      }
    }
    return Txn.calculateRead(dataset, () -> of(dataset));
  }

  static List<Path> parts(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(it -> it.getFileName().toString().matches("part-.*\\.(nq\\.gz|parquet)"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> of(DatasetGraph dataset) {
    Set<String> lines = new TreeSet<>();
    dataset
        .find(Node.ANY, Node.ANY, Node.ANY, Node.ANY)
        .forEachRemaining(
            quad -> {
              if (!quad.getPredicate().equals(Prov.endedAtTime)) {
                lines.add(quad.toString());
              }
            });
    return lines;
  }
}
