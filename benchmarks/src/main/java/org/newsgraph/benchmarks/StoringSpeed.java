package org.newsgraph.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.loader.DataLoader;
import org.apache.jena.tdb2.loader.LoaderFactory;
import org.apache.jena.tdb2.loader.base.LoaderOps;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.apache.jena.tdb2.xloader.ProcBuildIndexX;
import org.apache.jena.tdb2.xloader.ProcBuildNodeTableX;
import org.apache.jena.tdb2.xloader.ProcIngestDataX;
import org.apache.jena.tdb2.xloader.XLoaderFiles;
import org.newsgraph.corpus.MadeUpCorpus;
import org.newsgraph.graph.ArticleGraph;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.Provenance;
import org.newsgraph.store.write.BatchWriter;
import org.newsgraph.store.write.WritePolicy;
import org.newsgraph.store.dump.Dump;
import org.newsgraph.store.NewsStore;

/**
 * Measures the time to store synthetic articles: like a build (first by transactions, then through
 * the write-ahead log) and like {@code import}, both with the text index. The baselines are TDB2's
 * two bulk loaders, which load the same file of quads without a text index. Then measures the time
 * to replace and to delete some articles.
 *
 * <p>Arguments: number of articles; folder (may contain the quads of an earlier run with the same
 * number of articles); number of repetitions; any of {@code build}, {@code import}, {@code
 * parallel}, {@code xloader} (default: all).
 */
final class StoringSpeed {
  private static final int CHANGED = 100;
  private static final Provenance PROVENANCE = new Provenance("0.1.0", Instant.EPOCH);

  private final MadeUpCorpus corpus;
  private final Path folder;
  private final Path quads;

  private StoringSpeed(int articles, Path folder) {
    this.corpus = new MadeUpCorpus(articles);
    this.folder = folder;
    this.quads = folder.resolve("corpus.nq");
  }

  public static void main(String[] args) throws IOException {
    int articles = Integer.parseInt(args[0]);
    StoringSpeed speed = new StoringSpeed(articles, Path.of(args[1]));
    long written = Files.exists(speed.quads) ? speed.countQuads() : speed.writeQuads();
    List<String> asked = List.of(args).subList(3, args.length);
    System.out.printf(
        Locale.ROOT, "articles,quads,store,seconds,quads a second,bytes an article,peak heap MiB%n");
    for (int i = 0; i < Integer.parseInt(args[2]); i++) {
      for (Map.Entry<String, Work> way : speed.ways().entrySet()) {
        if (asked.isEmpty() || asked.contains(way.getKey())) {
          speed.time(way.getKey(), articles, written, way.getValue());
          System.gc();
        }
      }
    }
    if (asked.isEmpty() || asked.contains("import")) {
      speed.change(articles, speed.folder.resolve("import"));
    }
  }

  private Map<String, Work> ways() {
    Map<String, Work> ways = new LinkedHashMap<>();
    ways.put("import", database -> new Dump(quads).load(database, Optional.empty(), () -> {}));
    ways.put("parallel", this::load);
    ways.put("build", this::store);
    ways.put("xloader", this::loadSorted);
    return ways;
  }

  private long countQuads() throws IOException {
    try (Stream<String> lines = Files.lines(quads)) {
      return lines.count();
    }
  }

  private long writeQuads() throws IOException {
    Iris iris = new Iris(Iris.DEFAULT_BASE);
    long[] count = {0};
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(quads), 1 << 20)) {
      StreamRDF writer = StreamRDFWriter.getWriterStream(out, Lang.NQUADS);
      writer.start();
      corpus
          .all()
          .map(it -> ArticleGraph.of(it, iris, PROVENANCE, "digest"))
          .forEach(
              graph -> {
                for (Triple triple : graph.triples()) {
                  writer.quad(Quad.create(graph.name(), triple));
                  count[0]++;
                }
              });
      writer.finish();
    }
    return count[0];
  }

  private interface Work {
    void into(Path database) throws IOException;
  }

  private void time(String name, int articles, long written, Work work) throws IOException {
    Path database = folder.resolve(name);
    remove(database);
    Heap heap = new Heap();
    long begin = System.nanoTime();
    work.into(database);
    double seconds = (System.nanoTime() - begin) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%d,%d,%s,%.1f,%.0f,%.0f,%d%n",
        articles,
        written,
        name,
        seconds,
        written / seconds,
        (double) size(database) / articles,
        heap.peak());
  }

  private void store(Path database) {
    try (NewsStore store = NewsStore.create(database, Optional.empty())) {
      BatchWriter batch = new BatchWriter(store, WritePolicy.DEFAULT, () -> {});
      corpus
          .all()
          .map(it -> ArticleGraph.of(it, store.iris(), PROVENANCE, "digest"))
          .forEachOrdered(batch::add);
      batch.finish();
      store.openTextIndex();
    }
  }

  private void load(Path database) throws IOException {
    Files.createDirectories(database);
    DatasetGraph dataset = DatabaseMgr.connectDatasetGraph(Location.create(database.toString()));
    DataLoader loader = LoaderFactory.parallelLoader(dataset, LoaderOps.outputToLog());
    loader.startBulk();
    loader.load(quads.toString());
    loader.finishBulk();
    TDBInternal.expel(dataset, true);
  }

  /** Runs the steps of the script tdb2.xloader with its classes. */
  private void loadSorted(Path database) throws IOException {
    Path scratch = folder.resolve("xloader-files");
    remove(scratch);
    Files.createDirectories(scratch);
    Files.createDirectories(database);
    String location = database.toString();
    XLoaderFiles files = new XLoaderFiles(scratch.toString());
    List<String> data = List.of(quads.toString());
    ProcBuildNodeTableX.exec(location, files, 2, null, data);
    ProcIngestDataX.exec(location, files, data, false);
    for (String index : List.of("SPO", "POS", "OSP", "GSPO", "GPOS", "GOSP", "SPOG", "POSG", "OSPG")) {
      ProcBuildIndexX.exec(location, index, 2, null, files);
    }
    remove(scratch);
  }

  /** Replaces and deletes 100 articles, each in one transaction, and stores them again. */
  private void change(int articles, Path database) {
    try (NewsStore store = NewsStore.open(database)) {
      List<ArticleGraph> some =
          corpus
              .all()
              .limit(CHANGED)
              .map(it -> ArticleGraph.of(it, store.iris(), PROVENANCE, "another digest"))
              .toList();
      long triples = some.stream().mapToLong(it -> it.triples().size()).sum();
      timeEach("replace", articles, triples, () -> some.forEach(store::put));
      timeEach("delete", articles, triples, () -> some.forEach(it -> store.delete(it.name().getURI())));
      store.writer().putAll(some);
    }
  }

  private static void timeEach(String name, int articles, long triples, Runnable work) {
    long begin = System.nanoTime();
    work.run();
    double seconds = (System.nanoTime() - begin) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%d,%d,%s %d,%.1f,%.0f,,%n",
        articles,
        triples,
        name,
        CHANGED,
        seconds,
        triples / seconds);
  }

  private static long size(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.mapToLong(it -> it.toFile().isFile() ? it.toFile().length() : 0).sum();
    }
  }

  private static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
