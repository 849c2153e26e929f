package org.provdl.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.provdl.capture.Capture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Trains one network in blocks, watched in all the ways. */
final class Watching {

  private static final Logger LOG = LoggerFactory.getLogger(Watching.class);
  private static final long SEED = 1;
  private static final int MOST_WARMING = 100;
  private static final int WARM_IN_SUCCESSION = 3;
  private static final double WARM = 0.01;

  private final Network kind;
  private final Scale scale;
  private final Capture capture;
  private final Workplace workplace;
  private final MultiLayerNetwork network;
  private final INDArray parameters;
  private final DataSetIterator first;
  private final DataSetIterator epoch;
  private final Random random = new Random(SEED);

  /**
   * A training of a network.
   *
   * @param capture what watches it, too
   * @param workplace where what else watches it writes
   */
  Watching(Network kind, Scale scale, Capture capture, Workplace workplace) {
    this.kind = kind;
    this.scale = scale;
    this.capture = capture;
    this.workplace = workplace;
    network = kind.create();
    parameters = network.params().dup();
    first = kind.epoch(1);
    epoch = kind.epoch(kind.iterations(scale));
  }

  /** What an iteration took in the blocks of each round. */
  List<Map<Observer, Block>> rounds() throws IOException {
    round(0);
    warmUp();
    List<Map<Observer, Block>> blocks = new ArrayList<>();
    for (int round = 0; round < kind.rounds(scale); round++) {
      LOG.info("{}: round {} of {}", kind.title(), round + 1, kind.rounds(scale));
      blocks.add(round(round));
    }
    return blocks;
  }

  /**
   * Until the capture's own code, which runs seldom, is compiled: that is a cost of a process once,
   * which on two cores slows its training too.
   */
  private void warmUp() throws IOException {
    int warm = 0;
    for (int i = 0; i < scale.of(0, MOST_WARMING, MOST_WARMING); i++) {
      Block block =
          watched(
              Observer.PROVENANCE,
              observation -> Block.train(network, epoch, kind.epochs(scale), observation));
      warm = block.compiling() < WARM * block.process() ? warm + 1 : 0;
      if (warm == WARM_IN_SUCCESSION) {
        return;
      }
    }
    LOG.warn("{}: the compiler was still at work after {} blocks", kind.title(), MOST_WARMING);
  }

  private Map<Observer, Block> round(int round) throws IOException {
    List<Observer> observers = Arrays.asList(Observer.values());
    Collections.shuffle(observers, random);
    Map<Observer, Block> blocks = new EnumMap<>(Observer.class);
    for (Observer observer : observers) {
      if (observer.takesPartIn(round)) {
        Block block =
            watched(
                observer,
                observation -> Block.train(network, epoch, kind.epochs(scale), observation));
        blocks.put(observer, block);
      }
    }
    return blocks;
  }

  /** How long an iteration is inside the listeners, in nanoseconds, in each of several blocks. */
  Map<Observer, double[]> insideListeners() throws IOException {
    LOG.info("{}: inside the listeners", kind.title());
    Map<Observer, double[]> times = new EnumMap<>(Observer.class);
    for (Observer observer : Observer.values()) {
      if (observer.listens()) {
        double[] blocks = new double[scale.of(1, 3, 9)];
        for (int i = 0; i < blocks.length; i++) {
          blocks[i] = watched(observer, observation -> insideListeners(observation));
        }
        times.put(observer, blocks);
      }
    }
    return times;
  }

  private double insideListeners(Observation observation) {
    Collection<TrainingListener> listeners = network.getListeners();
    List<ClockedListener> clocked = listeners.stream().map(ClockedListener::new).toList();
    network.setListeners(List.copyOf(clocked));
    int before = network.getIterationCount();
    network.fit(epoch, kind.epochs(scale));
    int iterations = network.getIterationCount() - before;
    network.setListeners(listeners);
    observation.settle();
    return clocked.stream().mapToDouble(ClockedListener::nanoseconds).sum() / iterations;
  }

  /**
   * Every block does the same arithmetic: trained on and on, the network would fit its few batches
   * so well that its gradients become denormal numbers, which processors are slow at.
   */
  private void reset() {
    network.setParams(parameters.dup());
    network.getUpdater().getStateViewArray().assign(0);
    network.setIterationCount(0);
    network.setEpochCount(0);
  }

  /** Measures a block; what a listener does once, at the beginning and at the end, is outside. */
  private <T> T watched(Observer observer, Function<Observation, T> measured) throws IOException {
    Path files = workplace.fresh("observer");
    reset();
    try (Observation observation = observer.attach(network, capture, files)) {
      network.fit(first);
      observation.settle();
      Garbage.collect();
      return measured.apply(observation);
    } finally {
      Workplace.delete(files);
    }
  }
}
