package org.provdl.capture;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A search for good hyperparameters, told as it happens: what is searched, each trial with its
 * values and objective, and which trial won and why.
 *
 * <pre>{@code
 * try (Study study =
 *     Study.builder(capture, "digits search").maximize("accuracy", Split.TEST)
 *         .over(Dimension.logUniform("learningRate", 1e-4, 1e-1), Dimension.choice("batchSize", 16, 32))
 *         .random(20, 42).start()) {
 *   StudyOutcome outcome = study.run(trial -> train(trial.real("learningRate"), trial.integer("batchSize")));
 * }
 * }</pre>
 *
 * <p>A study gives values and takes objectives; it changes nothing in what is trained. Thread-safe:
 * trials may run at the same time, on any threads. Nothing here waits for the store.
 */
public final class Study implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Study.class);
  private static final String GRID = "grid";
  private static final String RANDOM = "random";

  private final String iri;
  private final StudyDescription description;
  private final Search search;
  private final TrialProgress progress;
  private final EventQueue queue;
  private final Clock clock;

  // Guarded by this.
  private final Standings standings;
  private final List<Trial> trials = new ArrayList<>();
  private final Set<Trial> open = new HashSet<>();
  private long searched;
  private volatile boolean ended;

  Study(
      String id,
      String iri,
      StudyDescription description,
      Search search,
      TrialProgress progress,
      EventQueue queue,
      Clock clock) {
    this.iri = iri;
    this.description = description;
    this.search = search;
    this.progress = progress;
    this.queue = queue;
    this.clock = clock;
    standings = new Standings(description);
    queue.offer(new Event.StudyStarted(clock.instant(), id, description));
  }

  /**
   * Configures a study.
   *
   * @param capture where it goes
   * @param name what people call it
   * @return the builder
   */
  public static Builder builder(Capture capture, String name) {
    return new Builder(capture, name);
  }

  /**
   * The IRI of the document, a named graph, that describes this study.
   *
   * @return an absolute IRI
   */
  public String iri() {
    return iri;
  }

  String name() {
    return description.name();
  }

  @Nullable String experiment() {
    return description.experiment();
  }

  /**
   * Makes the trials of a grid or a random search that are left, on this thread. A trial whose code
   * throws has failed, and the search goes on; where this thread is interrupted, the search stops.
   *
   * @param code makes one trial and returns its objective
   * @return how the study went
   * @throws IllegalStateException if the study has neither
   */
  public StudyOutcome run(TrialCode code) {
    requireSearch();
    work(code);
    progress.close();
    return outcome();
  }

  /**
   * Makes the trials of a grid or a random search that are left, several at a time.
   *
   * @param code makes one trial and returns its objective; called on that many threads at once
   * @param threads how many
   * @return how the study went
   * @throws IllegalStateException if the study has neither
   * @throws IllegalArgumentException if there are less than 1
   */
  public StudyOutcome run(TrialCode code, int threads) {
    requireSearch();
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<Boolean>> work = Collections.nCopies(threads, () -> work(code));
      for (Future<Boolean> done : workers.invokeAll(work)) {
        done.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("The study " + name() + " broke off.", e);
    } finally {
      workers.shutdownNow();
    }
    progress.close();
    return outcome();
  }

  private void requireSearch() {
    if (search == Search.NONE) {
      throw new IllegalStateException(
          "The study %s has neither grid() nor random(...): propose its trials.".formatted(name()));
    }
  }

  private boolean work(TrialCode code) {
    Optional<Trial> next = next();
    while (next.isPresent()) {
      make(next.get(), code);
      next = Thread.currentThread().isInterrupted() ? Optional.empty() : next();
    }
    return true;
  }

  private void make(Trial trial, TrialCode code) {
    try {
      trial.succeeded(code.run(trial));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      end(trial, RunStatus.INTERRUPTED, null, e.toString());
    } catch (
        Throwable e) { // errors too: what is too large for the memory may be right the next time
      LOG.warn("{} with {} failed; the search goes on.", trial.label(), trial.values(), e);
      trial.failed(e);
    }
  }

  /**
   * The next trial of a grid or a random search, for code that makes trials in its own way.
   *
   * @return empty when there are no more, and after the end of the study
   */
  public synchronized Optional<Trial> next() {
    Map<String, Object> values = ended ? null : search.next();
    if (values == null) {
      return Optional.empty();
    }
    searched++;
    return Optional.of(start(values));
  }

  /**
   * Starts a trial with the values of any tuner, or of your own.
   *
   * @param values by name of hyperparameter
   * @return the trial, to be ended by {@link Trial#succeeded} or {@link Trial#failed}
   * @throws IllegalArgumentException if there are none, or a name is blank
   * @throws IllegalStateException if the study has ended
   */
  public synchronized Trial propose(Map<String, ?> values) {
    if (ended) {
      throw new IllegalStateException("The study " + name() + " has ended; start another one.");
    }
    if (values.isEmpty()) {
      throw new IllegalArgumentException("A trial needs at least one value to try.");
    }
    return start(values);
  }

  private Trial start(Map<String, ?> values) {
    List<Setting> settings = new ArrayList<>();
    values.forEach((name, value) -> settings.add(Setting.ofModel(name, value)));
    Trial trial = new Trial(this, trials.size() + 1, values);
    trials.add(trial);
    open.add(trial);
    standings.start();
    queue.offer(new Event.TrialStarted(clock.instant(), trial.number(), settings));
    return trial;
  }

  /** Ends a trial that has not ended; an objective only where it succeeded. */
  void end(Trial trial, RunStatus status, @Nullable Double objective, @Nullable String reason) {
    int done;
    String best;
    synchronized (this) {
      if (ended || !open.remove(trial)) {
        return;
      }
      trial.setObjective(objective);
      standings.end(trial.number(), objective);
      queue.offer(new Event.TrialEnded(clock.instant(), trial.number(), status, objective, reason));
      done = trials.size() - open.size();
      best = standings.best();
    }
    progress.ended(trial, done, best);
  }

  /** Links a run to the trial of this study that it is made in, if it is. */
  synchronized void tellRun(@Nullable String trialIri, String run) {
    if (!ended && trialIri != null) {
      open.stream()
          .filter(trial -> trial.iri().equals(trialIri))
          .forEach(trial -> queue.offer(new Event.RunMade(clock.instant(), trial.number(), run)));
    }
  }

  /**
   * How the study has gone so far.
   *
   * @return the winner up to now, and all trials that have started
   */
  public synchronized StudyOutcome outcome() {
    Integer winner = standings.winner();
    return new StudyOutcome(
        Optional.ofNullable(winner).map(number -> trials.get(number - 1)),
        standings.reason(),
        trials);
  }

  boolean hasEnded() {
    return ended;
  }

  /**
   * Ends the study: completed, or interrupted where trials are running or some of those planned
   * were not made. Idempotent.
   */
  @Override
  public void close() {
    synchronized (this) {
      if (ended) {
        return;
      }
      ended = true;
      String reason = interruption();
      RunStatus status = reason == null ? RunStatus.COMPLETED : RunStatus.INTERRUPTED;
      queue.offer(new Event.StudyEnded(clock.instant(), status, reason));
    }
    progress.close();
  }

  /** What kept the study from its end; null where nothing did. */
  private @Nullable String interruption() {
    Long planned = description.plannedTrials();
    if (!open.isEmpty()) {
      return "it was closed while %d of %d trials were running"
          .formatted(open.size(), trials.size());
    }
    return planned == null || planned == searched
        ? null
        : "it was closed after %d of %d trials".formatted(searched, planned);
  }

  /** Configures a {@link Study}. Not thread-safe. */
  public static final class Builder {

    private final Capture capture;
    private final String name;
    private @Nullable String experiment;
    private String operator = System.getProperty("user.name", "unknown");
    private @Nullable String metric;
    private Split split = Split.VALIDATION;
    private boolean maximize;
    private List<Dimension> dimensions = List.of();
    private String strategy = "proposed";
    private @Nullable Long seed;
    private @Nullable Long plannedTrials;
    private boolean showsProgress = true;

    private Builder(Capture capture, String name) {
      this.capture = capture;
      this.name = name;
    }

    /**
     * Groups the study and the runs in its trials with others.
     *
     * @param text the experiment's name; by default none
     * @return this
     */
    public Builder experiment(String text) {
      this.experiment = text;
      return this;
    }

    /**
     * Says who runs it.
     *
     * @param person by default the user who is logged in
     * @return this
     */
    public Builder operator(String person) {
      this.operator = person;
      return this;
    }

    /**
     * Looks for the greatest value of a metric.
     *
     * @param name the metric: one of the ontology's or any other
     * @param measuredOn the data that it is measured on
     * @return this
     */
    public Builder maximize(String name, Split measuredOn) {
      return objective(name, measuredOn, true);
    }

    /**
     * Looks for the least value of a metric.
     *
     * @param name the metric: one of the ontology's or any other
     * @param measuredOn the data that it is measured on
     * @return this
     */
    public Builder minimize(String name, Split measuredOn) {
      return objective(name, measuredOn, false);
    }

    private Builder objective(String name, Split measuredOn, boolean greatest) {
      this.metric = name;
      this.split = measuredOn;
      this.maximize = greatest;
      return this;
    }

    /**
     * Says what is varied.
     *
     * @param varied the hyperparameters, each with its values; by default unknown
     * @return this
     * @throws IllegalArgumentException if two have the same name
     */
    public Builder over(Dimension... varied) {
      if (Stream.of(varied).map(Dimension::name).distinct().count() < varied.length) {
        throw new IllegalArgumentException(
            "Two dimensions have the same name: "
                + Stream.of(varied).map(Dimension::name).toList());
      }
      this.dimensions = List.of(varied);
      return this;
    }

    /**
     * Tries all combinations. {@link #over} comes before.
     *
     * @return this
     * @throws IllegalArgumentException if a dimension is a range of any values, or there are more
     *     combinations than can be counted
     * @throws IllegalStateException if nothing is varied
     */
    public Builder grid() {
      requireDimensions();
      this.strategy = GRID;
      this.seed = null;
      this.plannedTrials = Search.gridSize(dimensions);
      return this;
    }

    /**
     * Tries combinations that are drawn at random, each on its own. {@link #over} comes before. The
     * same seed draws the same ones on every Java virtual machine.
     *
     * @param trials how many
     * @param startingFrom the seed
     * @return this
     * @throws IllegalArgumentException if there are less than 1
     * @throws IllegalStateException if nothing is varied
     */
    public Builder random(int trials, long startingFrom) {
      requireDimensions();
      if (trials < 1) {
        throw new IllegalArgumentException("A search needs 1 trial or more, not " + trials + ".");
      }
      this.strategy = RANDOM;
      this.seed = startingFrom;
      this.plannedTrials = (long) trials;
      return this;
    }

    /**
     * Says who proposes the trials: {@link Study#propose}. That is what a study without {@link
     * #grid} and {@link #random} expects anyway.
     *
     * @param tuner its name, by default {@code proposed}
     * @return this
     */
    public Builder proposedBy(String tuner) {
      this.strategy = tuner;
      this.seed = null;
      this.plannedTrials = null;
      return this;
    }

    /**
     * Shows no progress. By default, the standard error output has one line that follows the
     * trials, or a line for each where it is no terminal.
     *
     * @return this
     */
    public Builder withoutProgress() {
      this.showsProgress = false;
      return this;
    }

    /**
     * Starts the study.
     *
     * @return the study, to be closed when its last trial has ended
     * @throws IllegalStateException if it has no objective, or the capture is closed
     */
    public Study start() {
      String objective = metric;
      if (objective == null) {
        throw new IllegalStateException(
            "The study %s has no objective: call maximize(...) or minimize(...).".formatted(name));
      }
      StudyDescription description =
          new StudyDescription(
              name,
              experiment,
              operator,
              objective,
              split,
              maximize,
              dimensions,
              strategy,
              seed,
              plannedTrials);
      return capture.start(
          description,
          search(),
          showsProgress ? TrialProgress.onStandardError(description) : TrialProgress.NONE);
    }

    private Search search() {
      if (plannedTrials == null) {
        return Search.NONE;
      }
      return seed == null
          ? Search.grid(dimensions)
          : Search.random(dimensions, plannedTrials, seed);
    }

    private void requireDimensions() {
      if (dimensions.isEmpty()) {
        throw new IllegalStateException(
            "The study %s varies nothing: call over(...) first.".formatted(name));
      }
    }
  }
}
