package org.provdl.capture.dl4j;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Predicate;
import org.deeplearning4j.nn.api.Model;
import org.jspecify.annotations.Nullable;
import org.nd4j.evaluation.classification.Evaluation;
import org.nd4j.linalg.factory.Nd4j;
import org.provdl.capture.Artifact;
import org.provdl.capture.Capture;
import org.provdl.capture.Framework;
import org.provdl.capture.ImportedModel;
import org.provdl.capture.ModelEntry;
import org.provdl.capture.ModelFile;
import org.provdl.capture.Parameters;
import org.provdl.capture.RunDescription;
import org.provdl.capture.Split;
import org.provdl.capture.TrainingRun;

/**
 * Captures the training of one network as one run: settings, layers, epochs, loss, changes of the
 * learning rate, data seen.
 *
 * <pre>{@code
 * try (var capture = Capture.to(QuadSink.store(Path.of("provdl-store")));
 *     var provenance = ProvenanceListener.attach(network, capture, "digits")) {
 *   network.fit(iterator, 20);
 *   provenance.evaluated(network.evaluate(test), Split.TEST);
 * }
 * }</pre>
 *
 * <p>Attach it after {@code setListeners}, which would replace it. Attaching throws where something
 * is set up wrongly; after that nothing here ever throws, and training is bit for bit what it is
 * without. The methods may be called on any thread, but not while the network is being trained on
 * another.
 */
public final class ProvenanceListener implements AutoCloseable {

  private final CapturedNetwork network;
  private final TrainingRun run;
  private final Guard guard = new Guard();
  private final CheckpointFiles checkpoints;
  private final RunListener listener;
  private final GuardedListener guarded;

  private ProvenanceListener(Builder builder) {
    network = CapturedNetwork.of(builder.network);
    CapturedNetwork original =
        builder.original == null ? null : CapturedNetwork.of(builder.original);
    ImportedModel imported = builder.imported == null ? null : KerasFile.read(builder.imported);
    run = builder.capture.start(builder.description());
    checkpoints = new CheckpointFiles(run, guard, network.listeners());
    listener = new RunListener(network, run, checkpoints);
    guarded = new GuardedListener(listener, guard);
    guard.run(() -> describeNetwork(builder.chosen));
    guard.run(() -> describeOrigin(original, imported));
    builder.network.addListeners(guarded);
  }

  /**
   * Captures all that is known of a network from now on.
   *
   * @param network a {@code MultiLayerNetwork} or {@code ComputationGraph} after {@code init()}
   * @param capture where the run goes
   * @param name what people call the run
   * @return the listener, to be closed when training has ended
   * @throws IllegalArgumentException if it is another kind of model, or has no parameters yet
   */
  public static ProvenanceListener attach(Model network, Capture capture, String name) {
    return builder(network, capture).name(name).attach();
  }

  /**
   * Configures what is captured.
   *
   * @param network a {@code MultiLayerNetwork} or {@code ComputationGraph} after {@code init()}
   * @param capture where the run goes
   * @return the builder
   */
  public static Builder builder(Model network, Capture capture) {
    return new Builder(network, capture);
  }

  /**
   * The run, for facts that a listener cannot see: your own hyperparameters, metrics, files.
   *
   * @return the run
   */
  public TrainingRun run() {
    return run;
  }

  /**
   * Records the evaluation of a classifier in its present state.
   *
   * @param evaluation what {@code network.evaluate(...)} returned
   * @param split the data that it was made on
   */
  public void evaluated(Evaluation evaluation, Split split) {
    guard.run(
        () ->
            run.evaluate(
                split,
                Map.of(
                    "accuracy", evaluation.accuracy(),
                    "precision", evaluation.precision(),
                    "recall", evaluation.recall(),
                    "f1", evaluation.f1()),
                ParametersReader.read(network)));
  }

