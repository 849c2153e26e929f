package org.provdl.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.provdl.capture.QuadSink;
import org.provdl.store.ProvenanceStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stores that laboratories fill.
 *
 * @param kept a directory in which each is kept, named by its number of runs; null where they are
 *     made anew
 * @param epochs of the longest runs
 * @param workplace where files lie meanwhile
 */
record LabStores(@Nullable Path kept, int epochs, Workplace workplace) {

  private static final Logger LOG = LoggerFactory.getLogger(LabStores.class);
  private static final long SEED = 20_26;

  /** The directory of the store of so many runs, which is made where there is none. */
  Path of(int runs) throws IOException {
    Path directory = kept == null ? workplace.fresh("store") : kept.resolve(Integer.toString(runs));
    if (isEmpty(directory)) {
      fill(directory, runs);
    }
    return directory;
  }

  /** Deletes a store that is not to be kept. */
  void leave(Path store) throws IOException {
    if (kept == null) {
      Workplace.delete(store);
    }
  }

  private static boolean isEmpty(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return true;
    }
    try (var files = Files.list(directory)) {
      return files.findAny().isEmpty();
    }
  }

  private void fill(Path directory, int runs) throws IOException {
    LOG.info("Making {} runs of up to {} epochs in {}", runs, epochs, directory);
    Path journals = workplace.fresh("journal");
    try (ProvenanceStore store = ProvenanceStore.openOrCreate(directory)) {
      new Laboratory(runs, epochs, SEED).fill(QuadSink.store(store), journals);
    }
    Workplace.delete(journals);
  }
}
