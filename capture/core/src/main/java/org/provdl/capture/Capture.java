package org.provdl.capture;

import com.github.f4b6a3.ulid.UlidCreator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.provdl.vocabulary.Base;
import org.provdl.vocabulary.Ontology;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Captures training runs and studies and delivers them to one sink. Many may be open at a time.
 *
 * <p>Events go into a journal on disk first, one file for each run, and from there to the sink: a
 * sink that is slow or away costs nothing but disk space. What a sink has not taken when the
 * capture is closed, or when the process dies, stays in the journal; the next capture that opens
 * the same journal directory for the same destination delivers it, as does {@link Recovery}.
 *
 * <p>Thread-safe. Holds four daemon threads: one writes journals, one maps what is in them, one
 * writes to the sink, one looks each second at what the process uses. Runs and studies still open
 * when the capture is closed, or when the Java virtual machine shuts down, are ended as
 * interrupted.
 */
public final class Capture implements AutoCloseable {

  /** The default base of all IRIs: they open in the browser while a server runs on this machine. */
  public static final String DEFAULT_BASE = Base.DEFAULT;

  /** The default least time in milliseconds between two small writes to the sink: {@value}. */
  public static final long DEFAULT_PACE_MILLISECONDS = 750;

  /** The default longest time in milliseconds that an iteration is not on the disk: {@value}. */
  public static final long DEFAULT_SYNC_MILLISECONDS = 1_000;

  /** The default number of iterations of one run that wait in memory at most: {@value}. */
  public static final int DEFAULT_ITERATION_CAPACITY = 100_000;

  /** The default time in seconds that closing waits for the sink: {@value}. */
  public static final long DEFAULT_CLOSE_SECONDS = 10;

  private static final Logger LOG = LoggerFactory.getLogger(Capture.class);

  private final String base;
  private final Clock clock;
  private final Supplier<String> ids;
  private final int iterationCapacity;
  private final Duration closeTimeout;
  private final CompletableFuture<Environment> environment;
  private final ResourceMeter meter;
  private final Terms terms = new Terms(Ontology.model());
  private final EventFormat format = new EventFormat();
  private final Journal.Opening opening;
  private final String destination;
  private final JournalDirectory directory;
  private final List<JournalDirectory> abandoned;
  private final Delivery delivery;
  private final JournalWriter journals;
  private final Thread shutdownHook = new Thread(this::interruptedByShutdown, "provdl-shutdown");
  private final List<TrainingRun> runs = new CopyOnWriteArrayList<>();
  private final List<Study> studies = new CopyOnWriteArrayList<>();
  private final AtomicBoolean closed = new AtomicBoolean();

  private Capture(Builder builder) {
    base = builder.base;
    clock = builder.clock;
    ids = builder.ids;
    iterationCapacity = builder.iterationCapacity;
    closeTimeout = builder.closeTimeout;
    opening = builder.opening;
    destination = builder.sink.destination();
    Path root = builder.journalRoot();
    directory = JournalDirectory.create(root);
    abandoned = JournalDirectory.abandoned(root);
    environment = inBackground(builder.environment);
    meter = builder.meter.get();
    delivery = new Delivery(builder.sink, builder.pace, builder.keepJournals);
    journals = new JournalWriter(root, builder.syncInterval, this::deliver, delivery::wake);
    abandoned.forEach(this::recover);
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
    requireOpen("run", description.name());
    String id = ids.get();
    RunGraph graph = new RunGraph(base, DocumentKind.RUN, id);
    EventQueue queue = new EventQueue(iterationCapacity);
    TrainingRun run =
        new TrainingRun(id, graph.iri(), description, queue, clock, meter, environment);
    runs.removeIf(TrainingRun::hasEnded);
    runs.add(run);
    record(queue, DocumentKind.RUN, id);
    String activity = graph.training().getURI();
    studies.forEach(study -> study.tellRun(description.trial(), activity));
    return run;
  }

  /** Starts a study. */
  Study start(StudyDescription description, Search search, TrialProgress progress) {
    requireOpen("study", description.name());
    String id = ids.get();
    EventQueue queue = new EventQueue(iterationCapacity);
    String iri = new RunGraph(base, DocumentKind.STUDY, id).iri();
    Study study = new Study(id, iri, description, search, progress, queue, clock);
    studies.removeIf(Study::hasEnded);
    studies.add(study);
    record(queue, DocumentKind.STUDY, id);
    return study;
  }

  private void requireOpen(String kind, String name) {
    if (closed.get()) {
      throw new IllegalStateException(
          "The capture is closed; the %s %s needs an open one.".formatted(kind, name));
    }
  }

  private void record(EventQueue queue, DocumentKind kind, String id) {
    JournalHeader header = new JournalHeader(Version.CURRENT, base, id, destination, kind);
    Journal journal = new Journal(directory.journal(id), opening, format.encode(header));
    journals.add(new Recording(queue, journal, format));
  }

  /** Called on the thread that writes journals, when a new one can be read. */
  private void deliver(Journal journal) {
    try {
      JournalReader reader = new JournalReader(journal, format);
      delivery.add(new Consignment(directory, journal.path(), new Replay(reader, terms, false)));
    } catch (IOException | JournalException e) {
      LOG.error("The journal {} cannot be read; its run is lost: {}", journal.path(), e.toString());
    }
  }

