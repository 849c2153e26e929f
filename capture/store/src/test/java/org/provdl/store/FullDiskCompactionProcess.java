package org.provdl.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.provdl.store.Quads.batch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.jena.sparql.core.Quad;

/** A JVM whose store is compacted while something else takes the room. */
final class FullDiskCompactionProcess {

  private static final long MIB = 1L << 20;

  /** Bytes that are enough for appends and too few for a copy. */
  private static final long LEFT = 96 * MIB;

  private final Path disk;
  private final Set<Quad> acknowledged = new HashSet<>();
  private final ExecutorService threads = Executors.newSingleThreadExecutor();

  private FullDiskCompactionProcess(Path disk) {
    this.disk = disk;
  }

  public static void main(String[] arguments) throws Exception {
    new FullDiskCompactionProcess(Path.of(arguments[0])).run();
  }

  private void run() throws Exception {
    Path directory = disk.resolve("store");
    try (ProvenanceStore store = ProvenanceStore.openOrCreate(directory, Compaction.NEVER)) {
      append(store, batch("before", 30_000));
      Path ballast = disk.resolve("ballast");
      leave(LEFT + 80 * MIB, ballast);
      Future<Compacted> compaction = threads.submit(store::compact);
      while (Files.notExists(directory.resolve("Data-0002-tmp/provdl.spool"))) {
        Thread.onSpinWait();
      }
      Path more = disk.resolve("more");
      leave(LEFT, more);
      append(store, batch("meanwhile", 100));
      assertThatThrownBy(compaction::get)
          .hasCauseInstanceOf(StoreException.class)
          .hasMessageContaining("Make room and try again.");
      assertThat(directory.resolve("Data-0002-tmp")).doesNotExist();
      append(store, batch("later", 100));
      assertThat(Quads.contents(store).equals(acknowledged)).isTrue();
      Files.delete(ballast);
      Files.delete(more);
      store.compact();
      append(store, batch("last", 100));
    }
    threads.shutdown();
    try (ProvenanceStore store = ProvenanceStore.open(directory)) {
      assertThat(Quads.contents(store).equals(acknowledged)).isTrue();
    }
  }

  private void append(ProvenanceStore store, List<Quad> quads) {
    store.append(quads);
    acknowledged.addAll(quads);
  }

  private void leave(long bytes, Path file) throws IOException {
    try (OutputStream output = Files.newOutputStream(file)) {
      byte[] block = new byte[(int) MIB];
      while (Files.getFileStore(disk).getUsableSpace() > bytes) {
        output.write(block);
      }
    }
  }
}
