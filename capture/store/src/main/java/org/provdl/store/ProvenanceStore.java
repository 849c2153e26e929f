package org.provdl.store;

import java.nio.file.Path;
import java.util.Collection;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;

/**
 * A store of provenance in a directory: named graphs, one for each run, in TDB2.
 *
 * <p>Thread-safe. Callers may be interrupted at any time: reads and writes happen on threads of the
 * store, the caller waits for them to end and finds its interrupt set afterwards. A directory can
 * be open once; what other processes want of it, they ask of the server of the process that holds
 * it.
 */
public final class ProvenanceStore implements AutoCloseable {

  /**
   * The version of what stores hold that are made by this software, {@value}. Older ones can be
   * read and written, and lack something; newer ones cannot be opened.
   */
  public static final int CURRENT_FORMAT = 3;

  private final StoreThreads threads;
  private final StoreDirectory directory;
  private final GuardedDatabase database;
  private volatile int format;

  /** The dataset of the question that runs on this thread; every store has its own. */
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<@Nullable DatasetGraph> reading = new ThreadLocal<>();

  private ProvenanceStore(StoreThreads threads, StoreDirectory directory, Compaction compaction) {
    this.threads = threads;
    this.directory = directory;
    this.format = StoreFormat.of(directory.path()).version();
    this.database = new GuardedDatabase(directory.path(), compaction, threads);
  }

  /**
   * Opens a store that is there. It compacts itself as {@link Compaction#STANDARD} says.
   *
   * @param directory the directory of the store
   * @return the store, to be closed by the caller
   * @throws StoreException if there is no store, it is open elsewhere or it cannot be read and
   *     written
   */
  public static ProvenanceStore open(Path directory) {
    return open(directory, Compaction.STANDARD);
  }

  /**
   * Opens a store that is there.
   *
   * @param directory the directory of the store
   * @param compaction when it compacts itself
   * @return the store, to be closed by the caller
   * @throws StoreException if there is no store, it is open elsewhere or it cannot be read and
   *     written
   */
  public static ProvenanceStore open(Path directory, Compaction compaction) {
    return open(() -> StoreDirectory.existing(directory), compaction);
  }

  /**
   * Opens a store, or creates it. It compacts itself as {@link Compaction#STANDARD} says.
   *
   * @param directory the directory of the store; created with its parents if missing
   * @return the store, to be closed by the caller
   * @throws StoreException if the directory holds something else, it is open elsewhere or it cannot
   *     be read and written
   */
  public static ProvenanceStore openOrCreate(Path directory) {
    return openOrCreate(directory, Compaction.STANDARD);
  }

  /**
   * Opens a store, or creates it.
   *
   * @param directory the directory of the store; created with its parents if missing
   * @param compaction when it compacts itself
   * @return the store, to be closed by the caller
   * @throws StoreException if the directory holds something else, it is open elsewhere or it cannot
   *     be read and written
   */
  public static ProvenanceStore openOrCreate(Path directory, Compaction compaction) {
    return open(() -> StoreDirectory.existingOrNew(directory), compaction);
  }

  private static ProvenanceStore open(Supplier<StoreDirectory> directory, Compaction compaction) {
    StoreThreads threads = new StoreThreads();
    try {
      return threads.write(() -> open(threads, directory.get(), compaction));
    } catch (RuntimeException | Error failure) {
      threads.close();
      throw failure;
    }
  }

  private static ProvenanceStore open(
      StoreThreads threads, StoreDirectory directory, Compaction compaction) {
    try {
      return new ProvenanceStore(threads, directory, compaction);
    } catch (RuntimeException | Error failure) {
      directory.close();
      throw failure;
    }
  }

  /**
   * Adds quads, all of them or none. They are committed to disk on return. Quads that are there
   * already stay as they are, so adding a batch again is harmless.
   *
   * <p>One commit costs about 10 ms and hundreds of kilobytes until the next compaction: gather
   * thousands of quads, best some 50,000. When too much of the store is waste, it is compacted
   * while appends go on; see {@link Compaction}.
   *
   * @param quads the quads, in named graphs and without blank nodes; copied
   * @throws IllegalArgumentException if a quad is none that can be stored; nothing is added
   * @throws StoreException if they could not be written, also after a second try, or the store is
   *     closed; none is added, unless the disk failed just after the commit
   * @throws IllegalStateException if called inside {@link #read}
   */
  public void append(Collection<Quad> quads) {
    Batch batch = Batch.of(quads);
    requireOutside();
    threads.write(Executors.callable(() -> database.write(batch)));
  }

  /**
   * Asks a question inside a read transaction. It sees the store as of the last commit; the default
   * graph of queries is the union of all named graphs, so that property paths cross runs.
   *
   * @param question called on a thread of the store that has a stack for deep property paths, at
   *     the same time as other questions. It must have finished with the dataset when it returns,
   *     so its answer is no iterator or graph over it, and it changes nothing. It may read again.
   * @param <T> what it answers
   * @return the answer
   * @throws StoreException if the store is closed; what the question throws is passed on
   */
  public <T extends @Nullable Object> T read(Function<? super DatasetGraph, ? extends T> question) {
    DatasetGraph outer = reading.get();
    return outer == null
        ? threads.read(() -> database.ask(dataset -> answer(question, dataset)))
        : question.apply(outer);
  }

