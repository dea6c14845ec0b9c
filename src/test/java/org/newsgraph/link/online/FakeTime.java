package org.newsgraph.link.online;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A fake clock that advances only by calls to sleep, which return at once. */
public final class FakeTime implements WaitingClock {
  public static final Instant START = Instant.parse("2026-03-04T05:06:07Z");

  private final List<Duration> sleeps = new ArrayList<>();
  private Instant now = START;

  @Override
  public synchronized Instant now() {
    return now;
  }

  @Override
  public synchronized void sleep(Duration time) {
    sleeps.add(time);
    now = now.plus(time);
  }

  public synchronized List<Duration> sleeps() {
    return List.copyOf(sleeps);
  }
}
