package org.provdl.benchmarks;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.provdl.capture.Capture;
import org.provdl.capture.Environment;
import org.provdl.capture.QuadSink;

/** How the benchmarks capture: as a user does who sets nothing, but for where the journals are. */
final class Captures {

  private Captures() {}

  /**
   * All defaults.
   *
   * @param sink where the quads go
   * @param journals where the journals are to be
   */
  static Capture.Builder defaults(QuadSink sink, Path journals) {
    return Capture.builder(sink).journal(journals.resolve("captures"));
  }

  /** As {@link #defaults}, and gives the same quads for the same calls. */
  static Capture.Builder repeatable(QuadSink sink, Path journals) {
    AtomicInteger number = new AtomicInteger();
    Environment environment = new Environment("host.example", "Linux", 2, 1L << 34, "17", null);
    return defaults(sink, journals)
        .clock(new SteppingClock())
        .ids(() -> "run-%07d".formatted(number.incrementAndGet()))
        .environment(() -> environment)
        .withoutResourceUse();
  }

  /** As {@link #defaults}, and keeps what was delivered, so that its size can be told. */
  static Capture.Builder keepingJournals(QuadSink sink, Path journals) {
    return defaults(sink, journals).keepJournals();
  }
}
