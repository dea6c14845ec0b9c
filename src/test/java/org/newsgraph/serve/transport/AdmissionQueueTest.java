package org.newsgraph.serve.transport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.newsgraph.serve.transport.AdmissionQueue.Admission;
import org.newsgraph.serve.transport.AdmissionQueue.Ticket;

final class AdmissionQueueTest {
  private final AdmissionQueue queue = new AdmissionQueue(4);

  private static Ticket of(String client) {
    return new Ticket(client, () -> {});
  }

  @Test
  void one_client_never_holds_all_permits() {
    for (int i = 0; i < 3; i++) {
      assertThat(queue.enter(of("greedy"))).isEqualTo(Admission.ADMITTED);
    }
    assertThat(queue.enter(of("greedy"))).isEqualTo(Admission.WAITING);
    assertThat(queue.enter(of("modest"))).isEqualTo(Admission.ADMITTED);
    assertThat(queue.enter(of("late"))).isEqualTo(Admission.WAITING);
  }

  @Test
  void the_client_with_the_fewest_permits_is_next() {
    Ticket first = of("greedy");
    queue.enter(first);
    queue.enter(of("greedy"));
    queue.enter(of("greedy"));
    queue.enter(of("modest"));
    Ticket impatient = of("greedy");
    Ticket waiting = of("late");
    queue.enter(impatient);
    queue.enter(waiting);
    assertThat(queue.leave(first)).contains(waiting);
    assertThat(queue.leave(waiting)).contains(impatient);
    assertThat(queue.leave(impatient)).isEmpty();
  }

  @Test
  void a_client_at_its_maximum_waits_although_permits_are_free() {
    Ticket first = of("greedy");
    queue.enter(first);
    queue.enter(of("greedy"));
    queue.enter(of("greedy"));
    Ticket waiting = of("greedy");
    queue.enter(waiting);
    assertThat(queue.leave(first)).contains(waiting);
  }

  @Test
  void a_request_that_was_cancelled_is_not_admitted() {
    AdmissionQueue single = new AdmissionQueue(1);
    Ticket running = of("a");
    Ticket waiting = of("b");
    single.enter(running);
    single.enter(waiting);
    assertThat(single.cancel(waiting)).isTrue();
    assertThat(single.cancel(waiting)).isFalse();
    assertThat(single.leave(running)).isEmpty();
    assertThat(single.enter(of("c"))).isEqualTo(Admission.ADMITTED);
  }

  @Test
  void one_client_does_not_fill_the_queue() {
    AdmissionQueue single = new AdmissionQueue(1);
    single.enter(of("greedy"));
    Admission last = Admission.WAITING;
    for (int i = 0; i < 2000 && last == Admission.WAITING; i++) {
      last = single.enter(of("greedy"));
    }
    assertThat(last).isEqualTo(Admission.FULL);
    assertThat(single.enter(of("modest"))).isEqualTo(Admission.WAITING);
  }
}
