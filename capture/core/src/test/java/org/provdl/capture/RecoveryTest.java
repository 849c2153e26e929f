package org.provdl.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.util.IsoMatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.provdl.vocabulary.Ontology;
import org.provdl.vocabulary.PROVDL;

/** What a capture leaves behind is delivered by the next one, or by a recovery. */
@Timeout(60)
class RecoveryTest {

  private final DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
  private final DatasetGraph inPeace = DatasetGraphFactory.createTxnMem();
  @TempDir private Path directory;

  @Test
  void whatTheSinkDidNotTakeTheNextCaptureDelivers() {
    leaveBehind(3);
    try (Capture next =
        Runs.capture(QuadSink.memory(dataset)).journal(directory.resolve("journal")).open()) {
      assertThat(next.flush(Duration.ofSeconds(10))).isTrue();
    }
    tellInPeace(3);
    assertThat(IsoMatcher.isomorphic(inPeace, dataset)).isTrue();
    assertThat(directory.resolve("journal")).doesNotExist();
  }

  @Test
  void aCaptureLeavesAloneWhatIsMeantForAnotherSink() throws IOException {
    leaveBehind(1);
    try (QuadSink other = QuadSink.trigFile(directory.resolve("other.trig"));
        Capture next = Runs.capture(other).journal(directory.resolve("journal")).open()) {
      assertThat(next.flush(Duration.ofSeconds(10))).isTrue();
    }
    assertThat(directory.resolve("other.trig")).isEmptyFile();
    assertThat(recover().runs()).hasSize(1);
  }

  @Test
  void aRecoveryLeavesTheJournalsOfTheLivingAlone() {
    try (Capture living =
            Runs.capture(QuadSink.memory(inPeace)).journal(directory.resolve("journal")).open();
        TrainingRun run = Runs.start(living)) {
      assertThat(living.sync(Duration.ofSeconds(10))).isTrue();
      Recovery.Report report = recover();
      assertThat(report.runs()).isEmpty();
      assertThat(report.directoriesInUse()).isEqualTo(1);
      Runs.tellAll(run);
    }
    assertThat(dataset.isEmpty()).isTrue();
    assertThat(inPeace.find(Node.ANY, Node.ANY, PROVDL.status.asNode(), PROVDL.completed.asNode()))
        .hasNext();
  }

  @Test
  void manyCapturesShareAJournalDirectory() {
    try (Capture first =
            Runs.capture(QuadSink.memory(dataset)).journal(directory.resolve("journal")).open();
        Capture second =
            Runs.capture(QuadSink.memory(inPeace)).journal(directory.resolve("journal")).open()) {
      for (Capture capture : List.of(first, second)) {
        try (TrainingRun run = Runs.start(capture)) {
          Runs.tellAll(run);
        }
      }
    }
    assertThat(IsoMatcher.isomorphic(inPeace, dataset)).isTrue();
    assertThat(directory.resolve("journal")).doesNotExist();
  }

  @Test
  void journalsThatAreKeptBuildTheGraphAgainAsOftenAsOneLikes() {
    try (Capture capture =
            Runs.capture(QuadSink.memory(inPeace))
                .journal(directory.resolve("journal"))
                .keepJournals()
                .open();
        TrainingRun run = Runs.start(capture)) {
      Runs.tellAll(run);
    }
    Path kept = directory.resolve("journal").resolve("delivered");
    for (int i = 0; i < 2; i++) {
      assertThat(Recovery.to(QuadSink.memory(dataset), kept).runs())
          .singleElement()
          .matches(run -> !run.interrupted() && run.damage() == null);
      assertThat(IsoMatcher.isomorphic(inPeace, dataset)).isTrue();
    }
  }

  @Test
  void aDamagedJournalGivesWhatIsBeforeTheDamageAndSaysSo() throws IOException {
    leaveBehind(1);
    Path journal = journals().get(0);
    byte[] bytes = Files.readAllBytes(journal);
    bytes[bytes.length - 5] ^= 1;
    Files.write(journal, bytes);

    Recovery.Report report = recover();
    assertThat(report.runs())
        .singleElement()
        .satisfies(
            run -> {
              assertThat(run.interrupted()).isTrue();
              assertThat(run.damage()).contains("checksum");
              assertThat(run.bytesCutOff()).isPositive();
              assertThat(run.toString()).contains("bytes cut off");
            });
    assertThat(directory.resolve("journal").resolve("damaged").resolve(journal.getFileName()))
        .exists();
    assertThat(dataset.find(Node.ANY, Node.ANY, PROVDL.status.asNode(), Node.ANY))
        .toIterable()
        .singleElement()
        .matches(quad -> quad.getObject().equals(PROVDL.interrupted.asNode()));
    assertThat(recover().runs()).isEmpty();
  }

