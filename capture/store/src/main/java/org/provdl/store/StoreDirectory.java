package org.provdl.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The directory of a store, held so that it is opened once in this JVM.
 *
 * <p>Between processes TDB2's own lock decides. Within one, TDB2 would hand the same database to
 * two stores, each with a gate of its own.
 */
final class StoreDirectory implements AutoCloseable {

  /** Held while the store is open. */
  static final String LOCK_FILE = "provdl.lock";

  /** What may be in a directory before the first transaction. */
  private static final Set<String> OWN_FILES =
      Set.of(LOCK_FILE, "tdb.lock", StoreFormat.FILE, StoreFormat.FILE + ".tmp");

  private final Path path;
  private final FileChannel lock;

  private StoreDirectory(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /** Holds the directory of a store that is there. */
  static StoreDirectory existing(Path directory) {
    if (!Files.exists(directory)) {
      throw new StoreException(
          "There is no store at " + directory + ". Check the path, or record a run to create it.");
    }
    requireDirectory(directory);
    if (!isStore(directory)) {
      throw new StoreException(
          directory + " is not a store. Check the path, or record a run to create one.");
    }
    return hold(directory);
  }

  /**
   * Holds the directory of a store, or an empty one that is created with its parents if missing.
   */
  static StoreDirectory existingOrNew(Path directory) {
    if (Files.exists(directory)) {
      requireDirectory(directory);
      if (!isStore(directory) && !isEmpty(directory)) {
        throw new StoreException(
            directory + " holds something else than a store. Choose an empty or a new directory.");
      }
    } else {
      try {
        Files.createDirectories(directory);
      } catch (IOException failure) {
        throw new StoreException(
            "Cannot create the directory " + directory + ". Choose a place that can be written.",
            failure);
      }
    }
    if (!isStore(directory)) {
      StoreFormat.CURRENT.writeTo(directory);
    }
    return hold(directory);
  }

  Path path() {
    return path;
  }

  private static void requireDirectory(Path directory) {
    if (!Files.isDirectory(directory)) {
      throw new StoreException(directory + " is not a directory. A store is a directory.");
    }
    if (!Files.isReadable(directory) || !Files.isWritable(directory)) {
      throw new StoreException(
          "Cannot write to the directory " + directory + ". Change its permissions.");
    }
  }

  private static boolean isStore(Path directory) {
    return Generation.newest(directory).isPresent();
  }

  private static boolean isEmpty(Path directory) {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.map(entry -> entry.getFileName().toString()).allMatch(OWN_FILES::contains);
    } catch (IOException failure) {
      throw new StoreException("Cannot list the directory " + directory + ".", failure);
    }
  }

  private static StoreDirectory hold(Path directory) {
    FileChannel channel = null;
    try {
      Path path = directory.toRealPath();
      channel =
          FileChannel.open(
              path.resolve(LOCK_FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      // Only this JVM matters here: if another process has it, TDB2 says so.
      channel.tryLock();
      return new StoreDirectory(path, channel);
    } catch (OverlappingFileLockException held) {
      close(channel);
      throw new StoreException(
          "The store "
              + directory
              + " is open already in this process. Use the one ProvenanceStore, or close it first.",
          held);
    } catch (IOException failure) {
      close(channel);
      throw new StoreException("Cannot write to the directory " + directory + ".", failure);
    }
  }

  /** Lets another store of this JVM have the directory. */
  @Override
  public void close() {
    close(lock);
  }

  private static void close(@Nullable FileChannel channel) {
    if (channel == null) {
      return;
    }
    try {
      channel.close();
    } catch (IOException failure) {
      throw new StoreException("Cannot release the lock file " + LOCK_FILE + ".", failure);
    }
  }
}
