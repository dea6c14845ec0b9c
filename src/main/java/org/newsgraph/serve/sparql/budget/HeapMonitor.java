package org.newsgraph.serve.sparql.budget;

import static com.sun.management.GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/**
 * Reports when live objects nearly fill the heap. After a collection of the young generation the
 * heap also contains garbage of the old one. Above a threshold the monitor therefore requests a
 * full collection, which shows how much is live. The next one is requested only after the heap has
 * grown by a tenth, so that a large but constant heap causes no further collections.
 */
final class HeapMonitor {
  /** Share of the heap from which a full collection is requested. */
  private static final double PROBE = 0.7;

  /** Share of the heap by which it must grow before the next full collection is requested. */
  private static final double GROWTH = 0.1;

  /** Share of the heap from which the next full collection is requested in any case. */
  private static final double MAX_PROBE = 0.92;

  /** Share of live objects from which the heap counts as nearly full. */
  private static final double NEARLY_FULL = 0.6;

  private static final long MIN_INTERVAL_NANOS = 250_000_000;

  private final Consumer<Usage> nearlyFull;
  private final Set<String> heapPools =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(it -> it.getType() == MemoryType.HEAP)
          .map(MemoryPoolMXBean::getName)
          .collect(Collectors.toSet());

  private double nextProbe = PROBE;
  private long lastProbe = System.nanoTime() - MIN_INTERVAL_NANOS;

  /**
   * The use of the heap after a collection.
   *
   * @param live size of the live objects, in bytes
   * @param max maximum size of the heap, in bytes
   */
  record Usage(long live, long max) {}

  /**
   * @param nearlyFull called when live objects nearly fill the heap
   */
  HeapMonitor(Consumer<Usage> nearlyFull) {
    this.nearlyFull = nearlyFull;
  }

  void start() {
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      if (collector instanceof NotificationEmitter emitter) {
        emitter.addNotificationListener((event, handback) -> collected(event), null, null);
      }
    }
  }

  private void collected(Notification event) {
    if (event.getType().equals(GARBAGE_COLLECTION_NOTIFICATION)) {
      GarbageCollectionNotificationInfo info =
          GarbageCollectionNotificationInfo.from((CompositeData) event.getUserData());
      long used =
          info.getGcInfo().getMemoryUsageAfterGc().entrySet().stream()
              .filter(it -> heapPools.contains(it.getKey()))
              .mapToLong(it -> it.getValue().getUsed())
              .sum();
      String action = info.getGcAction();
      collected(new Usage(used, Runtime.getRuntime().maxMemory()), action);
    }
  }

  private synchronized void collected(Usage usage, String action) {
    double share = (double) usage.live() / usage.max();
    if (action.equals("end of major GC") || action.equals("end of GC cycle")) {
      nextProbe = Math.max(PROBE, Math.min(share + GROWTH, MAX_PROBE));
      if (share >= NEARLY_FULL) {
        nearlyFull.accept(usage);
      }
    } else if (share >= nextProbe && System.nanoTime() - lastProbe >= MIN_INTERVAL_NANOS) {
      System.gc();
      lastProbe = System.nanoTime();
    }
  }
}
