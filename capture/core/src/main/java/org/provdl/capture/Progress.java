package org.provdl.capture;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/** How far a run has come, as far as the parts of its mapping need to know of each other. */
final class Progress {

  /** A metric and the data that it was measured on. */
  record MeasuredOn(String metric, Split split) {}

  /** The epoch that runs or ended last, from 1; 0 before the first. */
  int epoch;

  /** Whether that epoch still runs. */
  boolean inEpoch;

  /** The last iteration, from 1; 0 before the first. */
  long iteration;

  /** The first iteration of that epoch. */
  private long firstOfEpoch = 1;

  private double loss;
  private long previous;
  private double previousLoss;

  /** The latest value of each metric on each split, in the order of their first values. */
  private final Map<MeasuredOn, Node> standing = new LinkedHashMap<>();

  /** Settings that adaptations put in force, those that the epoch had before others included. */
  private final Set<Node> adapted = new LinkedHashSet<>();

  /** Those of them that hold no more. */
  private final Set<Node> replaced = new HashSet<>();

  void startEpoch() {
    epoch++;
    inEpoch = true;
    firstOfEpoch = iteration + 1;
  }

  void iterate(long number, double lossOfIt) {
    if (number > iteration) {
      previous = iteration;
      previousLoss = loss;
      iteration = number;
      loss = lossOfIt;
    }
  }

  /** The epoch of one of the latest iterations, or of the next; 0 before the first epoch. */
  int epochOf(long number) {
    return number < firstOfEpoch ? Math.max(epoch - 1, 0) : epoch;
  }

  /** The loss of the last iteration before one of the latest, or before the next. */
  @Nullable Double lossBefore(long number) {
    if (iteration < number) {
      return iteration == 0 ? null : Double.valueOf(loss);
    }
    return previous == 0 || previous >= number ? null : Double.valueOf(previousLoss);
  }

  void measure(String metric, Split split, Node value) {
    standing.put(new MeasuredOn(metric, split), value);
  }

  /** The values that stand now. */
  Map<MeasuredOn, Node> standing() {
    return standing;
  }

  /** From one of the latest iterations, or the next, the setting holds, and perhaps for another. */
  void putInForce(Node setting, @Nullable Node former, long fromIteration) {
    adapted.add(setting);
    if (former != null && inEpoch && fromIteration > firstOfEpoch) {
      replaced.add(former);
    } else if (former != null) {
      adapted.remove(former);
    }
  }

  /** The adapted settings of the epoch that ends. */
  List<Node> takeAdapted() {
    List<Node> taken = List.copyOf(adapted);
    adapted.removeAll(replaced);
    replaced.clear();
    return taken;
  }
}