  /**
   * Asks a question that takes long, such as one for all that is there, of the store as of the last
   * commit. Appends go on meanwhile, and the store is not compacted, for that would make other
   * reads wait.
   *
   * @param question as that of {@link #read}
   * @param <T> what it answers
   * @return the answer
   * @throws StoreException if the store is closed; what the question throws is passed on
   * @throws IllegalStateException if called inside {@link #read}
   */
  public <T extends @Nullable Object> T readAtLength(
      Function<? super DatasetGraph, ? extends T> question) {
    if (reading.get() != null) {
      throw new IllegalStateException("A question only reads. Ask this one outside of it.");
    }
    return threads.read(() -> database.askAtLength(dataset -> answer(question, dataset)));
  }

  /**
   * Removes whole graphs, all of them or none. They are gone from the disk on return, in so far as
   * no question finds them; the room that they took is free after the next compaction. While one
   * goes on, this waits for its end.
   *
   * @param graphs their names; what is not there is no error
   * @param condition asked of the store as it is just before, when no append can come between;
   *     nothing is removed where it says no
   * @return how many quads were removed; empty where the condition does not hold
   * @throws StoreException if they could not be removed, also after a second try, or the store is
   *     closed; none is removed, unless the disk failed just after the commit
   * @throws IllegalStateException if called inside {@link #read}
   */
  public OptionalLong remove(Collection<Node> graphs, Predicate<? super DatasetGraph> condition) {
    return rewrite(() -> threads.write(() -> removeNow(graphs, condition)));
  }

  private OptionalLong removeNow(
      Collection<Node> graphs, Predicate<? super DatasetGraph> condition) {
    Removal removal =
        database.ask(dataset -> condition.test(dataset) ? Removal.of(graphs, dataset) : null);
    if (removal == null) {
      return OptionalLong.empty();
    }
    database.write(removal);
    return OptionalLong.of(removal.size());
  }

  /**
   * What the store is and has done since it was opened. Takes 0.1 ms.
   *
   * @return the figures as of now
   * @throws StoreException if the store is closed
   */
  public StoreStatistics statistics() {
    return database.statistics();
  }

  /**
   * The version of what the store holds.
   *
   * @return from 1 to {@link #CURRENT_FORMAT}
   */
  public int format() {
    return format;
  }

  /**
   * Says what the store holds from now on. Only who has added what it lacked may say so.
   *
   * @param version from 1 to {@link #CURRENT_FORMAT}
   * @throws IllegalArgumentException if there is no such format
   * @throws StoreException if that cannot be written
   */
  public void format(int version) {
    if (version < 1 || version > CURRENT_FORMAT) {
      throw new IllegalArgumentException(
          "There is no format " + version + ". Choose one from 1 to " + CURRENT_FORMAT + ".");
    }
    new StoreFormat(version).writeTo(directory.path());
    format = version;
  }

  /**
   * Rewrites the store without what small commits leave behind, some 15 seconds for a million
   * quads. Reads and appends go on and wait only while the new files replace the old, which is as
   * soon as the reads of that moment have ended.
   *
   * @return the sizes before and after
   * @throws StoreException if it fails, the store being as before: mostly because the disk has no
   *     room for a second copy, or because something else failed meanwhile and came first; or if it
   *     is closed or {@link #readAtLength} goes on
   * @throws IllegalStateException if called inside {@link #read}
   */
  public Compacted compact() {
    return rewrite(database::compact);
  }

  /**
   * Where the store is.
   *
   * @return the absolute path of the directory, without symbolic links
   */
  public Path directory() {
    return directory.path();
  }

  /**
   * Waits for the reads and appends that have begun, compacts if that is worth it, and lets go of
   * the directory, which another process can open at once. Closing again does nothing.
   *
   * @throws IllegalStateException if called inside {@link #read}
   */
  @Override
  public synchronized void close() {
    if (!database.isClosed()) {
      try {
        rewrite(Executors.callable(database::prepareToClose));
        threads.write(Executors.callable(this::letGo));
      } finally {
        if (database.isClosed()) {
          threads.close();
        }
      }
    }
  }

  private void letGo() {
    try {
      database.close();
    } finally {
      if (database.isClosed()) {
        directory.close();
      }
    }
  }

  private <T> T rewrite(Callable<T> task) {
    requireOutside();
    return threads.rewrite(task);
  }

  private void requireOutside() {
    if (reading.get() != null) {
      throw new IllegalStateException("A question only reads. Write after it has returned.");
    }
  }

  private <T extends @Nullable Object> T answer(
      Function<? super DatasetGraph, ? extends T> question, DatasetGraph dataset) {
    reading.set(dataset);
    try {
      return question.apply(dataset);
    } finally {
      reading.remove();
    }
  }
}
