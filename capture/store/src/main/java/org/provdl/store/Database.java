package org.provdl.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.dboe.DBOpEnvException;
import org.apache.jena.dboe.base.file.BlockAccess;
import org.apache.jena.dboe.base.file.ChannelManager;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.dboe.base.file.ProcessFileLock;
import org.apache.jena.dboe.transaction.txn.TransactionException;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.TDB2;
import org.apache.jena.tdb2.params.StoreParams;
import org.apache.jena.tdb2.sys.DatabaseConnection;
import org.apache.jena.tdb2.sys.StoreConnection;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The TDB2 database of a store: opens, writes, compacts and lets go of it.
 *
 * <p>Not thread-safe by itself. {@link #ask} may overlap with itself, {@link #beginSuccessor}, and
 * one of {@link #write} and {@link #discard}; everything else is exclusive. {@link ProvenanceStore}
 * sees to that.
 */
final class Database {

  private static final Logger LOG = LoggerFactory.getLogger(Database.class);

  private static final Pattern HOLDER = Pattern.compile("held by process (\\d+)");

  /** Where TDB2 deals with files. */
  private static final String FILES = BlockAccess.class.getPackageName() + ".";

  private static final int LONGEST_CHAIN = 20;

  private final Path directory;
  private final Disk disk;
  private volatile @Nullable DatasetGraph dataset;
  private volatile @Nullable Generation generation;
  private volatile @Nullable Successor successor;

  private Database(Path directory) {
    this.directory = directory;
    this.disk = new Disk(directory);
  }

  static Database open(Path directory) {
    boolean isNew = Generation.newest(directory).isEmpty();
    Database database = new Database(directory);
    database.connect();
    database.generation().superseded().ifPresent(Generation::delete);
    if (isNew) {
      Generation first = database.generation();
      first.remember(first.bytes());
    }
    return database;
  }

  /** Asks inside a read transaction. */
  <T extends @Nullable Object> T ask(Function<? super DatasetGraph, ? extends T> question) {
    DatasetGraph current = current();
    current.begin(ReadWrite.READ);
    try {
      return question.apply(current);
    } finally {
      current.end();
    }
  }

  /**
   * Makes a change in one transaction. If it fails, the transaction is left as it is, because to
   * abort it could corrupt the database (apache/jena GH-3877): {@link #reopen} discards it. What is
   * committed is recorded for a copy that is being made.
   */
  void write(Change change) {
    DatasetGraph current = current();
    current.begin(ReadWrite.WRITE);
    change.applyTo(current);
    disk.requireNotFilled();
    current.commit();
    current.end();
    Successor begun = successor;
    if (begun != null) {
      begun.record(change);
    }
  }

  /** Begins a copy. What is written from now on is recorded for it. */
  Successor beginSuccessor() {
    StoreParams layout = TDBInternal.requireStorage(current()).getStoreParams();
    Successor begun = new Successor(generation().beginSuccessor(), layout, disk);
    successor = begun;
    return begun;
  }

  /** Goes on with a copy that is complete. */
  void goOnWith(Successor complete) {
    successor = null;
    generation().succeedBy(complete.generation());
    reopen();
  }

  /** Deletes a copy that is of no use. */
  void discard(Successor useless) {
    if (successor == useless) {
      successor = null;
    }
    useless.close();
    useless.generation().delete();
  }

  /** Where the database is. */
  Generation generation() {
    return Objects.requireNonNull(generation);
  }

  /** Drops what is open, with any transaction in flight, and opens what was last committed. */
  void reopen() {
    // Should an interrupt have broken the old files, it must not break the new ones.
    Thread.interrupted();
    close();
    connect();
  }

  private void connect() {
    generation = Generation.newest(directory).orElse(null);
    DatasetGraph opened = open();
    Context context = opened.getContext();
    context.setTrue(TDB2.symUnionDefaultGraph);
    context.setFalse(ARQ.httpServiceAllowed);
    QC.setFactory(context, StoreExecutor::new);
    dataset = opened;
    generation = Generation.newest(directory).orElseThrow();
  }

  /**
   * Whether a read that failed may have left something broken for the next: because memory ran out
   * in mid-step (apache/jena GH-4043), or because files are closed.
   */
  boolean mayBeBrokenAfter(Throwable failure) {
    return dataset == null
        || Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
            .limit(LONGEST_CHAIN)
            .anyMatch(cause -> cause instanceof Error || isFromFiles(cause));
  }

  private static boolean isFromFiles(Throwable cause) {
    return Arrays.stream(cause.getStackTrace())
        .anyMatch(frame -> frame.getClassName().startsWith(FILES));
  }

  /** Lets go of the database; another process can open it at once. */
  void close() {
    dataset = null;
    loseSuccessor();
    Location location = Location.create(directory);
    twice(
        () -> {
          DatabaseConnection.internalExpel(location, true);
          unlock(location);
        });
    Optional.ofNullable(generation)
        .or(() -> Generation.newest(directory))
        .ifPresent(open -> letGo(Location.create(open.path())));
  }

  /** TDB2 deletes what is unfinished when it opens. */
  private void loseSuccessor() {
    Successor begun = successor;
    if (begun != null) {
      begun.lose();
      successor = null;
    }
  }

  /** Closes files, also those that an opening or closing that failed half-way has left open. */
  static void letGo(Location location) {
    twice(
        () -> {
          StoreConnection.internalExpel(location, true);
          unlock(location);
          ChannelManager.releaseAll(location.getDirectoryPath());
        });
  }

  private static void unlock(Location location) {
    if (location.exists()) {
      ProcessFileLock.release(StoreConnection.lockForLocation(location));
    }
  }

  private static void twice(Runnable expulsion) {
    try {
      expulsion.run();
    } catch (RuntimeException | Error brokenFile) {
      // To close a broken file fails too, and TDB2 stops there. The second time it goes on from
      // there.
      expulsion.run();
    }
  }

  private DatasetGraph current() {
    DatasetGraph current = dataset;
    if (current == null) {
      throw new StoreException(
          "The store "
              + directory
              + " could not be opened again after a failure. Check its disk and try again.");
    }
    return current;
  }

  private DatasetGraph open() {
    Location location = Location.create(directory);
    try {
      return DatabaseMgr.connectDatasetGraph(location);
    } catch (DBOpEnvException failure) {
      String reason = String.valueOf(failure.getMessage());
      if (!reason.contains("Failed to get a lock")) {
        throw unreadable(failure);
      }
      Matcher holder = HOLDER.matcher(reason);
      throw new StoreException(
          "The store %s is held by %s. Stop that process, or use the URL of its server instead of the directory."
              .formatted(
                  directory, holder.find() ? "process " + holder.group(1) : "another process"),
          failure);
    } catch (TransactionException failure) {
      boolean mended = isTornJournalCut(failure);
      StoreException unreadable = unreadable(failure);
      if (mended) {
        return open();
      }
      throw unreadable;
    } catch (RuntimeException | Error failure) {
      throw unreadable(failure);
    }
  }

  /** While TDB2 still has its lock. */
  private boolean isTornJournalCut(TransactionException failure) {
    try {
      Optional<Generation> newest = Generation.newest(directory);
      boolean cut = newest.isPresent() && TornJournal.cut(newest.get().path());
      if (cut) {
        LOG.info("The process that wrote to {} ended amid a commit, which never was", directory);
      }
      return cut;
    } catch (IOException unread) {
      failure.addSuppressed(unread);
      return false;
    }
  }

  private StoreException unreadable(Throwable failure) {
    StoreException exception =
        new StoreException(
            "Cannot open the store %s: %s. Restore it from a backup, or rebuild it from its journals."
                .formatted(directory, failure.getMessage()),
            failure);
    try {
      // TDB2 keeps its locks when an opening fails half-way, and would refuse the next one.
      close();
    } catch (RuntimeException | Error unclosed) {
      exception.addSuppressed(unclosed);
    }
    return exception;
  }
}
