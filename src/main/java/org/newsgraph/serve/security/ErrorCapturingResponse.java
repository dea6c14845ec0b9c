package org.newsgraph.serve.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;

/**
 * A response that tracks errors. An error after the response was committed truncates it. An earlier
 * error replaces the content written so far. Messages of internal errors are replaced by a general
 * one. Browsers get errors as a page.
 */
final class ErrorCapturingResponse extends HttpServletResponseWrapper {
  private static final int SERVER_ERROR = 500;
  private static final int UNAVAILABLE = 503;
  private static final String INTERNAL_ERROR = "internal error; see the server's log";

  private final long mostBytes;
  private final boolean inPages;
  private final ByteArrayOutputStream internalMessage = new ByteArrayOutputStream();
  private Counted out;
  private PrintWriter writer;
  private boolean truncated;
  private boolean hidden;
  private int failure;

  /**
   * Wraps a response.
   *
   * @param mostBytes maximum size of the response, in bytes
   * @param inPages true to hold back error messages for {@link #writeErrorPage}
   */
  ErrorCapturingResponse(HttpServletResponse response, long mostBytes, boolean inPages) {
    super(response);
    this.mostBytes = mostBytes;
    this.inPages = inPages;
  }

  /** Renders the status and the reason of an error as a page. */
  @FunctionalInterface
  interface Telling {
    String render(int status, String reason);
  }

  /** Writes the page of an error that was held back, if there is one. */
  void writeErrorPage(Telling telling) throws IOException {
    if (!isHeldBack() || isCommitted()) {
      return;
    }
    String reason = hidden ? INTERNAL_ERROR : internalMessage.toString(UTF_8);
    byte[] page = telling.render(failure, reason).getBytes(UTF_8);
    super.setContentType("text/html; charset=utf-8");
    setHeader("Vary", "Accept");
    setHeader("Cache-Control", "no-store");
    super.setContentLength(page.length);
    super.getOutputStream().write(page);
  }

  /** Tests whether the content is an error message to be held back; HTML error pages are not. */
  private boolean isHeldBack() {
    String type = getContentType();
    return inPages && failure != 0 && !truncated && (type == null || !type.startsWith("text/html"));
  }

  boolean isTruncated() {
    return truncated;
  }

  /** Returns the internal message of the error, for the access log; empty if there is no error. */
  Optional<String> reason() {
    if (failure == 0 && !truncated) {
      return Optional.empty();
    }
    String words = internalMessage.toString(UTF_8).strip();
    return Optional.of((truncated ? "truncated: " : "") + (words.isEmpty() ? failure : words));
  }

  @Override
  public void setStatus(int status) {
    if (status >= 400) {
      fail(status);
    }
    if (!isCommitted()) {
      super.setStatus(status);
    }
  }

  private void fail(int status) {
    failure = status;
    if (isCommitted()) {
      truncated = true;
      return;
    }
    resetBuffer();
    hidden = status == SERVER_ERROR;
    if (status == UNAVAILABLE) {
      setHeader("Retry-After", "30");
    }
    if (hidden) {
      super.setContentType("text/plain; charset=utf-8");
    }
  }

  @Override
  public void sendError(int status) throws IOException {
    sendError(status, "");
  }

  @Override
  public void sendError(int status, String message) throws IOException {
    setStatus(status);
    if (truncated) {
      return;
    }
    setContentType("text/plain; charset=utf-8");
    getOutputStream().write(((message == null ? "" : message) + "\n").getBytes(UTF_8));
  }

  @Override
  public void setContentLength(int length) {
    if (failure == 0) {
      super.setContentLength(length);
    }
  }

  @Override
  public void setContentLengthLong(long length) {
    if (failure == 0) {
      super.setContentLengthLong(length);
    }
  }

  @Override
  public ServletOutputStream getOutputStream() throws IOException {
    if (out == null) {
      out = new Counted(super.getOutputStream());
    }
    return out;
  }

  @Override
  public PrintWriter getWriter() throws IOException {
    if (writer == null) {
      writer = new PrintWriter(getOutputStream(), true, UTF_8);
    }
    return writer;
  }

  @Override
  public void flushBuffer() throws IOException {
    if (!isHeldBack()) {
      super.flushBuffer();
    }
  }

  private final class Counted extends ServletOutputStream {
    private final ServletOutputStream target;
    private long bytes;
    private boolean messageWritten;

    Counted(ServletOutputStream target) {
      this.target = target;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] buffer, int from, int length) throws IOException {
      if (failure != 0) {
        internalMessage.write(buffer, from, Math.min(length, 1000));
      }
      if (truncated) {
        return;
      }
      if (isHeldBack()) {
        return;
      }
      if (hidden) {
        if (!messageWritten) {
          messageWritten = true;
          target.write((INTERNAL_ERROR + "\n").getBytes(UTF_8));
        }
        return;
      }
      bytes += length;
      if (bytes > mostBytes) {
        failure = failure == 0 ? UNAVAILABLE : failure;
        truncated = true;
        internalMessage.writeBytes(
            ("the response is longer than " + mostBytes + " bytes").getBytes(UTF_8));
        throw new ResponseFilter.TornException();
      }
      target.write(buffer, from, length);
    }

    @Override
    public void flush() throws IOException {
      if (!truncated && !isHeldBack()) {
        target.flush();
      }
    }

    @Override
    public void close() throws IOException {
      if (!truncated && !isHeldBack()) {
        target.close();
      }
    }

    @Override
    public boolean isReady() {
      return target.isReady();
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      target.setWriteListener(listener);
    }
  }
}
