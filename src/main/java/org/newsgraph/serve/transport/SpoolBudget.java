package org.newsgraph.serve.transport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory, and the disk space in temporary files, that all stored request bodies and responses
 * may use together. No client gets more than half of the disk space.
 */
final class SpoolBudget {
  private static final long MAX_BYTES = 1L << 30;

  /** Part of the heap that all stored bodies and responses together may occupy. */
  private static final long MAX_MEMORY_BYTES = Runtime.getRuntime().maxMemory() / 16;

  private final long maxBytes;
  private final AtomicLong memory = new AtomicLong();
  private final Map<String, Long> used = new HashMap<>();
  private long total;

  SpoolBudget(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** Returns a budget of 1 GiB, or of a quarter of the free disk space if that is less. */
  static SpoolBudget ofFreeSpace(Path folder) {
    try {
      return new SpoolBudget(Math.min(MAX_BYTES, Files.getFileStore(folder).getUsableSpace() / 4));
    } catch (IOException e) {
      // Without a folder for temporary files, everything stays in memory, within its limits.
      return new SpoolBudget(0);
    }
  }

  /** Reserves memory. Returns false if too little is left. */
  boolean reserveMemory(int bytes) {
    if (memory.addAndGet(bytes) <= MAX_MEMORY_BYTES) {
      return true;
    }
    releaseMemory(bytes);
    return false;
  }

  void releaseMemory(int bytes) {
    memory.addAndGet(-bytes);
  }

  /** Reserves disk space for a client. Returns false if too little is left. */
  synchronized boolean reserve(String client, long bytes) {
    long own = used.getOrDefault(client, 0L) + bytes;
    if (total + bytes > maxBytes || own > maxBytes / 2) {
      return false;
    }
    total += bytes;
    used.put(client, own);
    return true;
  }

  synchronized void release(String client, long bytes) {
    total -= bytes;
    used.computeIfPresent(client, (key, own) -> own > bytes ? own - bytes : null);
  }
}
