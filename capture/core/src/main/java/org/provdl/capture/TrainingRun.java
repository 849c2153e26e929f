package org.provdl.capture;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One training run, told as it happens. Started by {@link Capture#start(RunDescription)}; ended by
 * {@link #close()} or {@link #fail(Throwable)}.
 *
 * <p>Every method returns within microseconds and never waits for the store. Thread-safe: events
 * are ordered as their calls are; epochs and iterations are numbered from 1 in that order. What
 * comes after the end is ignored.
 */
public final class TrainingRun implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TrainingRun.class);
  private static final long ENVIRONMENT_SECONDS = 10;

  private final String iri;
  private final EventQueue queue;
  private final Clock clock;
  private final CompletableFuture<Void> environment;
  private final AtomicBoolean ended = new AtomicBoolean();
  private final AtomicLong iterations = new AtomicLong();
  private final AtomicInteger epochs = new AtomicInteger();
  private volatile boolean inEpoch;

  TrainingRun(
      String id,
      String iri,
      RunDescription description,
      EventQueue queue,
      Clock clock,
      CompletableFuture<Environment> environment) {
    this.iri = iri;
    this.queue = queue;
    this.clock = clock;
    Instant started = clock.instant();
    record(new Event.RunStarted(started, id, description));
    this.environment =
        environment.thenAccept(found -> record(new Event.EnvironmentFound(started, found)));
  }

  /**
   * The IRI of the document, a named graph, that describes this run.
   *
   * @return an absolute IRI
   */
  public String iri() {
    return iri;
  }

  /**
   * Records the value that a hyperparameter has at the start. Another value of the same one later
   * is an adaptation.
   *
   * @param setting the setting
   */
  public void choose(Setting setting) {
    record(new Event.SettingChosen(clock.instant(), setting));
  }

  /**
   * Records that a setting changed in mid-training, in force from the next iteration on. Without an
   * earlier setting of the same hyperparameter it is a choice.
   *
   * @param setting what holds from now on
   * @param reason why it changed, in words
   * @param responsible who changed it
   */
  public void adapt(Setting setting, String reason, Responsible responsible) {
    record(
        new Event.SettingAdapted(
            clock.instant(), setting, iterations.get() + 1, reason, responsible));
  }

  /**
   * Records how the network is built; once for a run.
   *
   * @param json the framework's own description
   * @param parameterCount how many trainable numbers the network holds
   * @param layers its layers in order
   */
  public void configure(String json, long parameterCount, List<Layer> layers) {
    record(new Event.ModelConfigured(clock.instant(), json, parameterCount, layers));
  }

  /**
   * Records what a split of the data holds, as it was seen; once for each split.
   *
   * @param split which
   * @param exampleCount how many examples
   * @param featureShape the shape of one example, without the batch: {@code [1, 8, 8]}
   * @param labelShape the shape of one label; null where there is none
   */
  public void see(
      Split split, long exampleCount, String featureShape, @Nullable String labelShape) {
    record(new Event.DataSeen(clock.instant(), split, exampleCount, featureShape, labelShape));
  }

  /**
   * Records a file that a split of the data was made from.
   *
   * @param split which
   * @param source the file
   */
  public void source(Split split, Artifact source) {
    record(new Event.SourceNamed(clock.instant(), split, source));
  }

  /** Records that a pass over the training data begins. */
  public void startEpoch() {
    inEpoch = true;
    epochs.incrementAndGet();
    record(new Event.EpochStarted(clock.instant()));
  }

  /**
   * Records one update of the parameters. Where more come than memory has room for, some are left
   * out and the graph says how many.
   *
   * @param loss the training loss; may be NaN or infinite
   * @param exampleCount the examples in the batch
   */
  public void iterate(double loss, int exampleCount) {
    record(
        new Event.IterationEnded(clock.millis(), iterations.incrementAndGet(), loss, exampleCount));
  }

  /**
   * Records a value of a metric for the epoch that is running, or else for the one that ended last.
   *
   * @param metric its name: one of the ontology's ({@code loss}, {@code accuracy}, ...) or any
   *     other of your own
   * @param value its value; may be NaN or infinite
   * @param split the data that it was measured on
   */
  public void measure(String metric, double value, Split split) {
    record(new Event.MetricMeasured(clock.instant(), metric, value, split));
  }

  /** Records that the pass over the training data has ended. */
  public void endEpoch() {
    inEpoch = false;
    record(new Event.EpochEnded(clock.instant(), queue.takeDropped()));
  }

  /**
   * Records the parameters that the model has before training; once for a run. Where another run
   * reached them, this one goes on from it.
   *
   * @param parameters its parameters
   */
  public void startFrom(Parameters parameters) {
    record(new Event.ModelInitialized(clock.instant(), parameters));
  }

  /**
   * Records that the model was made from another one; after {@link #startFrom(Parameters)}.
   *
   * @param transfer how
   */
  public void transfer(Transfer transfer) {
    record(new Event.ModelTransferred(clock.instant(), transfer));
  }

  /**
   * Records that the model was built from another framework's; after {@link
   * #startFrom(Parameters)}.
   *
   * @param model what was imported
   */
  public void importFrom(ImportedModel model) {
    record(new Event.ModelImported(clock.instant(), model));
  }

  /**
   * Records the state that the model has reached.
   *
   * @param parameters its parameters
   */
  public void checkpoint(Parameters parameters) {
    reach(parameters, false, null, null);
  }

  /**
   * Records a state that was written to a file on the way.
   *
   * @param parameters the parameters that it had
   * @param file the file
   * @param moment when, as {@link #now()} said it
   */
  public void checkpoint(Parameters parameters, Artifact file, Moment moment) {
    reach(parameters, false, file, moment);
  }

  /**
   * Records the state of the model at the end of training.
   *
   * @param parameters its parameters
   */
  public void trained(Parameters parameters) {
    reach(parameters, true, null, null);
  }

  /**
   * Records that the model was written to a file.
   *
   * @param parameters its parameters
   * @param file the file
   */
  public void save(Parameters parameters, Artifact file) {
    reach(parameters, true, file, null);
  }

  /**
   * How far the run has come, for what can be told only later.
   *
   * @return the moment
   */
  public Moment now() {
    return new Moment(clock.instant(), epochs.get(), iterations.get());
  }

  /**
   * Records an evaluation of the model.
   *
   * @param split the data that it was made on
   * @param metrics the values by name of metric
   * @param parameters those of the model that was evaluated; null where unknown
   */
  public void evaluate(Split split, Map<String, Double> metrics, @Nullable Parameters parameters) {
    record(
        new Event.ModelEvaluated(
            clock.instant(),
            split,
            metrics,
            parameters == null ? null : parameters.sha256(),
            parameters == null ? null : parameters.iterationCount()));
  }

  /**
   * Ends the run as failed. A later {@link #close()} changes nothing.
   *
   * @param cause why
   */
  public void fail(Throwable cause) {
    end(RunStatus.FAILED, cause.toString());
  }

  /** Ends the run: completed, or interrupted when an epoch has not ended. Idempotent. */
  @Override
  public void close() {
    if (inEpoch) {
      end(RunStatus.INTERRUPTED, "training stopped before the end of an epoch");
    } else {
      end(RunStatus.COMPLETED, null);
    }
  }

  void end(RunStatus status, @Nullable String reason) {
    if (ended.get()) {
      return;
    }
    awaitEnvironment();
    if (ended.compareAndSet(false, true)) {
      queue.offer(new Event.RunEnded(clock.instant(), status, reason, queue.takeDropped()));
    }
  }

  boolean hasEnded() {
    return ended.get();
  }

  private void reach(
      Parameters parameters, boolean trained, @Nullable Artifact file, @Nullable Moment moment) {
    record(
        new Event.ModelReached(
            clock.instant(),
            parameters.sha256(),
            parameters.iterationCount(),
            trained,
            file,
            moment));
  }

  private void record(Event event) {
    if (!ended.get()) {
      queue.offer(event);
    }
  }

  private void awaitEnvironment() {
    try {
      environment.get(ENVIRONMENT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("The machine and code of run {} are not captured: {}", iri, e.toString());
    }
  }
}
