package org.provdl.capture;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** Tells a second more each time it is asked, until it is stopped. */
final class TickingClock extends Clock {

  private final AtomicLong seconds = new AtomicLong();
  private volatile boolean stopped;

  @Override
  public Instant instant() {
    return Instant.parse("2026-01-05T10:00:00Z")
        .plus(Duration.ofSeconds(stopped ? seconds.get() - 1 : seconds.getAndIncrement()));
  }

  /** Tells the last time again from now on. */
  void stop() {
    stopped = true;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
