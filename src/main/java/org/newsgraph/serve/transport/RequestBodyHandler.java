package org.newsgraph.serve.transport;

import java.security.MessageDigest;
import java.util.concurrent.TimeoutException;
import org.apache.commons.codec.digest.DigestUtils;
import org.eclipse.jetty.http.BadMessageException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;
import org.newsgraph.serve.security.ClientAddress;
import org.newsgraph.serve.security.RequestRefusal;

/**
 * Reads the complete body of a request before the next handler gets the request. A slow client
 * therefore occupies neither a thread nor a permit. Bodies that are too long or too slow are
 * refused.
 */
final class RequestBodyHandler extends Handler.Wrapper {
  /**
   * Number of bytes of a refused request that are read and discarded. Many clients read the
   * response only after they have sent the complete request.
   */
  private static final long MAX_DISCARDED = 16L << 20;

  private final long maxBytes;
  private final TransferLimits limits;
  private final SpoolBudget budget;

  RequestBodyHandler(Handler next, long maxBytes, TransferLimits limits, SpoolBudget budget) {
    super(next);
    this.maxBytes = maxBytes;
    this.limits = limits;
    this.budget = budget;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (!hasBody(request) || isWaitingForPermission(request)) {
      return super.handle(request, response, callback);
    }
    new Reading(request, response, callback).run();
    return true;
  }

  private static boolean hasBody(Request request) {
    return request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING)
        || request.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH) > 0;
  }

  /** Tests whether the client of a refused request has not sent the body yet. */
  private static boolean isWaitingForPermission(Request request) {
    return RequestRefusal.isAttachedTo(request) && request.getHeaders().contains(HttpHeader.EXPECT);
  }

  /** Reads one body; runs whenever a part of it has arrived. */
  private final class Reading implements Invocable.Task {
    private final Request request;
    private final Response response;
    private final Callback callback;
    private final TransferSpool spool;
    private final TransferRate rate = new TransferRate(System.nanoTime());
    private final MessageDigest digest = DigestUtils.getSha256Digest();
    private long length;

    Reading(Request request, Response response, Callback callback) {
      this.request = request;
      this.response = response;
      this.callback = callback;
      this.spool = new TransferSpool(budget, ClientAddress.of(Request.getRemoteAddr(request)));
    }

    @Override
    public InvocationType getInvocationType() {
      return InvocationType.BLOCKING;
    }

    @Override
    public void run() {
      while (true) {
        Content.Chunk chunk = request.read();
        if (chunk == null) {
          request.demand(this);
          return;
        }
        if (Content.Chunk.isFailure(chunk)) {
          refusal(chunk.getFailure()).attachTo(request);
          next();
          return;
        }
        boolean last = chunk.isLast();
        keep(chunk);
        chunk.release();
        boolean refused = RequestRefusal.isAttachedTo(request);
        if (last || (refused && length > maxBytes + MAX_DISCARDED)) {
          next();
          return;
        }
        if (rate.isBelow(limits, System.nanoTime())) {
          tooSlow().attachTo(request);
          next();
          return;
        }
      }
    }

    private void keep(Content.Chunk chunk) {
      int added = chunk.remaining();
      rate.add(added);
      length += added;
      if (length > maxBytes) {
        tooLong(maxBytes).attachTo(request);
      }
      digest.update(chunk.getByteBuffer().slice());
      if (!RequestRefusal.isAttachedTo(request) && !spool.append(chunk.getByteBuffer())) {
        RequestRefusal.retryAfter(
                503, "the server is receiving too many large requests; try again", 30)
            .attachTo(request);
      }
    }

    private RequestRefusal tooSlow() {
      return RequestRefusal.of(
          408,
          "the request arrived too slowly; send at least "
              + limits.minBytesPerSecond()
              + " bytes per second");
    }

    private RequestRefusal refusal(Throwable failure) {
      if (failure instanceof BadMessageException) {
        return RequestRefusal.of(400, "the body of the request is not valid HTTP");
      }
      return failure instanceof TimeoutException
          ? tooSlow()
          : RequestRefusal.of(400, "the connection ended before the body of the request");
    }

    private void next() {
      HeavyRequests.setBodyDigest(request, digest.digest());
      Request complete = new BufferedRequest(request, spool);
      Callback release = Callback.from(callback, spool::close);
      try {
        if (!RequestBodyHandler.super.handle(complete, response, release)) {
          Response.writeError(complete, response, release, 404);
        }
      } catch (Throwable e) {
        Response.writeError(complete, response, release, e);
      }
    }
  }

  /** Returns the refusal of a request whose body is longer than permitted. */
  static RequestRefusal tooLong(long maxBytes) {
    return RequestRefusal.of(413, "the request is longer than " + maxBytes + " bytes");
  }
}