  /**
   * Records that the network was written to a file. Where Deeplearning4j wrote it, the file then
   * says which run it comes from, in a small entry of its own, {@link ModelEntry#NAME}, and the
   * state is the one in the file; it can be restored as before. Any other file, or one that is
   * read-only, is recorded as it is, with the present state.
   *
   * @param file the file, which is read to its end
   */
  public void saved(Path file) {
    guard.run(
        () -> {
          Parameters held = ModelFile.of(file).parameters();
          Parameters state = held == null ? ParametersReader.read(network) : held;
          if (held != null) {
            new ModelEntry(run.iri(), state.sha256(), state.iterationCount()).writeTo(file);
          }
          run.save(state, Artifact.of(file));
        });
  }

  /**
   * Ends the run as failed.
   *
   * @param cause why
   */
  public void failed(Throwable cause) {
    guard.run(
        () -> {
          listener.tellData();
          checkpoints.close();
          run.fail(cause);
        });
    close();
  }

  /**
   * Takes the listener off the network and ends the run: completed, or interrupted in mid-epoch.
   * Idempotent.
   */
  @Override
  public void close() {
    guard.run(() -> network.detach(guarded));
    guard.run(listener::tellData);
    guard.run(checkpoints::close);
    guard.run(this::tellModel);
    run.close();
  }

  private void describeNetwork(Predicate<String> chosen) {
    run.configure(
        NetworkSettings.withoutCounters(network.json()),
        network.model().numParams(),
        LayerReader.read(network));
    NetworkSettings.of(network).stream()
        .filter(setting -> chosen.test(setting.hyperparameter()))
        .forEach(run::choose);
  }

  private void describeOrigin(
      @Nullable CapturedNetwork original, @Nullable ImportedModel imported) {
    run.startFrom(ParametersReader.read(network));
    if (original != null) {
      run.transfer(TransferReader.read(network, original));
    }
    if (imported != null) {
      run.importFrom(imported);
    }
  }

  /** What training has made of the network; only a state on the way, where it was broken off. */
  private void tellModel() {
    if (listener.isInEpoch()) {
      run.checkpoint(ParametersReader.read(network));
    } else if (listener.hasSeenData()) {
      run.trained(ParametersReader.read(network));
    }
  }

  /** Configures a {@link ProvenanceListener}. Not thread-safe. */
  public static final class Builder {

    private final Model network;
    private final Capture capture;
    private String name = "training";
    private @Nullable String experiment;
    private Predicate<String> chosen = hyperparameter -> true;
    private @Nullable Model original;
    private @Nullable Path imported;

    private Builder(Model network, Capture capture) {
      this.network = network;
      this.capture = capture;
    }

    /**
     * Names the run.
     *
     * @param text what people call it; by default {@code training}
     * @return this
     */
    public Builder name(String text) {
      this.name = text;
      return this;
    }

    /**
     * Groups the run with others.
     *
     * @param text the experiment's name; by default none
     * @return this
     */
    public Builder experiment(String text) {
      this.experiment = text;
      return this;
    }

    /**
     * Chooses which hyperparameters are recorded.
     *
     * @param choice true for the names wanted; by default all
     * @return this
     */
    public Builder hyperparameters(Predicate<String> choice) {
      this.chosen = choice;
      return this;
    }

    /**
     * Says that the network was made from another one by {@code TransferLearning}. Which layers
     * were kept, replaced, added, removed and frozen is found by comparing the two.
     *
     * @param network the network that was given to {@code TransferLearning}, as it was then
     * @return this
     */
    public Builder transferredFrom(Model network) {
      this.original = network;
      return this;
    }

    /**
     * Says that the network was imported from a file of Keras.
     *
     * @param hdf5 the file, from which its framework, version and configuration are read
     * @return this
     */
    public Builder importedFrom(Path hdf5) {
      this.imported = hdf5;
      return this;
    }

    /**
     * Starts the run and the capture.
     *
     * @return the listener, to be closed when training has ended
     * @throws IllegalArgumentException if a network is of another kind or has no parameters yet, or
     *     the file that it was imported from cannot be read
     */
    public ProvenanceListener attach() {
      return new ProvenanceListener(this);
    }

    private RunDescription description() {
      RunDescription described = RunDescription.named(name).trainedBy(framework());
      return experiment == null ? described : described.inExperiment(experiment);
    }

    private static Framework framework() {
      return new Framework(
          "Deeplearning4j",
          FrameworkVersion.current(),
          Nd4j.getBackend().getClass().getSimpleName());
    }
  }
}
