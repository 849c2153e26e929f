package org.provdl.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.provdl.capture.Capture;
import org.provdl.capture.Check;
import org.provdl.capture.RecordedRun;
import org.provdl.capture.Reproducer;
import org.provdl.capture.Reproduction;
import org.provdl.capture.RunDescription;
import org.provdl.capture.Split;
import org.provdl.capture.TrainingRun;

/** Trains nothing, and comes to the accuracy that the run's name says. */
public final class FakeReproducer implements Reproducer {

  /** Made by a service loader. */
  public FakeReproducer() {}

  @Override
  public Reproduction prepare(RecordedRun run, List<Path> moved, ClassLoader loader) {
    List<Check> checks = new ArrayList<>();
    checks.add(Check.compare("Java", "17", "\u001b[31m25"));
    checks.add(Check.compare("training data, a.csv", "ab".repeat(32), "ab".repeat(32)));
    if (run.name().equals("impossible")) {
      checks.add(Check.impossible("test data", "It is gone."));
    }
    return new Fake(run, checks);
  }

  private record Fake(RecordedRun run, List<Check> checks) implements Reproduction {
    @Override
    public String train(Capture capture) {
      try (TrainingRun again = capture.start(RunDescription.named(run.name()))) {
        again.reproduce(run.iri());
        double accuracy = run.name().equals("other") ? 0.5 : 0.75;
        again.evaluate(Split.TEST, Map.of("accuracy", accuracy), null);
        return again.iri();
      }
    }
  }
}
