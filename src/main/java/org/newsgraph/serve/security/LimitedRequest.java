package org.newsgraph.serve.security;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;

/** A request whose body fails to read beyond a maximum size, whatever its Content-Length says. */
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

  private final class Limited extends ServletInputStream {
    private final ServletInputStream source;
    private long remaining = mostBytes;

    Limited(ServletInputStream source) {
      this.source = source;
    }

    @Override
    public int read() throws IOException {
      return counted(source.read(), 1);
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      int read = source.read(buffer, from, length);
      return counted(read, read);
    }

    private int counted(int result, int bytes) throws IOException {
      if (result >= 0) {
        remaining -= bytes;
        if (remaining < 0) {
          throw new IOException("the request is longer than " + mostBytes + " bytes");
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
