package org.provdl.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.atlas.io.IO;
import org.apache.jena.dboe.sys.SystemIndex;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A directory {@code Data-NNNN} of a store. TDB2 works in the one with the highest number;
 * compaction makes the next.
 */
record Generation(Path path) {

  private static final Logger LOG = LoggerFactory.getLogger(Generation.class);

  private static final String PREFIX = "Data-";
  private static final Pattern NAME = Pattern.compile(PREFIX + "[0-9]{1,9}");

  /** TDB2 never takes a directory of such a name for the database, and deletes it when it opens. */
  private static final String UNFINISHED = "-tmp";

  /** Files of TDB2 that a user may have put there. */
  private static final String SETTINGS = "{tdb.cfg,*.opt}";

  /** Where TDB2 works in a store, unless that is still empty. */
  static Optional<Generation> newest(Path store) {
    try (Stream<Path> entries = Files.list(store)) {
      return entries
          .filter(entry -> NAME.matcher(entry.getFileName().toString()).matches())
          .map(Generation::new)
          .max(Comparator.comparingInt(Generation::number));
    } catch (IOException failure) {
      throw new StoreException("Cannot list the directory " + store + ".", failure);
    }
  }

  /** Makes the directory of a successor, which counts for nothing until it is whole. */
  Generation beginSuccessor() {
    Generation unfinished = sibling(successor().name() + UNFINISHED);
    unfinished.delete();
    try (DirectoryStream<Path> settings = Files.newDirectoryStream(path, SETTINGS)) {
      Files.createDirectory(unfinished.path);
      for (Path setting : settings) {
        Files.copy(setting, unfinished.path.resolve(setting.getFileName()));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return unfinished;
  }

  /** Gives a whole successor its name: TDB2 finds it from now on, also after a crash. */
  void succeedBy(Generation whole) {
    try {
      new GenerationRecord(whole.bytes(), Optional.of(name())).writeTo(whole.path);
      Files.move(whole.path, successor().path, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    try (FileChannel store = FileChannel.open(path.getParent(), StandardOpenOption.READ)) {
      store.force(true);
    } catch (IOException unsupported) {
      LOG.debug("Directories cannot be synchronized here", unsupported);
    }
  }

  /** What this is the compacted copy of, should it still be there. */
  Optional<Generation> superseded() {
    return GenerationRecord.of(path)
        .supersedes()
        .map(this::sibling)
        .filter(before -> before.number() < number() && Files.exists(before.path));
  }

  /** Deletes one of its files, if it can; whether there are more. */
  boolean deleteOneFile() {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
      Iterator<Path> remaining = files.iterator();
      if (remaining.hasNext()) {
        Files.delete(remaining.next());
      }
      return remaining.hasNext();
    } catch (IOException | DirectoryIteratorException failure) {
      LOG.debug("Cannot delete a file of {} yet", path, failure);
      return false;
    }
  }

  /** Deletes what is there and can be deleted now. */
  void delete() {
    try {
      if (Files.exists(path)) {
        IO.deleteAll(path);
      }
    } catch (RuntimeException failure) {
      LOG.debug("Cannot delete {} yet", path, failure);
    }
  }

  /** The bytes that a compacted copy would take, as last remembered; 0 if they never were. */
  long rememberedLive() {
    return GenerationRecord.of(path).live();
  }

  /** Keeps an estimate for the next opening, if it can. */
  void remember(long live) {
    try {
      new GenerationRecord(live, GenerationRecord.of(path).supersedes()).writeTo(path);
    } catch (IOException failure) {
      LOG.debug("The size of {} is not remembered", path, failure);
    }
  }

  /**
   * The bytes that this takes on disk, 0 if that cannot be told. Asking takes about 0.1 ms.
   *
   * <p>The sizes of the index files say little: TDB2 makes them longer by 8 MiB at a time, and most
   * of that is holes. How many blocks are in use stands beside each index.
   */
  long bytes() {
    long bytes = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        if (name.endsWith(".bpt")) {
          bytes += indexBytes(file);
        } else if (!name.endsWith(".idn") && !name.endsWith(".dat")) {
          bytes += Files.size(file);
        }
      }
      return bytes;
    } catch (IOException unknown) {
      return 0;
    }
  }

  /**
   * Reads the state of a B+tree: the root, the number of node blocks, the number of record blocks.
   */
  private static long indexBytes(Path file) throws IOException {
    ByteBuffer state = ByteBuffer.wrap(Files.readAllBytes(file));
    return state.limit() == 3 * Long.BYTES
        ? (state.getLong(Long.BYTES) + state.getLong(2 * Long.BYTES)) * SystemIndex.BlockSize
        : 0;
  }

  private Generation successor() {
    return sibling(String.format(Locale.ROOT, "%s%04d", PREFIX, number() + 1));
  }

  private Generation sibling(String name) {
    return new Generation(path.resolveSibling(name));
  }

  private String name() {
    return path.getFileName().toString();
  }

  private int number() {
    return Integer.parseInt(name().substring(PREFIX.length()));
  }
}
