package org.newsgraph.serve.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LoginAttemptsTest {
  private final AtomicLong nanos = new AtomicLong();
  private final LoginAttempts attempts = new LoginAttempts(nanos::get);

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  private void fail(String address, int times) {
    for (int i = 0; i < times; i++) {
      attempts.add(address);
    }
  }

  @Test
  void the_tenth_failure_of_an_address_makes_it_wait_and_no_other() {
    fail("192.0.2.1", LoginAttempts.MAX_FAILURES - 1);
    assertThat(attempts.tooMany("192.0.2.1")).isFalse();
    fail("192.0.2.1", 1);
    assertThat(attempts.tooMany("192.0.2.1")).isTrue();
    assertThat(attempts.tooMany("192.0.2.2")).isFalse();
  }

  @Test
  void the_window_starts_with_the_first_failure_and_later_ones_do_not_extend_it() {
    fail("192.0.2.1", 1);
    pass(LoginAttempts.WINDOW.minusSeconds(1));
    fail("192.0.2.1", LoginAttempts.MAX_FAILURES);
    assertThat(attempts.tooMany("192.0.2.1")).isTrue();
    pass(Duration.ofSeconds(1));
    assertThat(attempts.tooMany("192.0.2.1")).isFalse();
    fail("192.0.2.1", 1);
    assertThat(attempts.tooMany("192.0.2.1")).isFalse();
  }
}
