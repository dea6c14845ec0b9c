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
 * Writes a network.
 *
 * @param syntax what writes it
 */
public record NetworkExport(Syntax syntax, NetworkOptions choice) implements Exporter {
  /** How a network is written. */
  @FunctionalInterface
  public interface Syntax {
    /**
     * Writes all of it.
     *
     * @param places of the vertices, x and y in turn; empty where they have none
     */
    void write(Network network, double[] places, Writer out) throws IOException;
  }

  @Override
  public void write(DatasetSubset excerpt, Destination to) {
    Network network = NetworkBuilder.build(excerpt, choice);
    double[] places = choice.layout() ? ForceLayout.of(network) : new double[0];
    to.file(
        out -> {
          Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
          syntax.write(network, places, writer);
          writer.flush();
        });
  }
}
