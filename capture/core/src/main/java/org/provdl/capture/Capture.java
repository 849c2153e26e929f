package org.provdl.capture;

import com.github.f4b6a3.ulid.UlidCreator;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.provdl.vocabulary.Base;
import org.provdl.vocabulary.Ontology;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Captures training runs and delivers them to one sink. Many runs may be open at a time.
 *
 * <p>Thread-safe. Holds one daemon thread that writes. Runs still open when the capture is closed,
 * or when the Java virtual machine shuts down, are ended as interrupted.
 */
public final class Capture implements AutoCloseable {

  /** The default base of all IRIs: they open in the browser while a server runs on this machine. */
  public static final String DEFAULT_BASE = Base.DEFAULT;

  /** The default longest time in milliseconds between an event and its delivery: {@value}. */
  public static final long DEFAULT_DELAY_MILLISECONDS = 200;

  /** The default number of iterations of one run that wait in memory at most: {@value}. */
  public static final int DEFAULT_ITERATION_CAPACITY = 1_000_000;

  /** The default time in seconds that closing waits for the sink: {@value}. */
  public static final long DEFAULT_CLOSE_SECONDS = 30;

  private static final Logger LOG = LoggerFactory.getLogger(Capture.class);

  private final String base;
  private final Clock clock;
  private final Supplier<String> ids;
  private final int iterationCapacity;
  private final Duration closeTimeout;
  private final CompletableFuture<Environment> environment;
  private final Terms terms = new Terms(Ontology.model());
  private final Delivery delivery;
  private final Thread shutdownHook = new Thread(this::interruptedByShutdown, "provdl-shutdown");
  private final List<TrainingRun> runs = new CopyOnWriteArrayList<>();
  private final AtomicBoolean closed = new AtomicBoolean();

  private Capture(Builder builder) {
    base = builder.base;
    clock = builder.clock;
    ids = builder.ids;
    iterationCapacity = builder.iterationCapacity;
    closeTimeout = builder.closeTimeout;
    environment = inBackground(builder.environment);
    delivery = new Delivery(builder.sink, builder.delay);
    Runtime.getRuntime().addShutdownHook(shutdownHook);
  }

  /**
   * A capture with all defaults.
   *
   * @param sink where the quads go; closed with the capture
   * @return the capture, running
   */
  public static Capture to(QuadSink sink) {
    return builder(sink).open();
  }

  /**
   * A capture to be configured.
   *
   * @param sink where the quads go; closed with the capture
   * @return its builder
   */
  public static Builder builder(QuadSink sink) {
    return new Builder(sink);
  }

  /**
   * Starts a run.
   *
   * @param description what is known of it
   * @return the run
   * @throws IllegalStateException if the capture is closed
   */
  public TrainingRun start(RunDescription description) {
    if (closed.get()) {
      throw new IllegalStateException(
          "The capture is closed; the run " + description.name() + " needs an open one.");
    }
    String id = ids.get();
    RunGraph graph = new RunGraph(base, id);
    EventQueue queue = new EventQueue(iterationCapacity);
    TrainingRun run = new TrainingRun(id, graph.iri(), description, queue, clock, environment);
    runs.removeIf(TrainingRun::hasEnded);
    runs.add(run);
    delivery.add(queue, new RunMapping(graph, terms, description));
    return run;
  }

  /**
   * Waits until the sink has all that was recorded before this call.
   *
   * @param timeout how long to wait at most
   * @return whether it has
   */
  public boolean flush(Duration timeout) {
    return delivery.flush(timeout);
  }

