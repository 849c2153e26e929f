package org.provdl.capture;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
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
  private static final long SOURCE_SECONDS = 30;

  private record SplitSource(Split split, Path path) {}

  private final String iri;
  private final EventQueue queue;
  private final Clock clock;
  private final ResourceMeter meter;
  private final ResourceReading atStart;
  private final CompletableFuture<Void> environment;
  private final SourceHashing sources = new SourceHashing();
  private final Map<SplitSource, CompletableFuture<Void>> unread = new ConcurrentHashMap<>();
  private final AtomicBoolean ended = new AtomicBoolean();
  private final AtomicLong iterations = new AtomicLong();
  private final AtomicInteger epochs = new AtomicInteger();
  private volatile boolean inEpoch;
  private volatile ResourceReading atEpochStart;

  TrainingRun(
      String id,
      String iri,
      RunDescription description,
      EventQueue queue,
      Clock clock,
      ResourceMeter meter,
      CompletableFuture<Environment> environment) {
    this.iri = iri;
    this.queue = queue;
    this.clock = clock;
    this.meter = meter;
    atStart = meter.read();
    atEpochStart = atStart;
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
   * Records that this run trains an earlier one again, with the same configuration, data and seeds.
   *
   * @param run the IRI of that run
   */
  public void reproduce(String run) {
    record(new Event.RunReproduced(clock.instant(), run));
  }

  /**
   * Records what the tensors are computed with; once for a run.
   *
   * @param backend the backend
   */
  public void computeWith(Backend backend) {
    record(new Event.BackendFound(clock.instant(), backend));
  }

  /**
   * Records the memory in use on accelerators with each epoch in which it was looked at.
   *
   * @param bytesInUse tells the memory in use on all accelerators together; asked each second at
   *     most, on a thread of the capture, for all of its runs. When it throws it is not asked again
   */
  public void watchDevices(LongSupplier bytesInUse) {
    meter.watchDevices(bytesInUse);
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
    adapt(setting, reason, responsible, nextIteration());
  }

  /**
   * Records that a setting changed in mid-training, where that is noticed only later.
   *
   * @param setting what holds from that iteration on
   * @param reason why it changed, in words
   * @param responsible who changed it
   * @param fromIteration the first iteration that it holds for, from 1
   */
  public void adapt(Setting setting, String reason, Responsible responsible, long fromIteration) {
    record(new Event.SettingAdapted(clock.instant(), setting, fromIteration, reason, responsible));
  }

  /**
   * The number of the iteration that is not yet recorded.
   *
   * @return from 1
   */
  public long nextIteration() {
    return iterations.get() + 1;
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

  /**
   * Records a file or directory that a split of the data was made from. It is read on another
   * thread, once for a run; the end of the run waits for that, but not longer than 30 seconds.
   * Where it cannot be read in time, only its location is recorded.
   *
   * @param split which
   * @param source the file or directory
   */
  public void source(Split split, Path source) {
    CompletableFuture<Void> told =
        sources
            .of(source)
            .handle(
                (found, failure) -> {
                  tell(split, source, found, failure);
                  return null;
                });
    if (!told.isDone()) {
      unread.put(new SplitSource(split, source), told);
    }
  }

  private void tell(
      Split split, Path source, @Nullable Artifact found, @Nullable Throwable failure) {
    if (found == null) {
      LOG.warn("{} is captured without its SHA-256: {}", source, String.valueOf(failure));
      source(split, source.toUri());
    } else {
      source(split, found);
    }
  }

  /**
   * Records where the data of a split came from, without reading it.
   *
   * @param split which
   * @param source where: a file, a server, a generator's own scheme
   */
  public void source(Split split, URI source) {
    record(new Event.SourceLocated(clock.instant(), split, source.toString()));
  }

  /**
   * Records more about a split. What is said twice is recorded twice.
   *
   * @param split which
   * @param description what is known
   */
  public void describe(Split split, SplitDescription description) {
    record(new Event.SplitDescribed(clock.instant(), split, description));
  }

  /**
   * Records how a split can be read again; once for each split.
   *
   * @param split which
   * @param reader what gives its batches
   */
  public void readBy(Split split, DataReader reader) {
    record(new Event.ReaderNamed(clock.instant(), split, reader));
  }

  /**
   * Records the state of the framework's generator of random numbers as training begins; once for a
   * run.
   *
   * @param state the state, as the framework tells it
   */
  public void drawFrom(String state) {
    record(new Event.GeneratorFound(clock.instant(), state));
  }

  /**
   * Records a step that made data ready; call it in the order of the steps.
   *
   * @param preparation the step
   */
  public void prepare(Preparation preparation) {
    record(new Event.DataPrepared(clock.instant(), preparation));
  }

  /** Records that a pass over the training data begins. */
  public void startEpoch() {
    inEpoch = true;
    epochs.incrementAndGet();
    atEpochStart = meter.read();
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
    record(
        new Event.EpochEnded(
            clock.instant(), queue.takeDropped(), meter.read().since(atEpochStart)));
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
    evaluate(split, EvaluationResult.of(metrics), parameters);
  }

  /**
   * Records an evaluation of the model that tells classes or columns apart.
   *
   * @param split the data that it was made on
   * @param result what it found
   * @param parameters those of the model that was evaluated; null where unknown
   */
  public void evaluate(Split split, EvaluationResult result, @Nullable Parameters parameters) {
    evaluate(split, result, parameters, null);
  }

  /**
   * Records an evaluation of the model that can be made again.
   *
   * @param split the data that it was made on
   * @param result what it found
   * @param parameters those of the model that was evaluated; null where unknown
   * @param evaluator how it is made, in the framework's own description without results; null where
   *     unknown
   */
  public void evaluate(
      Split split,
      EvaluationResult result,
      @Nullable Parameters parameters,
      @Nullable String evaluator) {
    record(Event.ModelEvaluated.of(clock.instant(), split, result, parameters, evaluator));
  }

  /**
   * Records that training is ended early and on purpose, for the sake of a score that was measured
   * by {@link #measure} on the validation data after each epoch.
   *
   * @param reason what ended it, in words
   * @param metric the name of the score
   * @param bestEpoch the epoch with the best score, from 1 within this run; 0 where there is none
   * @param parameters those of the model after that epoch; null where unknown
   */
  public void stop(String reason, String metric, int bestEpoch, @Nullable Parameters parameters) {
    stop(reason, metric, bestEpoch, parameters, Responsible.FRAMEWORK);
  }

  /**
   * Records that training is ended early and on purpose by someone else than the framework.
   *
   * @param reason what ended it, in words
   * @param metric the name of the score
   * @param bestEpoch the epoch with the best score, from 1 within this run; 0 where there is none
   * @param parameters those of the model after that epoch; null where unknown
   * @param responsible whose decision it was
   */
  public void stop(
      String reason,
      String metric,
      int bestEpoch,
      @Nullable Parameters parameters,
      Responsible responsible) {
    record(
        new Event.TrainingStopped(
            clock.instant(),
            reason,
            metric,
            bestEpoch,
            parameters == null ? null : parameters.sha256(),
            parameters == null ? null : parameters.iterationCount(),
            responsible));
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
    Instant time = clock.instant();
    ResourceUse resources = meter.read().since(atStart);
    awaitEnvironment();
    awaitSources();
    if (ended.compareAndSet(false, true)) {
      queue.offer(new Event.RunEnded(time, status, reason, queue.takeDropped(), resources));
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

  private void awaitSources() {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SOURCE_SECONDS);
    unread.forEach(
        (source, told) -> {
          try {
            told.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            tell(source.split(), source.path(), null, e);
          } catch (ExecutionException | TimeoutException e) {
            tell(source.split(), source.path(), null, e);
          }
        });
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
