package org.provdl.capture;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;

/** How far a run has come, as far as the parts of its mapping need to know of each other. */
final class Progress {

  /** The epoch that runs or ended last, from 1; 0 before the first. */
  int epoch;

  /** Whether that epoch still runs. */
  boolean inEpoch;

  /** The last iteration, from 1; 0 before the first. */
  long iteration;

  /** Settings put in force by adaptations since the last epoch ended. */
  private List<Node> newSettings = new ArrayList<>();

  void putInForce(Node setting) {
    newSettings.add(setting);
  }

  List<Node> takeNewSettings() {
    List<Node> taken = newSettings;
    newSettings = new ArrayList<>();
    return taken;
  }
}
