package org.newsgraph.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/** The most memory that lives in the heap after a collection, since it was made. */
final class Heap {
  private final List<MemoryPoolMXBean> pools =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(it -> it.getType() == MemoryType.HEAP)
          .toList();

  Heap() {
    pools.forEach(MemoryPoolMXBean::resetPeakUsage);
  }

  /** In MiB; what waits for the collector is in it. */
  long peak() {
    return pools.stream().mapToLong(it -> it.getPeakUsage().getUsed()).sum() >> 20;
  }
}
