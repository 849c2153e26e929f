package org.provdl.capture.dl4j;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.api.Model;
import org.provdl.capture.Setting;
import org.provdl.capture.TrainingRun;

/**
 * Counts who trains at a time: the network itself and its replicas, of which a ParallelWrapper
 * makes new ones for each fit and closes those that it had. Not thread-safe.
 */
final class Workers {

  private final Model network;
  private final TrainingRun run;
  private final List<Model> replicas = new ArrayList<>();
  private int most = 1;
  private int told = 1;

  Workers(Model network, TrainingRun run) {
    this.network = network;
    this.run = run;
  }

  /** A worker has done an iteration. */
  void see(Model model) {
    if (model != network && isNewReplica(model)) {
      replicas.removeIf(Workers::isClosed);
      replicas.add(model);
      most = Math.max(most, replicas.size() + 1);
    }
  }

  /** Whether the network itself has done all iterations so far. */
  boolean areNone() {
    return most == 1;
  }

  /**
   * Tells how many there were, if that was not told. After the training: which worker is first to
   * be seen is a matter of chance.
   */
  void tell() {
    if (most > told) {
      told = most;
      run.choose(Setting.ofModel("workers", most));
    }
  }

  // not by equals, which compares the parameters of networks
  private boolean isNewReplica(Model model) {
    for (Model replica : replicas) {
      if (replica == model) {
        return false;
      }
    }
    return true;
  }

  private static boolean isClosed(Model replica) {
    return replica.params() == null || replica.params().wasClosed();
  }
}