  /** Ends the runs that are still open, delivers what is left and closes the sink. Idempotent. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      endOpenRuns("the capture was closed before the run");
      delivery.close(closeTimeout);
      removeShutdownHook();
    }
  }

  private void interruptedByShutdown() {
    endOpenRuns("the Java virtual machine shut down before the run was closed");
    delivery.flush(closeTimeout);
  }

  private void endOpenRuns(String reason) {
    runs.forEach(run -> run.end(RunStatus.INTERRUPTED, reason));
  }

  private void removeShutdownHook() {
    try {
      Runtime.getRuntime().removeShutdownHook(shutdownHook);
    } catch (IllegalStateException e) {
      LOG.debug("Closed while the Java virtual machine shuts down.", e);
    }
  }

  private static CompletableFuture<Environment> inBackground(Supplier<Environment> detector) {
    CompletableFuture<Environment> found = new CompletableFuture<>();
    Thread thread =
        new Thread(() -> found.completeAsync(detector, Runnable::run), "provdl-environment");
    thread.setDaemon(true);
    thread.start();
    return found;
  }

  /** Configures a {@link Capture}. Not thread-safe. */
  public static final class Builder {

    private final QuadSink sink;
    private String base = DEFAULT_BASE;
    private Clock clock = Clock.systemUTC();
    private Supplier<String> ids = () -> UlidCreator.getMonotonicUlid().toString();
    private Supplier<Environment> environment = () -> Environment.detect(Path.of(""));
    private Duration delay = Duration.ofMillis(DEFAULT_DELAY_MILLISECONDS);
    private int iterationCapacity = DEFAULT_ITERATION_CAPACITY;
    private Duration closeTimeout = Duration.ofSeconds(DEFAULT_CLOSE_SECONDS);

    private Builder(QuadSink sink) {
      this.sink = sink;
    }

    /**
     * Sets what all IRIs begin with.
     *
     * @param iri an absolute IRI that ends with {@code /}; by default {@value Capture#DEFAULT_BASE}
     * @return this
     * @throws IllegalArgumentException if it is no such IRI
     */
    public Builder base(String iri) {
      if (!iri.endsWith("/") || !URI.create(iri).isAbsolute()) {
        throw new IllegalArgumentException(
            "The base must be an absolute IRI that ends with '/', such as "
                + DEFAULT_BASE
                + ", not "
                + iri);
      }
      this.base = iri;
      return this;
    }

    /**
     * Sets the clock that events are stamped with.
     *
     * @param source by default the system's, in UTC
     * @return this
     */
    public Builder clock(Clock source) {
      this.clock = source;
      return this;
    }

    /**
     * Sets where the ids of runs come from.
     *
     * @param source gives a new id at each call, of letters, digits, {@code -} and {@code _},
     *     unique in all the world; by default a ULID, which sorts by time
     * @return this
     */
    public Builder ids(Supplier<String> source) {
      this.ids = source;
      return this;
    }

    /**
     * Sets how the machine and the code are found out.
     *
     * @param detector called once, on a thread of its own; by default looks at this machine and the
     *     working directory
     * @return this
     */
    public Builder environment(Supplier<Environment> detector) {
      this.environment = detector;
      return this;
    }

    /**
     * Sets how long an event may wait for others to be delivered with.
     *
     * @param time by default {@value Capture#DEFAULT_DELAY_MILLISECONDS} milliseconds
     * @return this
     */
    public Builder delay(Duration time) {
      this.delay = time;
      return this;
    }

    /**
     * Sets how many iterations of one run wait in memory; more are left out and counted.
     *
     * @param iterations by default {@value Capture#DEFAULT_ITERATION_CAPACITY}
     * @return this
     * @throws IllegalArgumentException if it is below 1
     */
    public Builder iterationCapacity(int iterations) {
      if (iterations < 1) {
        throw new IllegalArgumentException(
            "The iteration capacity must be 1 or more, not " + iterations + ".");
      }
      this.iterationCapacity = iterations;
      return this;
    }

    /**
     * Sets how long {@link Capture#close()} waits for a sink that is slow or away.
     *
     * @param timeout by default {@value Capture#DEFAULT_CLOSE_SECONDS} seconds
     * @return this
     */
    public Builder closeTimeout(Duration timeout) {
      this.closeTimeout = timeout;
      return this;
    }

    /**
     * Starts the writer thread.
     *
     * @return the capture, running
     */
    public Capture open() {
      return new Capture(this);
    }
  }
}
