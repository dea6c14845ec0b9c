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
 * An answer that knows when it went wrong: a failure after its beginning was sent tears it; one
 * before takes the place of what was written; a failure of the program itself is told in our words,
 * not in its own. To a browser a failure is told in a page.
 */
final class ErrorCapturingResponse extends HttpServletResponseWrapper {
  private static final int SERVER_ERROR = 500;
  private static final int UNAVAILABLE = 503;
  private static final String FAILED = "the server failed at this; its log says how";

  private final long mostBytes;
  private final boolean inPages;
  private final ByteArrayOutputStream innerWords = new ByteArrayOutputStream();
  private Counted out;
  private PrintWriter writer;
  private boolean torn;
  private boolean hidden;
  private int failure;

  /**
   * Guards an answer.
   *
   * @param inPages whether failures are held back for {@link #tell}
   */
  ErrorCapturingResponse(HttpServletResponse response, long mostBytes, boolean inPages) {
    super(response);
    this.mostBytes = mostBytes;
    this.inPages = inPages;
  }

  /** Makes a page out of a failure's status and its reason. */
  @FunctionalInterface
  interface Telling {
    String page(int status, String reason);
  }

  /** Tells of a failure that was held back, if there is one. */
  void tell(Telling telling) throws IOException {
    if (!isHeldBack() || isCommitted()) {
      return;
    }
    String reason = hidden ? FAILED : innerWords.toString(UTF_8);
    byte[] page = telling.page(failure, reason).getBytes(UTF_8);
    super.setContentType("text/html; charset=utf-8");
    setHeader("Vary", "Accept");
    setHeader("Cache-Control", "no-store");
    super.setContentLength(page.length);
    super.getOutputStream().write(page);
  }

  /** A page that tells of its failure itself is let through. */
  private boolean isHeldBack() {
    String type = getContentType();
    return inPages && failure != 0 && !torn && (type == null || !type.startsWith("text/html"));
  }

  boolean isTorn() {
    return torn;
  }

  /** What went wrong, in the program's own words. */
  Optional<String> reason() {
    if (failure == 0 && !torn) {
      return Optional.empty();
    }
    String words = innerWords.toString(UTF_8).strip();
    return Optional.of((torn ? "broken off: " : "") + (words.isEmpty() ? failure : words));
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
      torn = true;
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
    if (torn) {
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
    private boolean told;

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
        innerWords.write(buffer, from, Math.min(length, 1000));
      }
      if (torn) {
        return;
      }
      if (isHeldBack()) {
        return;
      }
      if (hidden) {
        if (!told) {
          told = true;
          target.write((FAILED + "\n").getBytes(UTF_8));
        }
        return;
      }
      bytes += length;
      if (bytes > mostBytes) {
        failure = failure == 0 ? UNAVAILABLE : failure;
        torn = true;
        innerWords.writeBytes(
            ("the answer is longer than " + mostBytes + " bytes").getBytes(UTF_8));
        throw new ResponseFilter.TornException();
      }
      target.write(buffer, from, length);
    }

    @Override
    public void flush() throws IOException {
      if (!torn && !isHeldBack()) {
        target.flush();
      }
    }

    @Override
    public void close() throws IOException {
      if (!torn && !isHeldBack()) {
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
