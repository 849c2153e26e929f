package org.provdl.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.IsoMatcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.provdl.store.Compaction;
import org.provdl.store.ProvenanceStore;
import org.provdl.store.StoreException;

final class BackupTest {

  @TempDir private Path directory;
  private ProvenanceStore store;
  private Path file;

  @BeforeEach
  void fillAStore() {
    store = ProvenanceStore.openOrCreate(directory.resolve("store"), Compaction.NEVER);
    file = directory.resolve("backup.nq.gz");
    Graphs.append(store, "training-run", "study", "further-runs");
  }

  @AfterEach
  void closeIt() {
    store.close();
  }

  private Backup.Summary backUp() {
    return Backup.keep(out -> Backup.write(store, out), file);
  }

  @Test
  void aRestoredStoreIsTheOneThatWasBackedUp() {
    store.append(
        List.of(quad("läufer", "a \"quoted\"\n\tline\r\\ of 学習 \uD83D\uDE80 \u0085 \u2028")));
    DatasetGraph before = Graphs.content(store);

    Backup.Summary written = backUp();
    Backup.Summary restored = Backup.restore(file, directory.resolve("restored"));

    assertThat(written.quads()).isEqualTo(Graphs.quads(before).size());
    assertThat(restored).isEqualTo(written);
    try (ProvenanceStore copy = ProvenanceStore.open(directory.resolve("restored"))) {
      assertThat(IsoMatcher.isomorphic(before, Graphs.content(copy))).isTrue();
      assertThat(copy.format()).isEqualTo(ProvenanceStore.CURRENT_FORMAT);
    }
  }

  @Test
  void anEmptyStoreIsBackedUpToo() {
    store.close();
    store = ProvenanceStore.openOrCreate(directory.resolve("empty"));

    assertThat(backUp()).isEqualTo(new Backup.Summary(0, 0));
    assertThat(Backup.restore(file, directory.resolve("restored")))
        .isEqualTo(new Backup.Summary(0, 0));
  }

  @Test
  void theFormatOfAnOldStoreIsKept() {
    store.format(1);
    backUp();
    Backup.restore(file, directory.resolve("restored"));

    try (ProvenanceStore copy = ProvenanceStore.open(directory.resolve("restored"))) {
      assertThat(copy.format()).isEqualTo(1);
    }
  }

  @Test
  void anyToolReadsIt() throws IOException {
    backUp();
    try (GZIPInputStream unpacked = new GZIPInputStream(Files.newInputStream(file))) {
      DatasetGraph read = RDFParser.source(unpacked).lang(Lang.NQUADS).toDatasetGraph();
      assertThat(IsoMatcher.isomorphic(Graphs.content(store), read)).isTrue();
    }
  }

  @Test
  void itIsTheStoreOfOneMomentWhileItIsWritten() throws Exception {
    AtomicBoolean end = new AtomicBoolean();
    ExecutorService writer = Executors.newSingleThreadExecutor();
    Future<Integer> appended =
        writer.submit(
            () -> {
              int run = 0;
              while (!end.get()) {
                String name = "run-" + run++;
                store.append(IntStream.range(0, 10).mapToObj(i -> quad(name, "v" + i)).toList());
              }
              return run;
            });
    long before = Graphs.quads(Graphs.content(store)).size();
    for (int i = 0; i < 5; i++) {
      Path target = directory.resolve("backup-" + i);
      long quads = Backup.keep(out -> Backup.write(store, out), target).quads();
      Path restored = directory.resolve("restored-" + i);
      Backup.restore(target, restored);
      try (ProvenanceStore copy = ProvenanceStore.open(restored)) {
        long runs =
            Graphs.quads(Graphs.content(copy)).stream()
                .filter(quad -> quad.getGraph().getURI().startsWith("https://example.org/run-"))
                .count();
        assertThat(runs % 10).as("whole runs").isZero();
      }
      assertThat(quads).isGreaterThanOrEqualTo(before);
      before = quads;
    }
    end.set(true);
    assertThat(appended.get()).isPositive();
    writer.shutdown();
  }

  @Test
  void theStoreIsNotCompactedMeanwhile() {
    OutputStream compacting =
        new OutputStream() {
          private boolean tried;

          @Override
          public void write(int octet) {
            if (!tried) {
              tried = true;
              ExecutorService other = Executors.newSingleThreadExecutor();
              assertThatThrownBy(() -> other.submit(store::compact).get())
                  .hasCauseInstanceOf(StoreException.class)
                  .hasMessageContaining("is being backed up");
              other.shutdown();
            }
          }
        };
    Backup.write(store, compacting);

    assertThat(store.compact().bytesAfter()).isPositive();
  }

