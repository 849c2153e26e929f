package org.provdl.capture.dl4j;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.deeplearning4j.earlystopping.listener.EarlyStoppingListener;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.optimize.listeners.callbacks.EvaluationCallback;
import org.jspecify.annotations.Nullable;
import org.nd4j.evaluation.IEvaluation;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.dataset.api.iterator.MultiDataSetIterator;
import org.nd4j.linalg.factory.Nd4j;
import org.provdl.capture.Artifact;
import org.provdl.capture.Backend;
import org.provdl.capture.Capture;
import org.provdl.capture.ImportedModel;
import org.provdl.capture.ModelEntry;
import org.provdl.capture.ModelFile;
import org.provdl.capture.Parameters;
import org.provdl.capture.Responsible;
import org.provdl.capture.RunDescription;
import org.provdl.capture.Setting;
import org.provdl.capture.Split;
import org.provdl.capture.TrainingRun;
import org.provdl.capture.Trial;
import org.provdl.queries.Condition;

/**
 * Captures the training of one network as one run: settings and their changes, layers, epochs,
 * loss, data seen.
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
  private final Capture capture;
  private final TrainingRun run;
  private final Guard guard = new Guard();
  private final SettingsWatch settings;
  private final CheckpointFiles checkpoints;
  private final SteeringRules rules = new SteeringRules();
  private final RunListener listener;
  private final GuardedListener guarded;
  private final List<TrackedData> tracked = new CopyOnWriteArrayList<>();

  private ProvenanceListener(Builder builder) {
    network = CapturedNetwork.of(builder.network);
    CapturedNetwork original =
        builder.original == null ? null : CapturedNetwork.of(builder.original);
    ImportedModel imported = builder.imported == null ? null : KerasFile.read(builder.imported);
    capture = builder.capture;
    run = capture.start(builder.description());
    guard.run(this::describeNetwork);
    guard.run(() -> describeOrigin(original, imported));
    settings = new SettingsWatch(network, run, builder.chosen, System::nanoTime);
    guard.run(settings::start);
    checkpoints = new CheckpointFiles(run, guard, network.listeners());
    listener = new RunListener(network, run, settings, checkpoints, rules);
    guarded = new GuardedListener(listener, guard);
    guard.run(() -> describeBackend(builder.chosen));
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
   * Follows the data of a split: records what gives it and how, and counts its examples and those
   * of each class in the first pass over it, bit for bit the same data. Call it after the
   * iterator's pre-processor was set; the counting is chained to it until this listener is closed.
   * An {@code AsyncDataSetIterator} is not counted: track the one that it reads.
   *
   * <p>Nothing is read from the iterator, and no result is changed.
   *
   * @param iterator the iterator, of any kind
   * @param split what its data is for
   * @return for further facts: {@code provenance.track(iterator, Split.TRAINING).from(csv)}
   */
  public TrackedData track(DataSetIterator iterator, Split split) {
    return track(new FollowedDataSets(iterator), split);
  }

  /**
   * Follows the data of a split that has several inputs or outputs, as {@link
   * #track(DataSetIterator, Split)} does. Classes are counted where there is one output.
   *
   * @param iterator the iterator, of any kind
   * @param split what its data is for
   * @return for further facts
   */
  public TrackedData track(MultiDataSetIterator iterator, Split split) {
    return track(new FollowedMultiDataSets(iterator), split);
  }

  private TrackedData track(FollowedIterator iterator, Split split) {
    TrackedData data = new TrackedData(iterator, split, run, guard);
    guard.run(data::describe);
    if (tracked.stream().noneMatch(other -> other.split() == split)) {
      LongSupplier pass = split == Split.TRAINING ? network::epochCount : network::iterationCount;
      guard.run(() -> data.count(pass));
    }
    tracked.add(data);
    return data;
  }

  /**
   * Records an evaluation of the network in its present state: its metrics, those of each class or
   * column, and the confusion matrix of up to 1,000 classes.
   *
   * @param evaluation what {@code network.evaluate(...)} and the like returned: any of ND4J's
   *     evaluations of classes, of regressions, ROC or calibration
   * @param split the data that it was made on
   */
  public void evaluated(IEvaluation<?> evaluation, Split split) {
    evaluated(new IEvaluation<?>[] {evaluation}, split);
  }

  /**
   * Records several evaluations of the network in its present state.
   *
   * @param evaluations what {@code network.doEvaluation(...)} returned
   * @param split the data that they were made on
   */
  public void evaluated(IEvaluation<?>[] evaluations, Split split) {
    tracked.stream()
        .filter(data -> data.split() == split)
        .forEach(data -> guard.run(data::endPass));
    guard.run(
        () -> {
          Parameters state = ParametersReader.read(network);
          for (IEvaluation<?> evaluation : evaluations) {
            guard.run(
                () ->
                    run.evaluate(
                        split,
                        EvaluationReader.read(evaluation),
                        state,
                        Evaluators.describe(evaluation)));
          }
        });
  }

  /**
   * Records each evaluation of an {@code EvaluativeListener}, given to its {@code setCallback}.
   *
   * @param split the data that the listener evaluates on
   * @return the callback
   */
  public EvaluationCallback evaluations(Split split) {
    return (listener, model, invocation, evaluations) -> evaluated(evaluations, split);
  }

  /**
   * Changes the network in mid-training, and records each setting that it changed as an adaptation.
   * A change that is made without this is recorded too, as the person's and without a reason. To be
   * called between two iterations: on the training thread, or while nobody trains.
   *
   * @param reason why, in words
   * @param responsible whose change it is: {@link Responsible#OPERATOR} or a {@link
   *     Responsible#rule rule}
   * @param change what changes the network, such as {@code () -> network.setLearningRate(1e-3)};
   *     what it throws comes out of here
   */
  public void adapt(String reason, Responsible responsible, Runnable change) {
    guard.run(settings::compareAgain);
    try {
      change.run();
    } finally {
      guard.run(() -> settings.readAs(reason, responsible));
    }
  }

  /**
   * Steers the training by a question that the store answers while it goes on. After each epoch the
   * question sees all that was told of the run up to then, that epoch included.
   *
   * <p>That takes a wait on the training thread, once an epoch: until the store has the epoch and
   * has answered. With a store in this process that was 35 ms in the median on 2 busy virtual
   * cores, and 0.6 s the first time; it is {@link Steering#DEFAULT_PATIENCE_SECONDS} seconds at
   * most unless you say otherwise.
   *
   * @param condition the question, which is asked of the store that this run goes to
   * @return to say what is done where the answer is yes: {@code provenance.when(diverging).stop()}
   */
  public Steering when(Condition condition) {
    return new Steering(condition, capture, run.iri(), this::adapt, rules);
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
            guard.run(
                () ->
                    new ModelEntry(run.iri(), state.sha256(), state.iterationCount())
                        .writeTo(file));
          }
          run.save(state, Artifact.of(file));
        });
  }

  /**
   * Records early stopping: {@code trainer.setListener(provenance.earlyStopping())}. That is why it
   * ended, the conditions, the score after each epoch as a metric of the validation data, and each
   * model that was the best so far, with a hash of its parameters. The epoch in which a condition
   * on iterations ends training counts as ended.
   *
   * @param <T> the kind of network
   * @return a listener for an {@code EarlyStoppingTrainer} or {@code EarlyStoppingGraphTrainer}
   */
  public <T extends Model> EarlyStoppingListener<T> earlyStopping() {
    return new EarlyStopping<>(listener, run, guard);
  }

  /**
   * Ends the run as failed.
   *
   * @param cause why
   */
  public void failed(Throwable cause) {
    releaseData();
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
    guard.run(settings::readLast);
    guard.run(listener::tellData);
    releaseData();
    guard.run(checkpoints::close);
    guard.run(this::tellModel);
    run.close();
  }

  /** The last one first, for the same iterator may have been tracked twice. */
  private void releaseData() {
    for (int index = tracked.size() - 1; index >= 0; index--) {
      guard.run(tracked.get(index)::release);
    }
  }

  private void describeNetwork() {
    run.configure(
        NetworkSettings.withoutCounters(network.json()),
        network.model().numParams(),
        LayerReader.read(network));
  }

  /** Read on this thread, which has its devices and its random number generator already. */
  private void describeBackend(Predicate<String> chosen) {
    Backend backend = BackendReader.read();
    run.computeWith(backend);
    if (!backend.devices().isEmpty()) {
      run.watchDevices(BackendReader::deviceMemoryInUse);
    }
    if (chosen.test("randomGeneratorSeed")) {
      run.choose(Setting.ofModel("randomGeneratorSeed", Nd4j.getRandom().getSeed()));
    }
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
    private @Nullable String name;
    private @Nullable String experiment;
    private @Nullable Trial trial;
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
     * @param text what people call it; by default the name of its trial, or {@code training}
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
     * Says that the run is made in a trial of a study, and so in the study's experiment.
     *
     * @param made the trial, of the same capture; by default none
     * @return this
     */
    public Builder trial(Trial made) {
      this.trial = made;
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
      String called = trial == null ? "training" : trial.label();
      RunDescription described =
          RunDescription.named(name == null ? called : name)
              .trainedBy(FrameworkVersion.framework("Deeplearning4j"));
      if (experiment != null) {
        described = described.inExperiment(experiment);
      }
      return trial == null ? described : described.inTrial(trial);
    }
  }
}
