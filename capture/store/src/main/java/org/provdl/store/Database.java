package org.provdl.store;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.dboe.DBOpEnvException;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.dboe.base.file.ProcessFileLock;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.TDB2;
import org.apache.jena.tdb2.sys.DatabaseConnection;
import org.apache.jena.tdb2.sys.DatabaseOps;
import org.apache.jena.tdb2.sys.StoreConnection;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.jspecify.annotations.Nullable;

/**
 * The TDB2 database of a store: opens, writes, compacts and lets go of it.
 *
 * <p>Not thread-safe by itself. {@link #add} and the use of {@link #current} may overlap,
 * everything else is exclusive; {@link ProvenanceStore} sees to that.
 */
final class Database {

  private static final Pattern HOLDER = Pattern.compile("held by process (\\d+)");

  private final Path directory;
  private volatile @Nullable DatasetGraph dataset;

  private Database(Path directory) {
    this.directory = directory;
  }

  static Database open(Path directory) {
    Database database = new Database(directory);
    database.reopen();
    return database;
  }

  /** The dataset of now; a reopening replaces it. */
  DatasetGraph current() {
    DatasetGraph current = dataset;
    if (current == null) {
      throw new StoreException(
          "The store "
              + directory
              + " could not be opened again after a failure. Check its disk; the next append tries it.");
    }
    return current;
  }

  /**
   * Adds a batch in one transaction. If it fails, the transaction is left as it is, because to
   * abort it could corrupt the database (apache/jena GH-3877): {@link #reopen} discards it.
   */
  void add(Batch batch) {
    DatasetGraph current = current();
    current.begin(ReadWrite.WRITE);
    batch.quads().forEach(current::add);
    current.commit();
    current.end();
  }

  /** Rewrites the database without what is no longer reachable, and deletes the old files. */
  void compact() {
    DatabaseMgr.compact(current(), true);
    reopen();
  }

  /** Drops what is open, with any transaction in flight, and opens what was last committed. */
  void reopen() {
    // Should an interrupt have broken the old files, it must not break the new ones.
    Thread.interrupted();
    close();
    DatasetGraph opened = connect();
    Context context = opened.getContext();
    context.setTrue(TDB2.symUnionDefaultGraph);
    context.setFalse(ARQ.httpServiceAllowed);
    dataset = opened;
  }

  /** Lets go of the database; another process can open it at once. */
  void close() {
    DatasetGraph open = dataset;
    dataset = null;
    if (open == null) {
      return;
    }
    try {
      TDBInternal.expel(open, true);
    } catch (RuntimeException brokenFile) {
      // To close a broken file fails too, and TDB2 stops there. The second time it goes on from
      // there.
      TDBInternal.expel(open, true);
    }
  }

  private DatasetGraph connect() {
    Location location = Location.create(directory);
    try {
      return DatabaseMgr.connectDatasetGraph(location);
    } catch (DBOpEnvException failure) {
      String reason = String.valueOf(failure.getMessage());
      if (!reason.contains("Failed to get a lock")) {
        throw unreadable(location, failure);
      }
      Matcher holder = HOLDER.matcher(reason);
      throw new StoreException(
          "The store %s is held by %s. Stop that process, or use the URL of its server instead of the directory."
              .formatted(
                  directory, holder.find() ? "process " + holder.group(1) : "another process"),
          failure);
    } catch (RuntimeException failure) {
      throw unreadable(location, failure);
    }
  }

  private StoreException unreadable(Location location, RuntimeException failure) {
    // TDB2 keeps its locks when an opening fails half-way, and would refuse the next one.
    ProcessFileLock.release(DatabaseConnection.lockForLocation(location));
    Path storage = DatabaseOps.findStorageLocation(directory);
    if (storage != null) {
      ProcessFileLock.release(StoreConnection.lockForLocation(Location.create(storage)));
    }
    return new StoreException(
        "Cannot open the store %s: %s. Restore it from a backup, or rebuild it from its journals."
            .formatted(directory, failure.getMessage()),
        failure);
  }
}
