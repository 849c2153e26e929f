package org.provdl.capture;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journals of one capture: a directory of its own among those of others, locked as long as the
 * capture lives. When it has gone, another may hold the directory and deliver what was left.
 */
final class JournalDirectory implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(JournalDirectory.class);

  private static final String SUFFIX = ".journal";
  private static final String PREFIX = "capture-";

  /** Where journals go that are kept although their run was delivered. */
  private static final String DELIVERED = "delivered";

  /** Where journals go that could not be read to their end. */
  private static final String DAMAGED = "damaged";

  /**
   * Held between captures of one Java virtual machine, and the other one between machines. To look
   * at a lock file lets go of this machine's own lock on it, so there must be one to look at and
   * one to keep.
   */
  private static final String INNER_LOCK = "lock-in-process";

  private static final String OUTER_LOCK = "lock";

  private final Path root;
  private final Path path;
  private final FileChannel inner;
  private final FileChannel outer;

  private JournalDirectory(Path root, Path path, FileChannel inner, FileChannel outer) {
    this.root = root;
    this.path = path;
    this.inner = inner;
    this.outer = outer;
  }

  /**
   * Makes a directory for a new capture.
   *
   * @param root where captures have their directories; made if missing
   * @throws JournalException if nothing can be written there
   */
  static JournalDirectory create(Path root) {
    try {
      try {
        return createIn(root);
      } catch (NoSuchFileException deletedByAnother) {
        return createIn(root);
      }
    } catch (IOException e) {
      throw new JournalException(
          "The journals cannot be written to %s: %s. Choose a directory that can be written, on a local disk."
              .formatted(root.toAbsolutePath(), e),
          e);
    }
  }

  private static JournalDirectory createIn(Path root) throws IOException {
    Files.createDirectories(root);
    // Under a hidden name until it is locked, so that nobody takes it for abandoned.
    Path hidden = Files.createTempDirectory(root, "." + PREFIX);
    Files.createFile(hidden.resolve(INNER_LOCK));
    Files.createFile(hidden.resolve(OUTER_LOCK));
    FileChannel inner = lock(hidden.resolve(INNER_LOCK));
    FileChannel outer = lock(hidden.resolve(OUTER_LOCK));
    if (inner == null || outer == null) {
      throw new IOException("a new file in " + hidden + " is locked already");
    }
    Path path = root.resolve(hidden.getFileName().toString().substring(1));
    return new JournalDirectory(
        root, Files.move(hidden, path, StandardCopyOption.ATOMIC_MOVE), inner, outer);
  }

  /** The directories that captures have left behind, held from now on. */
  static List<JournalDirectory> abandoned(Path root) {
    List<JournalDirectory> held = new ArrayList<>();
    for (Path path : list(root, PREFIX, "")) {
      JournalDirectory directory = holdAbandoned(root, path);
      if (directory != null) {
        held.add(directory);
      }
    }
    return held;
  }

  /** How many captures have a directory, living or gone. */
  static int count(Path root) {
    return list(root, PREFIX, "").size();
  }

  /** Whether a directory is that of one capture, rather than one of several. */
  static boolean isOfCapture(Path directory) {
    return Files.exists(directory.resolve(OUTER_LOCK));
  }

  private static @Nullable JournalDirectory holdAbandoned(Path root, Path path) {
    FileChannel inner = null;
    try {
      inner = lock(path.resolve(INNER_LOCK));
      if (inner == null) {
        return null;
      }
      FileChannel outer = lock(path.resolve(OUTER_LOCK));
      if (outer == null) {
        inner.close();
        return null;
      }
      return new JournalDirectory(root, path, inner, outer);
    } catch (NoSuchFileException justDeleted) {
      close(inner);
      return null;
    } catch (IOException e) {
      close(inner);
      LOG.warn("The journals in {} cannot be opened: {}", path, e.toString());
      return null;
    }
  }

  /** The file locked; null if another has it. */
  private static @Nullable FileChannel lock(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return channel;
      }
    } catch (OverlappingFileLockException heldInThisProcess) {
      // as if another process had it
    }
    channel.close();
    return null;
  }

  Path root() {
    return root;
  }

  Path path() {
    return path;
  }

  /** Where the journal of a run belongs. */
  Path journal(String run) {
    return path.resolve(URLEncoder.encode(run, StandardCharsets.UTF_8) + SUFFIX);
  }

  /** The journals that are there. */
  List<Path> journals() {
    return journalsIn(path);
  }

  static List<Path> journalsIn(Path directory) {
    return list(directory, "", SUFFIX);
  }

  /** Puts a journal away that was delivered to its end. */
  void retire(Path journal, boolean keep) throws IOException {
    if (keep) {
      move(journal, DELIVERED);
    } else {
      Files.deleteIfExists(journal);
    }
  }

  /** Puts a journal away for people to look at, so that it is not read again. */
  void putAside(Path journal) {
    try {
      move(journal, DAMAGED);
    } catch (IOException e) {
      LOG.warn("The damaged journal {} cannot be put aside: {}", journal, e.toString());
    }
  }

  private void move(Path journal, String kind) throws IOException {
    Path target = Files.createDirectories(root.resolve(kind)).resolve(journal.getFileName());
    Files.move(journal, target, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Lets others have the directory; deletes it when it holds no journal. */
  @Override
  public void close() {
    try {
      if (journals().isEmpty()) {
        Files.deleteIfExists(path.resolve(INNER_LOCK));
        Files.deleteIfExists(path.resolve(OUTER_LOCK));
        Files.deleteIfExists(path);
        Files.deleteIfExists(root);
      }
    } catch (DirectoryNotEmptyException others) {
      // the root, where other captures have theirs
    } catch (IOException e) {
      LOG.debug("An empty directory of journals was left at {}.", path, e);
    } finally {
      close(inner);
      close(outer);
    }
  }

  private static void close(@Nullable FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      LOG.debug("A lock file could not be closed.", e);
    }
  }

  private static List<Path> list(Path directory, String prefix, String suffix) {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries
          .filter(
              entry -> {
                String name = entry.getFileName().toString();
                return name.startsWith(prefix) && name.endsWith(suffix);
              })
          .sorted()
          .toList();
    } catch (NoSuchFileException none) {
      return List.of();
    } catch (IOException e) {
      throw new JournalException(
          "The directory " + directory + " cannot be listed: " + e.getMessage(), e);
    }
  }
}
