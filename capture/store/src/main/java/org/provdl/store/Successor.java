package org.provdl.store;

import java.util.Iterator;
import java.util.List;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.params.StoreParams;
import org.apache.jena.tdb2.sys.CopyDSG;
import org.apache.jena.tdb2.sys.StoreConnection;

/**
 * A copy of a database without what is no longer reachable, in the making while quads are appended
 * to what it is made from. These are recorded from before the copying begins, so none is missed;
 * those that the copy has already change nothing.
 *
 * <p>One thread makes it: {@link #copy}, {@link #commit}, {@link #catchUp}. Then the writer, which
 * records, makes it whole.
 *
 * <p>TDB2's own compaction takes the copy into use when no reader is there, which under load is
 * never, and lets no append through meanwhile.
 */
final class Successor {

  private static final String SPOOL = "provdl.spool";

  /** Quads between two looks at the disk, and in a transaction: some megabytes. */
  private static final int BLOCK = 10_000;

  /** Quads that the writer adds in a moment. */
  private static final int FEW = 2_000;

  private final Generation generation;
  private final Location location;
  private final Disk disk;
  private final Spool spool;
  private final DatasetGraph dataset;
  private volatile boolean lost;

  /** Begins in an empty directory. */
  Successor(Generation generation, StoreParams layout, Disk disk) {
    this.generation = generation;
    this.location = Location.create(generation.path());
    this.disk = disk;
    Database.letGo(location);
    try {
      dataset = StoreConnection.connectCreate(location, layout, null).getDatasetGraph();
      spool = new Spool(generation.path().resolve(SPOOL));
    } catch (RuntimeException | Error failure) {
      Database.letGo(location);
      throw failure;
    }
  }

  Generation generation() {
    return generation;
  }

  /**
   * Notes what has just been committed to the other database. It throws nothing. Removals wait for
   * the end of a compaction, so this is never one.
   */
  void record(Change change) {
    if (!lost && change instanceof Batch batch) {
      spool.record(batch.quads());
    }
  }

  /** Says that it is of no use any more. */
  void lose() {
    lost = true;
  }

  /**
   * Copies all that is there, within a read transaction of the other database.
   *
   * @param gate given way to, for a writer who waits there lets all readers wait
   */
  void copy(DatasetGraph source, DatabaseGate gate) {
    dataset.begin(ReadWrite.WRITE);
    Iterator<Quad> quads = source.find();
    for (long count = 0; quads.hasNext(); count++) {
      if (gate.isWantedAlone()) {
        throw givenUp();
      }
      if (count % BLOCK == 0) {
        disk.requireRoomBesideAppends();
      }
      dataset.add(quads.next());
    }
    CopyDSG.copyPrefixes(source, dataset);
  }

  /** Commits what was copied, which takes long, so nobody should wait for it. */
  void commit() {
    disk.requireNotFilled();
    dataset.commit();
    dataset.end();
  }

  /**
   * Adds what was recorded, until little is left, or no less than before because appends come as
   * fast as they are added.
   */
  void catchUp() {
    long before = Long.MAX_VALUE;
    for (long left = spool.waiting(); left > FEW && left < before; left = spool.waiting()) {
      add(left);
      before = left;
    }
  }

  /** Adds the rest, and closes the files. Nothing is appended meanwhile. */
  void complete() {
    add(spool.waiting());
    if (lost) {
      throw givenUp();
    }
    close();
  }

  /** Lets go of the files, with any transaction in flight. */
  void close() {
    try (spool) {
      Database.letGo(location);
    }
  }

  private void add(long count) {
    for (long left = count; left > 0; left -= BLOCK) {
      if (lost) {
        throw givenUp();
      }
      disk.requireRoomBesideAppends();
      List<Quad> quads = spool.take((int) Math.min(BLOCK, left));
      dataset.begin(ReadWrite.WRITE);
      new IndexedInsertion(dataset).add(quads);
      commit();
    }
  }

  private static StoreException givenUp() {
    return new StoreException(
        "The compaction was given up, because after a failure of something else the store had to be opened again. Compact it again.");
  }
}
