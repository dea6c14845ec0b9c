package org.newsgraph.serve.security;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import org.eclipse.jetty.http.HttpException;
import org.newsgraph.serve.http.HttpError;
import org.newsgraph.serve.http.RequestAttributes;

/**
 * A request whose body fails to read beyond a maximum size, whatever its Content-Length says. The
 * error of a body that cannot be read becomes an attribute of the request, since handlers of other
 * libraries report it as an internal error.
 */
final class LimitedRequest extends HttpServletRequestWrapper {
  private final long mostBytes;
  private ServletInputStream limited;

  LimitedRequest(HttpServletRequest request, long mostBytes) {
    super(request);
    this.mostBytes = mostBytes;
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    if (limited == null) {
      limited = new Limited(super.getInputStream());
    }
    return limited;
  }

  /** A read of the underlying stream, which returns a byte, a number of bytes, or -1 at the end. */
  @FunctionalInterface
  private interface Reading {
    int read() throws IOException;
  }

  private final class Limited extends ServletInputStream {
    private final ServletInputStream source;
    private long remaining = mostBytes;

    Limited(ServletInputStream source) {
      this.source = source;
    }

    @Override
    public int read() throws IOException {
      return counted(read(source::read), 1);
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      int read = read(() -> source.read(buffer, from, length));
      return counted(read, read);
    }

    private int read(Reading reading) throws IOException {
      try {
        return reading.read();
      } catch (IOException | RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
          if (cause instanceof HttpException malformed) {
            HttpError error =
                new HttpError(malformed.getCode(), "the body of the request is malformed");
            setAttribute(RequestAttributes.BODY_ERROR, error);
          }
        }
        throw e;
      }
    }

    private int counted(int result, int bytes) throws IOException {
      if (result >= 0) {
        remaining -= bytes;
        if (remaining < 0) {
          HttpError error =
              new HttpError(413, "the request is longer than " + mostBytes + " bytes");
          setAttribute(RequestAttributes.BODY_ERROR, error);
          throw new IOException(error.getMessage());
        }
      }
      return result;
    }

    @Override
    public boolean isFinished() {
      return source.isFinished();
    }

    @Override
    public boolean isReady() {
      return source.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      source.setReadListener(listener);
    }
  }
}