  /** Delivers what is meant for the same sink, and leaves the rest to others. */
  private void recover(JournalDirectory left) {
    LeftJournals opened = LeftJournals.open(left, left.journals(), format, terms);
    opened.unreadable().forEach(problem -> LOG.warn("A journal cannot be recovered: {}", problem));
    for (Consignment consignment : opened.consignments()) {
      if (consignment.destination().equals(destination)) {
        delivery.addRecovered(consignment);
      } else {
        consignment.leave();
      }
    }
  }

  /**
   * Waits until the sink has all that was recorded before this call, and all that was left by
   * captures before this one.
   *
   * @param timeout how long to wait at most
   * @return whether it has
   */
  public boolean flush(Duration timeout) {
    Instant end = Instant.now().plus(timeout);
    return journals.flush(timeout) && delivery.flush(Duration.between(Instant.now(), end));
  }

  /** Waits until it is known what machine and code this is, or that it cannot be known. */
  void awaitEnvironment() {
    environment.handle((found, failure) -> found).join();
  }

  /** Waits until all that was recorded before this call is on the disk for certain. */
  boolean sync(Duration timeout) {
    return journals.flush(timeout);
  }

  /**
   * Ends the runs that are still open, delivers what is left as far as the sink takes it in time,
   * and closes the sink. The journals keep what it does not take. Idempotent.
   */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      endOpenRuns("the capture was closed before the run");
      meter.close();
      journals.close(closeTimeout);
      if (!delivery.close(closeTimeout)) {
        LOG.warn(
            "The sink {} has not taken everything within {}. The journals in {} keep it: the next capture delivers it, as does `provdl recover`.",
            destination,
            closeTimeout,
            directory.root());
      }
      closeDirectories();
      removeShutdownHook();
    }
  }

  private void interruptedByShutdown() {
    endOpenRuns("the Java virtual machine shut down before the run was closed");
    flush(closeTimeout);
    closeDirectories();
  }

  private void closeDirectories() {
    abandoned.forEach(JournalDirectory::close);
    directory.close();
  }

  private void endOpenRuns(String reason) {
    runs.forEach(run -> run.end(RunStatus.INTERRUPTED, reason));
    studies.forEach(Study::close);
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
    private Supplier<ResourceMeter> meter = ProcessMeter::ofThisProcess;
    private @Nullable Path journals;
    private boolean keepJournals;
    private Journal.Opening opening = Journal.Opening.NEW_FILE;
    private Duration syncInterval = Duration.ofMillis(DEFAULT_SYNC_MILLISECONDS);
    private Duration pace = Duration.ofMillis(DEFAULT_PACE_MILLISECONDS);
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
     * Sets where the journals are. Any number of captures and processes may share a directory.
     *
     * @param directory on a local disk; made where there is none. By default beside the store or
     *     the file, with {@code -journal} after its name; {@code provdl-journal} in the working
     *     directory for a sink over a network; a temporary directory for one in memory
     * @return this
     */
    public Builder journal(Path directory) {
      this.journals = directory;
      return this;
    }

    /**
     * Keeps the journals of delivered runs, in {@code delivered} in the journal directory, so that
     * the store can be built again from them. By default they are deleted.
     *
     * @return this
     */
    public Builder keepJournals() {
      this.keepJournals = true;
      return this;
    }

    /**
     * Sets how long an iteration may be in the journal before it is forced to the disk. Any other
     * event is forced at once, with all before it.
     *
     * @param interval by default {@value Capture#DEFAULT_SYNC_MILLISECONDS} milliseconds
     * @return this
     */
    public Builder syncInterval(Duration interval) {
      this.syncInterval = interval;
      return this;
    }

    /**
     * Sets the least time between the beginnings of two writes to the sink, unless much has
     * gathered: small writes are dear. After a longer pause an event goes out at once.
     *
     * @param time by default {@value Capture#DEFAULT_PACE_MILLISECONDS} milliseconds
     * @return this
     */
    public Builder pace(Duration time) {
      this.pace = time;
      return this;
    }

    /**
     * Leaves out what each epoch used of the machine: processor time, memory and energy. By default
     * it is recorded, for a microsecond at an epoch's beginning and end and one look each second.
     *
     * @return this
     */
    public Builder withoutResourceUse() {
      this.meter = SilentMeter::new;
      return this;
    }

    /** Sets what tells how much of the machine is used, so that tests know what it says. */
    Builder meter(Supplier<ResourceMeter> source) {
      this.meter = source;
      return this;
    }

    /** Sets how files of journals are opened, so that tests can let them fail. */
    Builder opening(Journal.Opening way) {
      this.opening = way;
      return this;
    }

    private Path journalRoot() {
      try {
        return journals == null ? Destination.journals(sink.destination()) : journals;
      } catch (IOException e) {
        throw new JournalException(
            "No temporary directory can be made for the journals: " + e.getMessage(), e);
      }
    }

    /**
     * Sets how many iterations of one run wait in memory while the disk of the journal is slow or
     * full; more are left out and counted.
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
     * Starts the threads, and the delivery of what captures before this one have left for the same
     * destination in the same journal directory.
     *
     * @return the capture, running
     * @throws JournalException if the journal directory cannot be written
     */
    public Capture open() {
      return new Capture(this);
    }
  }
}
