package org.newsgraph.export.network;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.newsgraph.export.DatasetSubset;
import org.newsgraph.export.Destination;
import org.newsgraph.export.Exporter;

/**
 * Exports the graph as a network.
 *
 * @param syntax writer of the file format
 * @param options options of the network
 */
public record NetworkExport(Syntax syntax, NetworkOptions options) implements Exporter {
  /** A file format for networks. */
  @FunctionalInterface
  public interface Syntax {
    /**
     * Writes a network.
     *
     * @param places coordinates of the vertices, x and y in turn; empty without a layout
     */
    void write(Network network, double[] places, Writer out) throws IOException;
  }

  @Override
  public void write(DatasetSubset subset, Destination to) {
    Network network = NetworkBuilder.build(subset, options);
    double[] places = options.layout() ? ForceLayout.of(network) : new double[0];
    to.file(
        out -> {
          Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
          syntax.write(network, places, writer);
          writer.flush();
        });
  }
}
