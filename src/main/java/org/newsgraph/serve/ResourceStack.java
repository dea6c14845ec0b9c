package org.newsgraph.serve;

import java.util.ArrayDeque;
import java.util.Deque;

/** Resources that are closed together, the last added first. */
final class ResourceStack implements AutoCloseable {
  private final Deque<AutoCloseable> resources = new ArrayDeque<>();

  /** Adds a resource, which will be closed before all earlier ones. */
  <T extends AutoCloseable> T push(T resource) {
    resources.push(resource);
    return resource;
  }

  /** Adds a resource, which will be closed after all others. */
  void addLast(AutoCloseable resource) {
    resources.addLast(resource);
  }

  /**
   * Closes all resources.
   *
   * @throws IllegalStateException if one cannot be closed; those below it stay open
   */
  @Override
  public void close() {
    while (!resources.isEmpty()) {
      try {
        resources.pop().close();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
