package org.newsgraph.serve.sparql.budget;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Counts the memory that threads allocate. */
final class AllocatedMemory {
  private static final ThreadMXBean THREADS =
      ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads
              && threads.isThreadAllocatedMemorySupported()
          ? threads
          : null;

  private AllocatedMemory() {}

  /**
   * Returns the memory that a thread has allocated since its start, in bytes; 0 if this virtual
   * machine does not count it.
   */
  static long of(Thread thread) {
    if (THREADS == null) {
      return 0;
    }
    return thread == Thread.currentThread()
        ? THREADS.getCurrentThreadAllocatedBytes()
        : THREADS.getThreadAllocatedBytes(thread.getId());
  }
}
