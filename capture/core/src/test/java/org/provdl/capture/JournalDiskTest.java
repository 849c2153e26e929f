package org.provdl.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.util.IsoMatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.provdl.vocabulary.PROVDL;

/** A disk that is full, or broken, under the journal costs time and memory, but no event. */
@Timeout(60)
class JournalDiskTest {

  private final DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
  private final DatasetGraph inPeace = DatasetGraphFactory.createTxnMem();
  private final FailingDisk disk = new FailingDisk();
  @TempDir private Path directory;

  @Test
  void aDiskThatIsFullForAWhileCostsNothing() {
    failForAWhile(disk.full);
    assertSameAsInPeace();
  }

  @Test
  void aDiskThatCannotBeForcedForAWhileCostsNothing() {
    failForAWhile(disk.unforceable);
    assertSameAsInPeace();
  }

  @Test
  void nothingIsDeliveredThatIsNotOnTheDisk() {
    disk.unforceable.set(true);
    try (Capture capture = capture();
        TrainingRun run = Runs.start(capture)) {
      assertThat(capture.flush(Duration.ofMillis(300))).isFalse();
      assertThat(dataset.isEmpty()).isTrue();
      disk.unforceable.set(false);
      Runs.tellAll(run);
    }
    assertSameAsInPeace();
  }

  @Test
  void aDiskThatStaysFullLeavesItToTheSink() {
    disk.full.set(true);
    try (Capture capture = capture();
        TrainingRun run = Runs.start(capture)) {
      Runs.tellAll(run);
    }
    assertSameAsInPeace();
    assertThat(directory.resolve("journal")).doesNotExist();
  }

  @Test
  void aDiskThatFillsInMidRunAndStaysFullLeavesTheRestToTheSink() {
    try (Capture capture = capture();
        TrainingRun run = Runs.start(capture)) {
      assertThat(capture.flush(Duration.ofSeconds(10))).isTrue();
      disk.full.set(true);
      Runs.tellAll(run);
    }
    assertSameAsInPeace();
  }

  @Test
  void bytesFlippedWhileTrainingNeverReachTrainingOrTheGraph() throws IOException {
    for (int i = 0; i < 20; i++) {
      disk.rotten.set(false);
      try (Capture capture = capture();
          TrainingRun run = Runs.start(capture)) {
        assertThat(capture.sync(Duration.ofSeconds(10))).isTrue();
        disk.rotten.set(true);
        Runs.tellAll(run);
      }
      Path damaged = directory.resolve("journal").resolve("damaged");
      Recovery.Report report = Recovery.to(QuadSink.memory(inPeace), damaged);
      assertThat(report.runs()).singleElement().matches(run -> run.damage() != null);
      assertThat(IsoMatcher.isomorphic(inPeace, dataset)).as("%s", report).isTrue();
      assertThat(dataset.find(Node.ANY, Node.ANY, PROVDL.status.asNode(), Node.ANY))
          .toIterable()
          .singleElement()
          .matches(quad -> quad.getObject().equals(PROVDL.interrupted.asNode()));
      Files.delete(report.runs().get(0).journal());
      dataset.clear();
      inPeace.clear();
    }
  }

  private Capture capture() {
    return Runs.capture(QuadSink.memory(dataset))
        .journal(directory.resolve("journal"))
        .opening(disk)
        .closeTimeout(Duration.ofSeconds(2))
        .pace(Duration.ZERO)
        .open();
  }

  private void failForAWhile(AtomicBoolean failing) {
    try (Capture capture = capture();
        TrainingRun run = Runs.start(capture)) {
      assertThat(capture.sync(Duration.ofSeconds(10))).isTrue();
      failing.set(true);
      Runs.tellAll(run);
      assertThat(capture.flush(Duration.ofMillis(200))).isFalse();
      failing.set(false);
      assertThat(capture.flush(Duration.ofSeconds(10))).isTrue();
    }
  }

  private void assertSameAsInPeace() {
    try (Capture capture = Runs.capture(QuadSink.memory(inPeace)).open();
        TrainingRun run = Runs.start(capture)) {
      Runs.tellAll(run);
    }
    assertThat(IsoMatcher.isomorphic(inPeace, dataset)).isTrue();
  }
}
