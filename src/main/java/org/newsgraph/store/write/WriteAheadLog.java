package org.newsgraph.store.write;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.lang.LabelToNode;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.FactoryRDFStd;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Quad;
import org.newsgraph.graph.ArticleGraph;
import org.newsgraph.io.IoErrors;
import org.newsgraph.store.StoreException;

/**
 * Graphs that are safe on disk, and not in the database yet. There they go together: each
 * transaction changes most blocks of a large database, however few articles it brings.
 *
 * <p>A file of batches; each has its length, the number of its triples, the names of its graphs,
 * and its quads as N-Quads in gzip. A batch that a crash has cut off at the end of the file was
 * never acknowledged, and counts as not written. Of graphs of one name the last one counts.
 */
public final class WriteAheadLog {
  private static final String NAME = "waiting";
  private static final int HEADER = Long.BYTES + 2 * Integer.BYTES;

  private final Path file;
  private long triples;

  /** What waits in a database's folder. */
  public WriteAheadLog(Path folder) {
    this.file = folder.resolve(NAME);
    batches((head, in) -> triples += head.triples());
  }

  /** How many triples wait. */
  public long triples() {
    return triples;
  }

  /** Those of the graphs that wait, by name, of which this is true. */
  Set<Node> graphs(Predicate<Node> wanted) {
    Set<Node> graphs = new HashSet<>();
    batches(
        (head, in) ->
            names(head, in).map(NodeFactory::createURI).filter(wanted).forEach(graphs::add));
    return graphs;
  }

  private static Stream<String> names(Head head, InputStream in) throws IOException {
    return new String(in.readNBytes(head.names()), UTF_8).lines();
  }

  /** Takes them down; they are on disk then, or there is an error. */
  public void add(List<ArticleGraph> graphs) {
    Map<String, ArticleGraph> byName = new LinkedHashMap<>();
    graphs.forEach(it -> byName.put(it.name().getURI(), it));
    byte[] names = String.join("\n", byName.keySet()).getBytes(UTF_8);
    byte[] quads = written(byName.values());
    int count = byName.values().stream().mapToInt(it -> it.triples().size()).sum();
    ByteBuffer batch =
        ByteBuffer.allocate(HEADER + names.length + quads.length)
            .putLong(names.length + quads.length)
            .putInt(count)
            .putInt(names.length)
            .put(names)
            .put(quads);
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      long end = channel.size();
      try {
        channel.position(end);
        for (batch.flip(); batch.hasRemaining(); ) {
          channel.write(batch);
        }
        channel.force(true);
      } catch (IOException e) {
        channel.truncate(end);
        throw e;
      }
    } catch (IOException e) {
      throw new StoreException(file + ": cannot be written (" + IoErrors.describe(e) + ")", e);
    }
    triples += count;
  }

  private static byte[] written(Collection<ArticleGraph> graphs) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new Fast(bytes)) {
      StreamRDF writer = StreamRDFWriter.getWriterStream(out, Lang.NQUADS);
      writer.start();
      graphs.forEach(
          graph -> graph.triples().forEach(it -> writer.quad(Quad.create(graph.name(), it))));
      writer.finish();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }

  /** Half the time of gzip as it is, for a tenth more room. */
  private static final class Fast extends GZIPOutputStream {
    Fast(OutputStream out) throws IOException {
      super(out, 1 << 16);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }

  /** All quads, in the order in which they came; those of a graph are together. */
  void forEach(Consumer<Quad> use) {
    Map<Node, Long> last = repeated();
    batches(
        (head, in) -> {
          in.skipNBytes(head.names());
          parse(
              in.readNBytes(Math.toIntExact(head.length() - head.names())),
              quad -> {
                if (last.getOrDefault(quad.getGraph(), head.at()) == head.at()) {
                  use.accept(quad);
                }
              });
        });
  }

  /** Names of graphs that several batches have, and where the last of these is. */
  private Map<Node, Long> repeated() {
    Map<String, Long> all = new HashMap<>();
    Map<Node, Long> repeated = new HashMap<>();
    batches(
        (head, in) ->
            names(head, in)
                .filter(name -> all.put(name, head.at()) != null)
                .forEach(name -> repeated.put(NodeFactory.createURI(name), head.at())));
    return repeated;
  }

  /** Nothing waits any more. */
  public void clear() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new StoreException(file + ": cannot be deleted (" + IoErrors.describe(e) + ")", e);
    }
    triples = 0;
  }

  /**
   * What a batch begins with.
   *
   * @param at where it begins in the file, in bytes
   * @param length how many bytes follow
   * @param names how many of them are the names
   */
  private record Head(long at, long length, int triples, int names) {}

  private interface Use {
    void take(Head head, InputStream in) throws IOException;
  }

  /** Hands each batch to somebody who need not read it to its end. */
  private void batches(Use use) {
    if (!Files.exists(file)) {
      return;
    }
    try (FileChannel channel = FileChannel.open(file)) {
      long end = channel.size();
      for (long at = 0; at + HEADER <= end; ) {
        DataInputStream in =
            new DataInputStream(
                new BufferedInputStream(Channels.newInputStream(channel.position(at))));
        Head head = new Head(at, in.readLong(), in.readInt(), in.readInt());
        if (head.names() < 0 || head.length() < head.names()) {
          throw new IOException("no length: " + head.length());
        }
        at += HEADER + head.length();
        if (at > end) {
          return;
        }
        use.take(head, in);
      }
    } catch (IOException | RiotException | ArithmeticException e) {
      throw new StoreException(
          file
              + ": damaged ("
              + e.getMessage()
              + "); delete it and build once more, which brings back what waits there",
          e);
    }
  }

  private static void parse(byte[] quads, Consumer<Quad> use) throws IOException {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(quads), 1 << 16)) {
      RDFParser.source(in)
          .lang(Lang.NQUADS)
          .checking(false)
          .factory(new FactoryRDFStd(LabelToNode.createUseLabelAsGiven()))
          .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
          .parse(
              new StreamRDFBase() {
                @Override
                public void quad(Quad quad) {
                  use.accept(quad);
                }
              });
    }
  }
}
