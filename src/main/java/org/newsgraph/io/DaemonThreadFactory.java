package org.newsgraph.io;

import java.util.concurrent.ThreadFactory;

/**
 * Creates daemon threads, which do not keep the program running.
 *
 * @param name the name of the threads, as monitoring tools show it
 */
public record DaemonThreadFactory(String name) implements ThreadFactory {
  @Override
  public Thread newThread(Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }
}
