package org.provdl.capture.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.deeplearning4j.datasets.iterator.utilty.ListDataSetIterator;
import org.deeplearning4j.earlystopping.EarlyStoppingConfiguration;
import org.deeplearning4j.earlystopping.EarlyStoppingResult;
import org.deeplearning4j.earlystopping.saver.InMemoryModelSaver;
import org.deeplearning4j.earlystopping.scorecalc.DataSetLossCalculator;
import org.deeplearning4j.earlystopping.termination.MaxEpochsTerminationCondition;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.deeplearning4j.parallelism.EarlyStoppingParallelTrainer;
import org.deeplearning4j.parallelism.ParallelWrapper;
import org.deeplearning4j.parallelism.trainer.Trainer;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.learning.config.Sgd;

/** A ParallelWrapper trains replicas on several threads; all they do is one run. */
class ParallelTrainingIT {

  private static final int WORKERS = 3;
  private static final int BATCH = 10;
  private static final int CALLS = 2_000;

  private final CapturedGraph graph = new CapturedGraph();

  @Test
  void everyIterationOfEveryWorkerIsInOneRun() throws Exception {
    MultiLayerNetwork network = Iris.network(new Sgd(0.1));
    Scores scores = new Scores();
    network.setListeners(scores);
    graph.capture(network, provenance -> fit(network, 3));
    assertThat(scores.values).hasSize(3 * 150 / BATCH);
    graph.assertAsk(
        "?t a provdl:TrainingRun ; provdl:status provdl:completed ; provdl:iterationCount 45 ; provdl:exampleCount 450");
    assertThat(
            graph.values("?v", "?s provdl:values ?list . UNFOLD(?list AS ?v)").stream()
                .map(Double::valueOf)
                .sorted())
        .containsExactlyElementsOf(scores.values.stream().sorted().toList());
    assertThat(graph.values("?v", "?s provdl:hyperparameter provdl:workers ; prov:value ?v"))
        .containsExactly("" + WORKERS);
    assertThat(graph.values("?t", "?t a provdl:TrainingRun")).hasSize(1);
    assertThat(graph.values("?e", "?e a ?c FILTER(?c IN (provdl:Epoch, provdl:Adaptation))"))
        .isEmpty();
    graph.assertAsk(
        "?m a provdl:TrainedModel ; provdl:parametersSha256 '"
            + ParametersReader.sha256(network.params())
            + "'");
  }

  @Test
  void earlyStoppingOfWorkersIsWhatItsResultSays() throws Exception {
    MultiLayerNetwork network = Iris.network(new Sgd(0.1));
    EarlyStoppingConfiguration<MultiLayerNetwork> configuration = configuration();
    List<EarlyStoppingResult<MultiLayerNetwork>> results = new ArrayList<>();
    graph.capture(
        network,
        provenance -> {
          EarlyStoppingParallelTrainer<MultiLayerNetwork> trainer =
              new EarlyStoppingParallelTrainer<>(
                  configuration, network, batches(), null, WORKERS, 0, 1);
          trainer.setListener(provenance.earlyStopping());
          results.add(trainer.fit());
        });
    EarlyStoppingResult<MultiLayerNetwork> result = results.get(0);
    assertThat(
            graph.values(
                "?v",
                "?m provdl:split provdl:validationData ; provdl:metric provdl:loss ; provdl:epoch/provdl:index ?e ; prov:value ?v } } ORDER BY ?e"))
        .map(Double::valueOf)
        .containsExactlyElementsOf(result.getScoreVsEpoch().values());
    assertThat(
            graph.values(
                "?n",
                "?e a provdl:Epoch ; provdl:index ?i ; provdl:iterationCount ?n ; prov:endedAtTime ?t } } ORDER BY ?i"))
        .containsExactly("15", "15", "15");
    graph.assertAsk("?s a provdl:EarlyStopping ; provdl:duringEpoch 3");
    graph.assertAsk("?s provdl:hyperparameter provdl:workers ; prov:value " + WORKERS);
    graph.assertAsk("?t a provdl:TrainingRun ; provdl:status provdl:completed");
  }

  /** The first batch waits until all have their copy, or else chance decides what they copy. */
  @Test
  void parametersAreBitIdenticalWithAndWithoutCapture() throws Exception {
    ComputationGraph plain = Iris.graph();
    plain.setListeners(new Scores());
    fit(plain, 1);
    ComputationGraph captured = Iris.graph();
    captured.setListeners(new Scores());
    graph.capture(captured, provenance -> fit(captured, 1));
    assertThat(UnchangedTrainingIT.bits(captured)).isEqualTo(UnchangedTrainingIT.bits(plain));
  }