  @Test
  void aFileThatIsCutOffIsRefusedWhereverThatIs() throws IOException {
    backUp();
    byte[] whole = Files.readAllBytes(file);
    for (int length : new int[] {0, 5, 20, whole.length / 2, whole.length - 12, whole.length - 1}) {
      Path cut = directory.resolve("cut-" + length);
      Files.write(cut, Arrays.copyOf(whole, length));

      assertRefused(cut, length < 20 ? "is no backup" : "is cut off");
    }
  }

  @Test
  void aFileWithoutItsLastLineIsRefused() throws IOException {
    assertRefused(packed(text().replaceFirst("(?m)^# [0-9]+ graphs.*\n", "")), "is cut off");
  }

  @Test
  void aFileThatWasChangedIsRefused() throws IOException {
    assertRefused(packed(text().replace("digits", "digets")), "is damaged");
    assertRefused(packed(text().replaceFirst("(?m)^<.*\n", "")), "is damaged");
    assertRefused(packed(text() + text()), "is damaged");
  }

  @Test
  void aBitThatFlippedIsFound() throws IOException {
    backUp();
    byte[] octets = Files.readAllBytes(file);
    octets[octets.length / 2] ^= 8;
    Path flipped = Files.write(directory.resolve("flipped"), octets);

    assertThatThrownBy(() -> Backup.restore(flipped, directory.resolve("restored")))
        .isInstanceOf(OperationException.class);
    assertThat(directory.resolve("restored")).doesNotExist();
  }

  @Test
  void anotherFileIsRefused() throws IOException {
    assertRefused(
        Files.writeString(directory.resolve("text"), "<x:s> <x:p> <x:o> <x:g> .\n"),
        "is no backup");
    assertRefused(packed("<x:s> <x:p> <x:o> <x:g> .\n"), "is no backup");
    assertRefused(packed(""), "is no backup");
    assertRefused(directory.resolve("missing"), "There is no file");
  }

  @Test
  void aBackupOfANewerVersionIsRefused() throws IOException {
    int format = ProvenanceStore.CURRENT_FORMAT;
    assertRefused(
        packed(text().replace("store format " + format, "store format " + (format + 1))),
        "newer version");
    assertRefused(packed(text().replace("backup 1", "backup 2")), "newer version");
  }

  @Test
  void nothingThatIsThereIsOverwritten() throws IOException {
    backUp();

    assertThatThrownBy(this::backUp)
        .isInstanceOf(OperationException.class)
        .hasMessageContaining("is there already");
    assertThatThrownBy(() -> Backup.restore(file, store.directory()))
        .isInstanceOf(OperationException.class)
        .hasMessageContaining("is not empty");
  }

  @Test
  void aBackupThatFailsLeavesNothing() {
    assertThatThrownBy(
            () ->
                Backup.keep(
                    out -> {
                      out.write(1);
                      throw new UncheckedIOException(new IOException("No space left on device"));
                    },
                    file))
        .isInstanceOf(OperationException.class)
        .hasMessageContaining("No space left");
    assertThat(directory).isDirectoryNotContaining("glob:**backup*");
  }

  private void assertRefused(Path backup, String reason) {
    Path restored = directory.resolve("restored");
    assertThatThrownBy(() -> Backup.restore(backup, restored))
        .isInstanceOf(OperationException.class)
        .hasMessageContaining(reason);
    assertThat(restored).doesNotExist();
  }

  private String text() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Backup.write(store, out);
    try (GZIPInputStream unpacked =
        new GZIPInputStream(new ByteArrayInputStream(out.toByteArray()))) {
      return new String(unpacked.readAllBytes(), UTF_8);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private Path packed(String text) throws IOException {
    Path packed = Files.createTempFile(directory, "packed", ".gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(text.getBytes(UTF_8));
    }
    return packed;
  }

  private static Quad quad(String run, String value) {
    return Quad.create(
        NodeFactory.createURI("https://example.org/" + run),
        NodeFactory.createURI("https://example.org/" + run),
        NodeFactory.createURI("https://example.org/value"),
        NodeFactory.createLiteralString(value));
  }
}
