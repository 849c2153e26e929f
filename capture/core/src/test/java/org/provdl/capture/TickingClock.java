package org.provdl.capture;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** Tells a second more each time it is asked. */
final class TickingClock extends Clock {

  private final AtomicLong seconds = new AtomicLong();

  @Override
  public Instant instant() {
    return Instant.parse("2026-01-05T10:00:00Z")
        .plus(Duration.ofSeconds(seconds.getAndIncrement()));
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
