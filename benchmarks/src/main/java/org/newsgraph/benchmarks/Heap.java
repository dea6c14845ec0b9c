package org.newsgraph.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/** Measures the peak usage of the heap since it was created. */
final class Heap {
  private final List<MemoryPoolMXBean> pools =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(it -> it.getType() == MemoryType.HEAP)
          .toList();

  Heap() {
    pools.forEach(MemoryPoolMXBean::resetPeakUsage);
  }

  /** Returns the peak in MiB, including garbage that was not collected yet. */
  long peak() {
    return pools.stream().mapToLong(it -> it.getPeakUsage().getUsed()).sum() >> 20;
  }
}
