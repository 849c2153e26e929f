package org.provdl.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.listeners.PerformanceListener;
import org.deeplearning4j.optimize.listeners.ScoreIterationListener;
import org.deeplearning4j.ui.model.stats.StatsListener;
import org.deeplearning4j.ui.model.storage.FileStatsStorage;
import org.deeplearning4j.ui.model.storage.InMemoryStatsStorage;
import org.provdl.capture.Capture;

/** A way to watch a training, or not to. */
enum Observer {
  NONE("no listener", 1),
  NONE_AGAIN("no listener, again", 1),
  PROVENANCE("ProvenanceListener", 1),
  SCORE("ScoreIterationListener(1)", 1),
  PERFORMANCE("PerformanceListener(1)", 1),
  STATS_IN_MEMORY("StatsListener, memory", 4),
  STATS_IN_FILE("StatsListener, file", 4);

  private final String title;
  private final int rounds;

  Observer(String title, int rounds) {
    this.title = title;
    this.rounds = rounds;
  }

  String title() {
    return title;
  }

  /** Whether it takes part in a round; what costs several times the training seldom does. */
  boolean takesPartIn(int round) {
    return round % rounds == 0;
  }

  boolean listens() {
    return this != NONE && this != NONE_AGAIN;
  }

  /**
   * Begins to watch.
   *
   * @param capture that of which a run watches
   * @param files where others write
   */
  Observation attach(MultiLayerNetwork network, Capture capture, Path files) throws IOException {
    return switch (this) {
      case NONE, NONE_AGAIN -> Observation.of(network);
      case PROVENANCE -> new CapturedObservation(network, capture);
      case SCORE -> Observation.of(network, new ScoreIterationListener(1));
      case PERFORMANCE -> Observation.of(network, new PerformanceListener(1));
      case STATS_IN_MEMORY ->
          Observation.of(network, new StatsListener(new InMemoryStatsStorage()));
      case STATS_IN_FILE -> {
        FileStatsStorage storage = new FileStatsStorage(files.resolve("stats").toFile());
        yield Observation.of(network, storage::close, new StatsListener(storage));
      }
    };
  }
}
