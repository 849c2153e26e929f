package org.provdl.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.sparql.core.Quad;
import org.provdl.store.Compaction;
import org.provdl.store.ProvenanceStore;

/** Makes a store of a backup: beside the place where it shall be, until it is whole. */
final class Restoration {

  private static final String UNFINISHED = ".unfinished";

  /** Quads of a transaction. */
  private static final int BATCH = 50_000;

  private final Path file;
  private final Path directory;
  private final Path unfinished;
  private List<Quad> batch = new ArrayList<>();

  Restoration(Path file, Path directory) {
    this.file = file;
    this.directory = directory.toAbsolutePath().normalize();
    this.unfinished = this.directory.resolveSibling(this.directory.getFileName() + UNFINISHED);
  }

  Backup.Summary run() {
    requireFree();
    Backup.Summary summary = BackupReader.check(file);
    try {
      delete(unfinished);
      fill(summary);
      Files.deleteIfExists(directory);
      Files.move(unfinished, directory, StandardCopyOption.ATOMIC_MOVE);
      return summary;
    } catch (IOException failure) {
      throw new OperationException(
          "Cannot restore to %s: %s. Check the disk and try again.".formatted(directory, failure),
          failure);
    }
  }

  private void requireFree() {
    try (Stream<Path> entries =
        Files.isDirectory(directory) ? Files.list(directory) : Stream.empty()) {
      if (entries.findAny().isPresent() || Files.isRegularFile(directory)) {
        throw new OperationException(
            directory + " is not empty. Choose a new directory for the restored store.");
      }
    } catch (IOException failure) {
      throw new OperationException("Cannot read " + directory + ".", failure);
    }
  }

  private void fill(Backup.Summary summary) throws IOException {
    try (ProvenanceStore store = ProvenanceStore.openOrCreate(unfinished, Compaction.STANDARD)) {
      BackupReader.read(
          file,
          quad -> {
            batch.add(quad);
            if (batch.size() == BATCH) {
              write(store);
            }
          });
      write(store);
      long restored = store.read(dataset -> Iter.count(dataset.find()));
      if (restored != summary.quads()) {
        throw new OperationException(
            "%d of %d quads were restored. The unfinished store is %s."
                .formatted(restored, summary.quads(), unfinished));
      }
      store.format(BackupReader.storeFormat(file));
    }
  }

  private void write(ProvenanceStore store) {
    if (!batch.isEmpty()) {
      store.append(batch);
      batch = new ArrayList<>();
    }
  }

  private static void delete(Path directory) throws IOException {
    if (Files.exists(directory)) {
      try (Stream<Path> entries = Files.walk(directory)) {
        for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(entry);
        }
      }
    }
  }
}