  @Test
  void aRunWhoseFirstEventWasNotYetOnTheDiskLeavesNothingAndSaysSo() throws IOException {
    leaveBehind(1);
    Path journal = journals().get(0);
    byte[] bytes = Files.readAllBytes(journal);
    int magic = "PROV-DL journal 1\n".length();
    int header = ByteBuffer.wrap(bytes).getInt(magic);
    Files.write(journal, Arrays.copyOf(bytes, magic + 2 * Integer.BYTES + header));

    assertThat(recover().runs())
        .singleElement()
        .asString()
        .endsWith("0 events, interrupted before the first was on the disk");
    assertThat(dataset.isEmpty()).isTrue();
    assertThat(journals()).isEmpty();
  }

  @Test
  void damageAnywhereNeverGivesATripleThatWasNotTold() throws IOException {
    Random random = new Random(11);
    for (int i = 0; i < 40; i++) {
      leaveBehind(1);
      Path journal = journals().get(0);
      List<Event> told = events(journal);
      byte[] bytes = Files.readAllBytes(journal);
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
      Files.write(journal, bytes);

      Recovery.Report report = recover();
      assertThat(report.runs().size() + report.unreadable().size()).isEqualTo(1);
      for (RecoveredRun run : report.runs()) {
        assertThat(run.damage()).isNotNull();
        assertThat(IsoMatcher.isomorphic(graphOf(told, run), dataset)).as("%s", run).isTrue();
      }
      dataset.clear();
      for (Path left : journals()) {
        Files.delete(left); // of a format that claims to be newer
      }
    }
  }

  private static List<Event> events(Path journal) throws IOException {
    try (JournalReader reader = new JournalReader(new JournalFile(journal), new EventFormat())) {
      List<Event> events = new ArrayList<>();
      for (JournalEntry entry = reader.next(); entry != null; entry = reader.next()) {
        entry.forEach(events::add);
      }
      return events;
    }
  }

  /** What the events before the damage say, and that the run ended there. */
  private static DatasetGraph graphOf(List<Event> told, RecoveredRun run) {
    Event.RunStarted start = (Event.RunStarted) told.get(0);
    RunMapping mapping =
        new RunMapping(
            new RunGraph(Capture.DEFAULT_BASE, DocumentKind.RUN, start.id()),
            new Terms(Ontology.model()),
            start.description(),
            Version.CURRENT);
    DatasetGraph graph = DatasetGraphFactory.create();
    told.subList(0, (int) run.eventCount())
        .forEach(event -> mapping.map(event).forEach(graph::add));
    Instant last = run.lastTime();
    if (last != null) {
      mapping
          .map(
              new Event.RunEnded(
                  last, RunStatus.INTERRUPTED, "the journal is damaged: " + run.damage(), 0, null))
          .forEach(graph::add);
    }
    return graph;
  }

  @Test
  void aDirectoryThatIsNotThereIsAnError() {
    assertThatThrownBy(this::recover)
        .isInstanceOf(JournalException.class)
        .hasMessageContaining("no directory of journals");
  }

  @Test
  void aJournalDirectoryThatCannotBeMadeFailsAtOnce() throws IOException {
    Path file = Files.createFile(directory.resolve("file"));
    assertThatThrownBy(() -> Runs.capture(QuadSink.memory(dataset)).journal(file).open())
        .isInstanceOf(JournalException.class)
        .hasMessageContaining("Choose a directory");
  }

  private Recovery.Report recover() {
    return Recovery.to(QuadSink.memory(dataset), directory.resolve("journal"));
  }

  private void leaveBehind(int runs) {
    QuadSink failing = new FailingSink(QuadSink.memory(dataset), Integer.MAX_VALUE);
    try (Capture capture =
        Runs.capture(failing)
            .journal(directory.resolve("journal"))
            .closeTimeout(Duration.ofMillis(100))
            .open()) {
      tell(capture, runs);
      assertThat(capture.sync(Duration.ofSeconds(10))).isTrue();
    }
    assertThat(dataset.isEmpty()).isTrue();
  }

  private void tellInPeace(int runs) {
    try (Capture capture = Runs.capture(QuadSink.memory(inPeace)).open()) {
      tell(capture, runs);
    }
  }

  private static void tell(Capture capture, int runs) {
    for (int i = 0; i < runs; i++) {
      try (TrainingRun run = Runs.start(capture)) {
        Runs.tellAll(run);
      }
    }
  }

  private List<Path> journals() throws IOException {
    if (Files.notExists(directory.resolve("journal"))) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(directory.resolve("journal"))) {
      return files
          .filter(file -> file.toString().endsWith(".journal"))
          .filter(file -> !file.toString().contains("damaged"))
          .sorted()
          .toList();
    }
  }
}
