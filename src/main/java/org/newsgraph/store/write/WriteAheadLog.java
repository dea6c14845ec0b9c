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
 * A write-ahead log of article graphs: they are durable, but not in the database yet. A checkpoint
 * moves all of them together, because each transaction changes most blocks of a large database,
 * however few articles it adds.
 *
 * <p>The file is a sequence of batches. Each batch has its length, the number of its triples, the
 * names of its graphs, and its quads as gzipped N-Quads. A batch that a crash has truncated at the
 * end of the file was never acknowledged, and is ignored. If several graphs have the same name, the
 * last one counts.
 */
public final class WriteAheadLog {
  private static final String NAME = "wal";
  private static final int HEADER = Long.BYTES + 2 * Integer.BYTES;

  private final Path file;
  private long triples;

  /** Creates the log of a database. A missing file is an empty log. */
  public WriteAheadLog(Path folder) {
    this.file = folder.resolve(NAME);
  }

  /**
   * Reads the headers of all batches that an earlier process has left. To be called once, before
   * all other methods.
   *
   * @throws StoreException if the log is damaged
   */
  void open() {
    triples = 0;
    batches((header, in) -> triples += header.triples());
  }

  /** Returns the number of triples in the log. */
  long triples() {
    return triples;
  }

  /** Returns the names of logged graphs that match a predicate. */
  Set<Node> graphs(Predicate<Node> predicate) {
    Set<Node> graphs = new HashSet<>();
    batches(
        (header, in) ->
            names(header, in).map(NodeFactory::createURI).filter(predicate).forEach(graphs::add));
    return graphs;
  }

  private static Stream<String> names(BatchHeader header, InputStream in) throws IOException {
    return new String(in.readNBytes(header.names()), UTF_8).lines();
  }

  /**
   * Appends the graphs to the log and forces them to disk before returning.
   *
   * @throws StoreException if they cannot be written; then the log is unchanged
   */
  public void add(List<ArticleGraph> graphs) {
    Map<String, ArticleGraph> byName = new LinkedHashMap<>();
    graphs.forEach(it -> byName.put(it.name().getURI(), it));
    byte[] names = String.join("\n", byName.keySet()).getBytes(UTF_8);
    byte[] quads = serialized(byName.values());
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

  private static byte[] serialized(Collection<ArticleGraph> graphs) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new FastGzipOutputStream(bytes)) {
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

  /** Gzip at its fastest level: half the time of the default level, for a tenth more space. */
  private static final class FastGzipOutputStream extends GZIPOutputStream {
    FastGzipOutputStream(OutputStream out) throws IOException {
      super(out, 1 << 16);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }

  /** Passes all quads in the order in which they were logged, graph by graph. */
  void forEach(Consumer<Quad> consumer) {
    Map<Node, Long> last = repeated();
    batches(
        (header, in) -> {
          in.skipNBytes(header.names());
          parse(
              in.readNBytes(Math.toIntExact(header.length() - header.names())),
              quad -> {
                if (last.getOrDefault(quad.getGraph(), header.offset()) == header.offset()) {
                  consumer.accept(quad);
                }
              });
        });
  }

  /** Returns the names of graphs in more than one batch, with the offset of the last batch. */
  private Map<Node, Long> repeated() {
    Map<String, Long> all = new HashMap<>();
    Map<Node, Long> repeated = new HashMap<>();
    batches(
        (header, in) ->
            names(header, in)
                .filter(name -> all.put(name, header.offset()) != null)
                .forEach(name -> repeated.put(NodeFactory.createURI(name), header.offset())));
    return repeated;
  }

  /** Deletes the contents of the log. */
  public void clear() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new StoreException(file + ": cannot be deleted (" + IoErrors.describe(e) + ")", e);
    }
    triples = 0;
  }

  /**
   * The header of a batch.
   *
   * @param offset offset of the batch in the file, in bytes
   * @param length length of the batch after the header, in bytes
   * @param triples number of triples
   * @param names length of the graph names, in bytes
   */
  private record BatchHeader(long offset, long length, int triples, int names) {}

  private interface BatchReader {
    void read(BatchHeader header, InputStream in) throws IOException;
  }

  /** Passes each batch to a reader, which need not read it to its end. */
  private void batches(BatchReader reader) {
    if (!Files.exists(file)) {
      return;
    }
    try (FileChannel channel = FileChannel.open(file)) {
      long end = channel.size();
      for (long at = 0; at + HEADER <= end; ) {
        DataInputStream in =
            new DataInputStream(
                new BufferedInputStream(Channels.newInputStream(channel.position(at))));
        BatchHeader header = new BatchHeader(at, in.readLong(), in.readInt(), in.readInt());
        if (header.names() < 0 || header.length() < header.names()) {
          throw new IOException("invalid length of a batch: " + header.length());
        }
        at += HEADER + header.length();
        if (at > end) {
          return;
        }
        reader.read(header, in);
      }
    } catch (IOException | RiotException | ArithmeticException e) {
      throw new StoreException(
          file
              + ": the write-ahead log is damaged ("
              + e.getMessage()
              + "); delete it and run the build again, which restores the articles in it",
          e);
    }
  }

  private static void parse(byte[] quads, Consumer<Quad> consumer) throws IOException {
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
                  consumer.accept(quad);
                }
              });
    }
  }
}
