package org.newsgraph.serve.sparql.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.newsgraph.serve.sparql.budget.Watchdog.Holder;

/** Of the requests that fill the heap, those are cancelled that hold the most of it. */
class WatchdogTest {
  private static final HeapMonitor.Usage FULL = new HeapMonitor.Usage(900, 1000);

  private static Holder running(long retained, long allocated) {
    return new Holder(null, retained, allocated, false);
  }

  private static Holder ending(long retained) {
    return new Holder(null, retained, retained, true);
  }

  @Test
  void the_largest_holder_is_cancelled_and_the_others_continue() {
    Holder largest = running(450, 500);
    assertThat(Watchdog.victims(List.of(running(100, 9000), largest, running(90, 90)), FULL))
        .containsExactly(largest);
  }

  @Test
  void as_many_are_cancelled_as_must_end_for_the_rest_to_fit() {
    Holder first = running(300, 300);
    Holder second = running(200, 200);
    assertThat(Watchdog.victims(List.of(running(40, 40), second, first), FULL))
        .containsExactly(first, second);
  }

  @Test
  void nobody_is_cancelled_while_enough_requests_are_ending() {
    assertThat(Watchdog.victims(List.of(ending(500), running(300, 300)), FULL)).isEmpty();
  }

  @Test
  void nobody_is_cancelled_while_half_of_the_heap_is_free() {
    HeapMonitor.Usage half = new HeapMonitor.Usage(500, 1000);
    assertThat(Watchdog.victims(List.of(running(400, 400)), half)).isEmpty();
  }

  @Test
  void without_a_large_estimate_the_request_is_cancelled_that_has_allocated_most() {
    Holder busiest = running(0, 5000);
    assertThat(Watchdog.victims(List.of(running(10, 4000), busiest), FULL))
        .containsExactly(busiest);
  }

  @Test
  void small_requests_are_never_cancelled() {
    assertThat(Watchdog.victims(List.of(running(10, 20)), FULL)).isEmpty();
  }
}
