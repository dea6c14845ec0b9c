package org.newsgraph.benchmarks;

import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.TDB2;

/**
 * The baseline for the server: unmodified Fuseki on an unmodified TDB2 database. Queries see the
 * union of all graphs, as in Newsgraph.
 *
 * <p>Arguments: folder of the database, port.
 */
final class PlainFuseki {
  private PlainFuseki() {}

  public static void main(String[] args) {
    DatasetGraph dataset = DatabaseMgr.connectDatasetGraph(args[0]);
    dataset.getContext().set(TDB2.symUnionDefaultGraph, true);
    FusekiServer server =
        FusekiServer.create()
            .loopback(true)
            .port(Integer.parseInt(args[1]))
            .add("/plain", dataset)
            .start();
    System.out.println("http://127.0.0.1:" + server.getPort() + "/plain");
    server.join();
  }
}