  /** The thread that trains the network holds its lock when it calls the listener. */
  @Test
  void aReplicaNeverWaitsForTheNetworkThatAnotherThreadTrains() throws Exception {
    MultiLayerNetwork network = Iris.network(new Sgd(0.1));
    MultiLayerNetwork replica = Iris.network(new Sgd(0.1));
    replica.fit(Iris.iterator());
    graph.capture(
        network,
        provenance -> {
          provenance.<MultiLayerNetwork>earlyStopping().onStart(configuration(), network);
          TrainingListener listener = network.getListeners().iterator().next();
          Thread worker = new Thread(() -> listener.iterationDone(replica, 1, 0));
          synchronized (network) {
            worker.start();
            worker.join(TimeUnit.SECONDS.toMillis(20));
            assertThat(worker.isAlive()).isFalse();
          }
        });
    graph.assertAsk("?e a provdl:Epoch ; provdl:index 1");
  }

  /** Replicas that call at the same moment, as often as they can. */
  @Test
  void noIterationIsLostWhenManyReplicasCallAtOnce() throws Exception {
    MultiLayerNetwork network = Iris.network(new Sgd(0.1));
    network.fit(Iris.flowers()); // so that each replica holds a batch and a score
    List<MultiLayerNetwork> replicas = new ArrayList<>(List.of(network));
    while (replicas.size() < 2 * WORKERS) {
      MultiLayerNetwork replica = network.clone();
      replica.fit(Iris.flowers());
      replicas.add(replica);
    }
    ExecutorService threads = Executors.newFixedThreadPool(replicas.size());
    try {
      graph.capture(network, provenance -> callAtOnce(threads, replicas, network));
    } finally {
      threads.shutdownNow();
    }
    graph.assertAsk(
        "?t a provdl:TrainingRun ; provdl:iterationCount "
            + replicas.size() * CALLS
            + " ; provdl:exampleCount "
            + replicas.size() * CALLS * 150);
    assertThat(
            graph.values(
                "MAX(?v) AS ?most", "?s provdl:hyperparameter provdl:workers ; prov:value ?v"))
        .containsExactly("" + replicas.size());
  }

  private static void callAtOnce(
      ExecutorService threads, List<MultiLayerNetwork> replicas, MultiLayerNetwork network)
      throws Exception {
    List<TrainingListener> listeners = List.copyOf(network.getListeners());
    CyclicBarrier start = new CyclicBarrier(replicas.size());
    List<Future<?>> calls = new ArrayList<>();
    for (MultiLayerNetwork replica : replicas) {
      calls.add(
          threads.submit(
              () -> {
                start.await();
                for (int i = 0; i < CALLS; i++) {
                  listeners.forEach(listener -> listener.iterationDone(replica, 1, 0));
                }
                return null;
              }));
    }
    for (Future<?> call : calls) {
      call.get();
    }
  }

  private static EarlyStoppingConfiguration<MultiLayerNetwork> configuration() throws IOException {
    return new EarlyStoppingConfiguration.Builder<MultiLayerNetwork>()
        .modelSaver(new InMemoryModelSaver<>())
        .scoreCalculator(new DataSetLossCalculator(Iris.iterator(), true))
        .epochTerminationConditions(new MaxEpochsTerminationCondition(3))
        .build();
  }

  private static void fit(Model network, int times) throws IOException {
    DataSetIterator batches = batches();
    ParallelWrapper wrapper =
        new ParallelWrapper.Builder<>(network)
            .workers(WORKERS)
            .prefetchBuffer(0)
            .averagingFrequency(1)
            .build();
    if (network instanceof ComputationGraph) {
      batches.setPreProcessor(batch -> awaitReplicas(wrapper, network));
    }
    for (int i = 0; i < times; i++) {
      batches.reset();
      wrapper.fit(batches);
    }
    wrapper.shutdown();
  }

  private static void awaitReplicas(ParallelWrapper wrapper, Model network) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!Stream.of(wrapper.getZoo()).skip(1).allMatch(trainer -> isReady(trainer, network))
        && System.nanoTime() < end) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
    }
  }

  /** A trainer gives its replica the listeners when it has copied the parameters. */
  private static boolean isReady(Trainer trainer, Model network) {
    Model replica = trainer.getModel();
    return replica != network
        && replica instanceof ComputationGraph graph
        && !graph.getListeners().isEmpty();
  }

  private static DataSetIterator batches() throws IOException {
    List<DataSet> flowers = Iris.flowers().asList();
    return new ListDataSetIterator<>(flowers, BATCH);
  }

  /** What the replicas themselves say of each iteration. */
  private static final class Scores extends BaseTrainingListener {
    final List<Double> values = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void iterationDone(Model model, int iteration, int epoch) {
      values.add(model.score());
    }
  }
}
