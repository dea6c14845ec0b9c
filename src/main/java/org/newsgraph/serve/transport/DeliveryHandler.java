package org.newsgraph.serve.transport;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Separates the production of a response from its delivery: handlers write as fast as they can, and
 * the part of a response that the client has not taken yet is stored in a {@link TransferSpool}. A
 * slow client therefore occupies neither a thread nor a permit. Clients that take a response more
 * slowly than permitted are disconnected.
 */
final class DeliveryHandler extends Handler.Wrapper {
  /** Number of times that slow clients are looked for while one window passes. */
  private static final int CHECKS_PER_WINDOW = 6;

  private final TransferLimits limits;
  private final SpoolBudget budget;
  private final Set<SpooledResponse> pending = ConcurrentHashMap.newKeySet();
  private volatile Scheduler.Task nextCheck;

  DeliveryHandler(Handler next, TransferLimits limits, SpoolBudget budget) {
    super(next);
    this.limits = limits;
    this.budget = budget;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    SpooledResponse spooled = new SpooledResponse(request, response, callback, budget, pending);
    Callback completion = spooled.completion();
    try {
      return super.handle(request, spooled, completion);
    } catch (Throwable e) {
      Response.writeError(request, spooled, completion, e);
      return true;
    }
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    scheduleCheck();
  }

  @Override
  protected void doStop() throws Exception {
    nextCheck.cancel();
    super.doStop();
  }

  private void scheduleCheck() {
    long millis = Math.max(1, limits.window().toMillis() / CHECKS_PER_WINDOW);
    nextCheck = getServer().getScheduler().schedule(this::check, millis, TimeUnit.MILLISECONDS);
  }

  private void check() {
    long now = System.nanoTime();
    pending.forEach(response -> response.disconnectIfSlow(limits, now));
    if (isStarted()) {
      scheduleCheck();
    }
  }
}
