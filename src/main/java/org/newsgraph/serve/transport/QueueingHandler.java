package org.newsgraph.serve.transport;

import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.newsgraph.serve.security.ClientAddress;
import org.newsgraph.serve.security.RequestRefusal;

/**
 * Limits the number of requests that are handled at the same time, for each {@link RequestClass}
 * apart. Other requests wait without a thread. A permit is returned when the handlers have written
 * the response, not when the client has received it, and no client can hold all permits; {@code
 * QoSHandler} of Jetty has neither property.
 */
final class QueueingHandler extends Handler.Wrapper {
  /** Number of passwords that are verified at the same time. */
  private static final int LOGIN_PERMITS = 2;

  private static final int HEALTH_PERMITS = 4;

  /** Factor by which queries and changes wait longer than pages, for which a person waits. */
  private static final int PATIENCE = 4;

  private static final Set<RequestClass> PATIENT =
      EnumSet.of(RequestClass.QUERY, RequestClass.CHANGE, RequestClass.HEAVY);

  private final Predicate<Request> verifiesPassword;
  private final Duration maxWait;
  private final HeavyRequests heavy;
  private final Map<RequestClass, AdmissionQueue> queues = new EnumMap<>(RequestClass.class);

  /**
   * Creates the handler.
   *
   * @param permits the number of pages that are handled at once; queries and changes, which take
   *     longer, get half as many permits each, and heavy requests a quarter
   * @param maxWait the maximum time that a request for a page waits
   * @param heavy records the requests that take long
   * @param verifiesPassword tests whether handling a request includes verifying a password
   */
  QueueingHandler(
      Handler next,
      int permits,
      Duration maxWait,
      HeavyRequests heavy,
      Predicate<Request> verifiesPassword) {
    super(next);
    this.maxWait = maxWait;
    this.heavy = heavy;
    this.verifiesPassword = verifiesPassword;
    queues.put(RequestClass.PAGE, new AdmissionQueue(permits));
    queues.put(RequestClass.QUERY, new AdmissionQueue(part(permits, 2)));
    queues.put(RequestClass.CHANGE, new AdmissionQueue(part(permits, 2)));
    queues.put(RequestClass.HEAVY, new AdmissionQueue(part(permits, 4)));
    queues.put(RequestClass.LOGIN, new AdmissionQueue(LOGIN_PERMITS));
    queues.put(RequestClass.HEALTH, new AdmissionQueue(HEALTH_PERMITS));
  }

  private static int part(int permits, int divisor) {
    return Math.max(1, permits / divisor);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (RequestRefusal.isAttachedTo(request)) {
      return super.handle(request, response, callback);
    }
    RequestClass type =
        verifiesPassword.test(request) ? RequestClass.LOGIN : RequestClass.of(request);
    new Admitting(heavyClass(type, request), request, response, callback).enter();
    return true;
  }

  /** Separates heavy requests from others, so that repeating one does not fill the queues. */
  private RequestClass heavyClass(RequestClass type, Request request) {
    boolean mayBeHeavy = type == RequestClass.QUERY || type == RequestClass.PAGE;
    return mayBeHeavy && heavy.contains(request) ? RequestClass.HEAVY : type;
  }

  /** The way of one request through its queue. */
  private final class Admitting {
    private final RequestClass type;
    private final AdmissionQueue queue;
    private final AdmissionQueue.Ticket ticket;
    private final Duration patience;
    private final Request request;
    private final Response response;
    private final Callback callback;
    private volatile Scheduler.Task expiry;

    Admitting(RequestClass type, Request request, Response response, Callback callback) {
      this.type = type;
      this.queue = queues.get(type);
      this.patience = PATIENT.contains(type) ? maxWait.multipliedBy(PATIENCE) : maxWait;
      this.request = request;
      this.response = response;
      this.callback = callback;
      this.ticket =
          new AdmissionQueue.Ticket(
              ClientAddress.of(Request.getRemoteAddr(request)), this::continueWithPermit);
    }

    void enter() {
      switch (queue.enter(ticket)) {
        case ADMITTED -> proceedWithPermit();
        case FULL -> refuse();
        case WAITING ->
            expiry =
                request
                    .getComponents()
                    .getScheduler()
                    .schedule(this::expire, patience.toMillis(), TimeUnit.MILLISECONDS);
      }
    }

    private void expire() {
      if (queue.cancel(ticket)) {
        request.getComponents().getExecutor().execute(this::refuse);
      }
    }

    private void refuse() {
      RequestRefusal.retryAfter(503, "the server is busy; try again in a moment", 10)
          .attachTo(request);
      proceed(callback);
    }

    private void continueWithPermit() {
      Scheduler.Task timer = expiry;
      if (timer != null) {
        timer.cancel();
      }
      request.getComponents().getExecutor().execute(this::proceedUnlessHeavy);
    }

    /** Handles a request that has waited, unless an equal one proved to be heavy meanwhile. */
    private void proceedUnlessHeavy() {
      RequestClass current = heavyClass(type, request);
      if (current == type) {
        proceedWithPermit();
      } else {
        leave();
        new Admitting(current, request, response, callback).enter();
      }
    }

    private void leave() {
      queue.leave(ticket).ifPresent(next -> next.onAdmission().run());
    }

    private void proceedWithPermit() {
      long start = System.nanoTime();
      AtomicBoolean holdsPermit = new AtomicBoolean(true);
      Runnable done =
          () -> {
            if (holdsPermit.getAndSet(false)) {
              heavy.record(request, Duration.ofNanos(System.nanoTime() - start));
              leave();
            }
          };
      proceed(Callback.from(callback, done));
    }

    private void proceed(Callback completion) {
      try {
        if (!QueueingHandler.super.handle(request, response, completion)) {
          Response.writeError(request, response, completion, 404);
        }
      } catch (Throwable e) {
        Response.writeError(request, response, completion, e);
      }
    }
  }
}
