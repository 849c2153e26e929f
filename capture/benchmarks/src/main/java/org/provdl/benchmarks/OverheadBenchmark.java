package org.provdl.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.provdl.capture.Capture;
import org.provdl.capture.QuadSink;

/**
 * What watching a training costs an iteration. One network is trained in many short blocks, each
 * watched in one of the ways, in another order each round, so that whatever else the machine does
 * meets all of them alike; each block is compared with the unwatched one of its round. The capture
 * has all defaults and an embedded store that a server serves; it is opened once, as by a process
 * that trains, and each block is a run of it.
 */
final class OverheadBenchmark implements Benchmark {

  @Override
  public List<Row> run(Scale scale, Workplace workplace) throws IOException {
    List<Row> rows = new ArrayList<>(EnvironmentCost.rows(scale));
    for (Network network : Network.values()) {
      try (Serving serving = Serving.in(workplace.fresh("store"));
          Capture capture =
              Captures.defaults(QuadSink.store(serving.store()), workplace.fresh("journals"))
                  .open()) {
        Watching watching = new Watching(network, scale, capture, workplace);
        rows.addAll(OverheadRows.of(network, watching.rounds(), watching.insideListeners()));
      }
    }
    return rows;
  }
}
