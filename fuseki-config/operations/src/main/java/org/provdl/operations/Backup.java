package org.provdl.operations;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.Locale;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.provdl.store.ProvenanceStore;

/**
 * Copies of whole stores, or of some of their graphs, in one file.
 *
 * <p>The file is N-Quads, packed by gzip, and ends with a comment that tells the count of the quads
 * and the SHA-256 of all before it. So any RDF tool reads it, and what was cut off or changed is
 * found out. A backup is the store as of one moment, whatever is appended meanwhile.
 */
public final class Backup {

  /** The media type of the file. */
  public static final String MEDIA_TYPE = "application/gzip";

  private static final String UNFINISHED = ".unfinished";

  private Backup() {}

  /**
   * What is in a backup.
   *
   * @param graphs how many graphs
   * @param quads how many quads
   */
  public record Summary(long graphs, long quads) {

    /** For people. */
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT, "%,d %s, %,d quads", graphs, graphs == 1 ? "graph" : "graphs", quads);
    }
  }

  /** What writes a backup, such as {@link #write} on a store or what a server sends. */
  @FunctionalInterface
  public interface Source {

    /**
     * Writes it to its end.
     *
     * @param out where to; whoever gave it closes it
     * @throws IOException if that fails
     */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes a store as of now. It can be read and written meanwhile, but is not compacted.
   *
   * @param store the store, open
   * @param out where to; called on a thread of the store, and left open
   * @return what was written
   * @throws UncheckedIOException if that fails
   * @throws org.provdl.store.StoreException if the store is closed
   */
  public static Summary write(ProvenanceStore store, OutputStream out) {
    return store.readAtLength(
        dataset -> write(dataset, dataset.listGraphNodes(), store.format(), out));
  }

  static Summary write(DatasetGraph dataset, Iterator<Node> graphs, int format, OutputStream out) {
    try {
      BackupWriter writer = new BackupWriter(out, format);
      graphs.forEachRemaining(
          graph -> writer.add(dataset.find(graph, Node.ANY, Node.ANY, Node.ANY)));
      return writer.finish();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * Keeps a backup in a file, which is there when it is whole, checked, and forced to the disk.
   *
   * @param source writes it
   * @param file a new file
   * @return what is in it
   * @throws OperationException if there is such a file already, it cannot be written, or what was
   *     written is no whole backup
   */
  public static Summary keep(Source source, Path file) {
    Path unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
    if (Files.exists(file)) {
      throw new OperationException(file + " is there already. Choose another file.");
    }
    try {
      try (OutputStream out = Files.newOutputStream(unfinished, StandardOpenOption.CREATE_NEW)) {
        source.writeTo(out);
      }
      Summary summary = BackupReader.check(unfinished);
      try (FileChannel written = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
        written.force(true);
      }
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
      return summary;
    } catch (FileAlreadyExistsException other) {
      throw new OperationException(
          unfinished
              + " is there already, of a backup that goes on or was broken off. Delete it if none goes on.",
          other);
    } catch (IOException | UncheckedIOException | OperationException failure) {
      throw discarded(unfinished, file, failure);
    } catch (RuntimeException | Error failure) {
      discarded(unfinished, file, failure);
      throw failure;
    }
  }

  private static OperationException discarded(Path unfinished, Path file, Throwable failure) {
    OperationException exception =
        failure instanceof OperationException already
            ? already
            : new OperationException(
                "Cannot write %s: %s. Check the disk and the path.".formatted(file, failure),
                failure);
    try {
      Files.deleteIfExists(unfinished);
    } catch (IOException left) {
      exception.addSuppressed(left);
    }
    return exception;
  }

  /**
   * Makes a store of a backup. The store is there when it is whole and its quads are counted.
   *
   * @param file the backup
   * @param directory where no store is yet; missing or empty
   * @return what is in it
   * @throws OperationException if the file is no backup, damaged, cut off or newer, or the
   *     directory is not empty
   * @throws org.provdl.store.StoreException if the store cannot be written
   */
  public static Summary restore(Path file, Path directory) {
    return new Restoration(file, directory).run();
  }
}
