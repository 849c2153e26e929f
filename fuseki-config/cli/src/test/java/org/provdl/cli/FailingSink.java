package org.provdl.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.jena.sparql.core.Quad;
import org.provdl.capture.Capture;
import org.provdl.capture.QuadSink;
import org.provdl.capture.RunDescription;
import org.provdl.capture.TrainingRun;

/** A sink that is away, so that a run stays in its journal. */
record FailingSink(String destination) implements QuadSink {

  /** Leaves a run of one epoch in a directory of journals. */
  static void leaveBehind(String name, String destination, String journal) {
    try (Capture capture =
            Capture.builder(new FailingSink(destination))
                .journal(Path.of(journal))
                .closeTimeout(Duration.ofMillis(100))
                .open();
        TrainingRun run = capture.start(RunDescription.named(name))) {
      run.startEpoch();
      run.endEpoch();
    }
  }

  @Override
  public void write(List<Quad> quads) {
    throw new IllegalStateException("away");
  }

  @Override
  public void close() {
    // nothing is open
  }
}
