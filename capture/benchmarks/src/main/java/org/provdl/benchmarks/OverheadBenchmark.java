package org.provdl.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What watching a training costs an iteration. One network is trained in many short blocks, each
 * watched in one of the ways, in another order each round, so that whatever else the machine does
 * meets all of them alike; each block is compared with the unwatched one of its round.
 */
final class OverheadBenchmark implements Benchmark {

  @Override
  public List<Row> run(Scale scale, Workplace workplace) throws IOException {
    List<Row> rows = new ArrayList<>(EnvironmentCost.rows(scale));
    for (Network network : Network.values()) {
      try (Serving serving = Serving.in(workplace.fresh("store"))) {
        Watching watching = new Watching(network, scale, serving, workplace);
        rows.addAll(OverheadRows.of(network, watching.rounds(), watching.insideListeners()));
      }
    }
    return rows;
  }
}
