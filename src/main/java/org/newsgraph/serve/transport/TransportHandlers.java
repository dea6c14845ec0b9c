package org.newsgraph.serve.transport;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Predicate;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.newsgraph.serve.security.LoadLimits;

/** Assembles the handlers that a request passes before it reaches a database. */
public final class TransportHandlers {
  private TransportHandlers() {}

  /**
   * Returns the first handler of the chain.
   *
   * @param database handles the requests that have been admitted, and sends the refusals
   * @param hosts the host names under which the server answers
   * @param timeout maximum duration of a query
   * @param verifiesPassword tests whether handling a request includes verifying a password
   */
  public static Handler before(
      Handler database,
      AcceptedHosts hosts,
      LoadLimits limits,
      TransferLimits transfers,
      Duration timeout,
      Predicate<Request> verifiesPassword) {
    SpoolBudget budget = SpoolBudget.ofFreeSpace(Path.of(System.getProperty("java.io.tmpdir")));
    Handler queueing =
        new QueueingHandler(
            database,
            limits.maxConcurrent(),
            limits.maxWait(),
            new HeavyRequests(timeout.dividedBy(2)),
            verifiesPassword);
    Handler reading = new RequestBodyHandler(queueing, limits.maxBytes(), transfers, budget);
    Handler delivering = new DeliveryHandler(reading, transfers, budget);
    return new AdmissionHandler(delivering, hosts, limits);
  }
}
