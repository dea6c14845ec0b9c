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
import java.util.Set;
import org.eclipse.jetty.http.HttpStatus;
import org.newsgraph.io.ErrorMessages;
import org.newsgraph.serve.page.ErrorFormat;

/**
 * A response that tracks errors. An error after the response was committed truncates it. An earlier
 * error replaces the content written so far. Its message is held back until the end of the request,
 * without internal details, and then rendered in the format that the client understands.
 */
final class ErrorCapturingResponse extends HttpServletResponseWrapper {
  private static final int SERVER_ERROR = 500;
  private static final int UNAVAILABLE = 503;
  private static final int MAX_MESSAGE_BYTES = 16 << 10;
  private static final String INTERNAL_ERROR = "internal error; see the server's log";

  /** Media types of error messages that handlers have rendered by themselves. */
  private static final Set<String> RENDERED =
      Set.of("text/html", "application/json", "text/event-stream");

  private final long mostBytes;
  private final ErrorFormat format;
  private final ByteArrayOutputStream message = new ByteArrayOutputStream();
  private Counted out;
  private PrintWriter writer;
  private boolean truncated;
  private int failure;

  /**
   * Wraps a response.
   *
   * @param mostBytes maximum size of the response, in bytes
   * @param format the format for error messages
   */
  ErrorCapturingResponse(HttpServletResponse response, long mostBytes, ErrorFormat format) {
    super(response);
    this.mostBytes = mostBytes;
    this.format = format;
  }

  /** Renders the status and the reason of an error. */
  @FunctionalInterface
  interface Renderer {
    String render(int status, String reason);
  }

  /** Writes the error that was held back, if there is one. */
  void writeError(Renderer renderer) throws IOException {
    if (writer != null) {
      writer.flush();
    }
    if (!isHeldBack() || isCommitted()) {
      return;
    }
    String reason = ErrorMessages.withoutInternals(capturedMessage());
    if (failure == SERVER_ERROR) {
      reason = INTERNAL_ERROR;
    } else if (reason.isEmpty()) {
      reason = HttpStatus.getMessage(failure);
    }
    byte[] content = renderer.render(failure, reason).getBytes(UTF_8);
    super.setContentType(format.mediaType() + "; charset=utf-8");
    setHeader("Vary", "Accept");
    setHeader("Cache-Control", "no-store");
    super.setContentLength(content.length);
    super.getOutputStream().write(content);
  }

  private String capturedMessage() {
    return message.toString(UTF_8).strip();
  }

  /** Tests whether the content is an error message to be held back. */
  private boolean isHeldBack() {
    return failure != 0 && !truncated && (failure == SERVER_ERROR || !isRendered());
  }

  private boolean isRendered() {
    String type = getContentType();
    return type != null && RENDERED.contains(type.split(";", 2)[0].strip());
  }

  boolean isTruncated() {
    return truncated;
  }

  /** Returns the internal message of the error, for the access log; empty if there is no error. */
  Optional<String> reason() {
    if (failure == 0 && !truncated) {
      return Optional.empty();
    }
    String words = capturedMessage();
    return Optional.of((truncated ? "truncated: " : "") + (words.isEmpty() ? failure : words));
  }

  @Override
  public void setStatus(int status) {
    if (status >= 400) {
      fail(status);
    } else if (!truncated && !isCommitted()) {
      failure = 0;
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
    message.reset();
    super.setContentType("text/plain; charset=utf-8");
    if (status == UNAVAILABLE && getHeader("Retry-After") == null) {
      setHeader("Retry-After", "30");
    }
  }

  @Override
  public void sendError(int status) throws IOException {
    sendError(status, "");
  }

  @Override
  public void sendError(int status, String reason) throws IOException {
    setStatus(status);
    if (truncated) {
      return;
    }
    setContentType("text/plain; charset=utf-8");
    getOutputStream().write((reason == null ? "" : reason).getBytes(UTF_8));
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
        message.write(buffer, from, Math.min(length, MAX_MESSAGE_BYTES - message.size()));
      }
      if (truncated || isHeldBack()) {
        return;
      }
      bytes += length;
      if (bytes > mostBytes) {
        failure = failure == 0 ? UNAVAILABLE : failure;
        truncated = true;
        message.writeBytes(("the response is longer than " + mostBytes + " bytes").getBytes(UTF_8));
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
