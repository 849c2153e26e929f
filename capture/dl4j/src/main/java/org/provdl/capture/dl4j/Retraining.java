package org.provdl.capture.dl4j;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.nd4j.evaluation.IEvaluation;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.provdl.capture.Artifact;
import org.provdl.capture.Capture;
import org.provdl.capture.Check;
import org.provdl.capture.RecordedEvaluation;
import org.provdl.capture.RecordedRun;
import org.provdl.capture.Reproduction;
import org.provdl.capture.Setting;
import org.provdl.capture.Split;

/**
 * Trains a network as a run did.
 *
 * @param run what it did
 * @param checks what was compared
 * @param network what it began with; null where it is not possible
 * @param data of the splits that are needed
 * @param loader for the classes that it names
 */
record Retraining(
    RecordedRun run,
    List<Check> checks,
    @Nullable Model network,
    Map<Split, RecordedData> data,
    ClassLoader loader)
    implements Reproduction {

  Retraining {
    checks = List.copyOf(checks);
  }

  @Override
  public String train(Capture capture) throws Exception {
    Model trained = network;
    if (!isPossible() || trained == null) {
      throw new IllegalStateException("The run %s cannot be trained again.".formatted(run.iri()));
    }
    ProvenanceListener.Builder builder =
        ProvenanceListener.builder(trained, capture).name(run.name());
    if (run.experiment() != null) {
      builder.experiment(run.experiment());
    }
    try (ProvenanceListener provenance = builder.attach()) {
      provenance.run().reproduce(run.iri());
      provenance.run().choose(Setting.ofModel("epochs", run.epochs()));
      try {
        train(trained, provenance);
      } catch (Exception | Error failure) {
        provenance.failed(failure);
        throw failure;
      }
      return provenance.run().iri();
    }
  }

  private void train(Model trained, ProvenanceListener provenance) throws Exception {
    Map<Split, DataSetIterator> iterators = open(provenance);
    DataSetIterator training = Objects.requireNonNull(iterators.get(Split.TRAINING));
    if (run.generatorState() != null) {
      RandomNumbers.restore(run.generatorState());
    }
    for (int epoch = 0; epoch <= run.epochs(); epoch++) {
      if (epoch > 0) {
        fit(trained, training);
      }
      for (RecordedEvaluation evaluation : run.evaluations()) {
        DataSetIterator evaluated = iterators.get(evaluation.split());
        if (evaluation.epoch() == epoch && evaluated != null) {
          provenance.evaluated(
              evaluate(trained, evaluated, Evaluators.make(evaluation.evaluator(), loader)),
              evaluation.split());
        }
      }
    }
  }

  private Map<Split, DataSetIterator> open(ProvenanceListener provenance) throws Exception {
    Map<Split, DataSetIterator> iterators = new EnumMap<>(Split.class);
    for (Map.Entry<Split, RecordedData> entry : data.entrySet()) {
      RecordedData found = entry.getValue();
      DataSetIterator iterator = found.data().open();
      iterators.put(entry.getKey(), iterator);
      for (Artifact source : found.sources()) {
        provenance.run().source(entry.getKey(), source);
      }
      TrackedData tracked = provenance.track(iterator, entry.getKey()).readBy(found.data());
      if (found.shuffleSeed() != null) {
        tracked.shuffled(found.shuffleSeed());
      }
    }
    return iterators;
  }

  private static void fit(Model network, DataSetIterator training) {
    if (network instanceof ComputationGraph graph) {
      graph.fit(training);
    } else {
      ((MultiLayerNetwork) network).fit(training);
    }
  }

  private static IEvaluation<?>[] evaluate(
      Model network, DataSetIterator data, IEvaluation<?>... evaluations) {
    data.reset();
    return network instanceof ComputationGraph graph
        ? graph.doEvaluation(data, evaluations)
        : ((MultiLayerNetwork) network).doEvaluation(data, evaluations);
  }
}
