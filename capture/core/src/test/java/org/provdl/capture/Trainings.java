package org.provdl.capture;

import java.util.Map;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;

/** Trainings of many epochs, the same each time. */
final class Trainings {

  private Trainings() {}

  /** Tells one after the other, from the start to the end of each. */
  static void tell(Capture capture, int runs, int epochs) {
    for (int run = 0; run < runs; run++) {
      tell(capture, epochs);
    }
  }

  private static void tell(Capture capture, int epochs) {
    try (TrainingRun run = Runs.start(capture)) {
      Runs.tellAll(run);
      for (int epoch = 0; epoch < epochs; epoch++) {
        run.startEpoch();
        for (int iteration = 0; iteration < 20; iteration++) {
          run.iterate(1.0 / (epoch + iteration + 1), 32);
        }
        run.endEpoch();
        run.evaluate(Split.VALIDATION, Map.of("accuracy", 1 - 1.0 / (epoch + 2)), null);
      }
    }
  }

  /** What there is when nothing goes wrong. */
  static DatasetGraph inPeace(int runs, int epochs) {
    DatasetGraph expected = DatasetGraphFactory.createTxnMem();
    try (Capture capture = Runs.capture(QuadSink.memory(expected)).open()) {
      tell(capture, runs, epochs);
    }
    return expected;
  }
}
