package org.provdl.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.provdl.store.Quads.batch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.sparql.core.Quad;

/** A JVM whose store fills the disk, and goes on after room was made. */
final class FullDiskProcess {

  private static final int BALLAST_BYTES = 24 << 20;

  private final Path ballast;
  private final Path directory;
  private final Set<Quad> acknowledged = new HashSet<>();
  private int batches;
  private ProvenanceStore store;

  private FullDiskProcess(Path disk) {
    this.ballast = disk.resolve("ballast");
    this.directory = disk.resolve("store");
    this.store = ProvenanceStore.openOrCreate(directory, Compaction.NEVER);
  }

  public static void main(String[] arguments) throws IOException {
    FullDiskProcess process = new FullDiskProcess(Path.of(arguments[0]));
    process.theStoreFillsItsDisk(Integer.parseInt(arguments[1]));
    process.anotherProgramFillsTheDiskInMidAppend();
    process.store.close();
  }

  private void theStoreFillsItsDisk(int batchSize) throws IOException {
    Files.write(ballast, new byte[BALLAST_BYTES]);
    appendUntilRefused(batchSize);
    assertContents();
    appendUntilRefused(1);
    assertContents();
    assertRefused();
    assertThatThrownBy(store::compact).isInstanceOf(StoreException.class);
    assertContents();
    Files.delete(ballast);
    append(batch("run-" + batches, batchSize));
    assertContentsNowAndLater();
  }

  private void appendUntilRefused(int batchSize) {
    assertThatThrownBy(
            () -> {
              while (true) {
                append(batch("run-" + batches, batchSize));
              }
            })
        .isInstanceOf(StoreException.class)
        .hasMessageMatching("The disk of the store .* has [0-9]+ MiB left, and .*")
        .matches(failure -> ((StoreException) failure).isDiskFull());
  }

  private void anotherProgramFillsTheDiskInMidAppend() throws IOException {
    List<Quad> quads = new ArrayList<>(batch("unlucky", 5_000));
    quads.add(Quads.accident("unlucky", Integer.MAX_VALUE, this::fill));
    quads.addAll(batch("more", 5_000));
    assertThatThrownBy(() -> append(quads))
        .isInstanceOf(StoreException.class)
        .matches(failure -> ((StoreException) failure).isDiskFull());
    assertContents();
    assertRefused();
    store.close();
    store = ProvenanceStore.open(directory, Compaction.NEVER);
    assertContents();
    assertRefused();
    Files.delete(ballast);
    append(batch("later", 1_000));
    assertContentsNowAndLater();
  }

  private void fill() {
    try (OutputStream file = Files.newOutputStream(ballast)) {
      for (byte[] block = new byte[1 << 12]; ; ) {
        file.write(block);
      }
    } catch (IOException full) {
      assertThat(full).hasMessageContaining("No space left on device");
    }
  }

  private void assertRefused() {
    assertThatThrownBy(() -> append(batch("refused", 10)))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("Make room and try again.")
        .matches(failure -> ((StoreException) failure).isDiskFull());
    assertContents();
  }

  private void append(List<Quad> quads) {
    store.append(quads);
    acknowledged.addAll(quads);
    batches++;
  }

  private void assertContents() {
    assertThat(Quads.contents(store).equals(acknowledged))
        .as("the store has what it said that it has")
        .isTrue();
  }

  private void assertContentsNowAndLater() {
    assertContents();
    store.close();
    store = ProvenanceStore.open(directory, Compaction.NEVER);
    assertContents();
  }
}
