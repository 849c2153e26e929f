package org.provdl.benchmarks;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** A millisecond later at each look, so that the same calls give the same times. */
final class SteppingClock extends Clock {

  private static final long FIRST = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();

  private final AtomicLong now = new AtomicLong(FIRST);

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(now.incrementAndGet());
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
