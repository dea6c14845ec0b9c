package org.newsgraph.serve.http;

import java.util.concurrent.ThreadFactory;

/**
 * Makes threads that do not keep the program alive.
 *
 * @param name of the threads, for who looks at what the server does
 */
public record DaemonThreadFactory(String name) implements ThreadFactory {
  @Override
  public Thread newThread(Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }
}
