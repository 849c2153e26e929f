package org.provdl.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import org.provdl.capture.Capture;
import org.provdl.capture.QuadSink;

/** Tells a story to a capture, as fast as it goes, and waits until all is delivered. */
record Delivering(Story story, Path journals) {

  private static final Duration PATIENCE = Duration.ofMinutes(30);

  /** The seconds from the first event to the last quad. */
  double seconds(QuadSink sink) throws Exception {
    try (Capture capture = Captures.repeatable(sink, journals).open()) {
      return Stopwatch.seconds(
          () -> {
            story.tell(capture);
            if (!capture.flush(PATIENCE)) {
              throw new IllegalStateException("The story was not delivered in " + PATIENCE);
            }
            return story;
          });
    }
  }
}
