package org.provdl.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.IsoMatcher;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.provdl.vocabulary.PROV;
import org.provdl.vocabulary.PROVDL;

@Timeout(60)
class CaptureTest {

  private final DatasetGraph dataset = DatasetGraphFactory.createTxnMem();

  @Test
  void aSinkThatFailsForAWhileGetsEverythingInTheEnd() {
    DatasetGraph inPeace = DatasetGraphFactory.createTxnMem();
    tellTo(QuadSink.memory(inPeace));
    tellTo(new FailingSink(QuadSink.memory(dataset), 3));
    assertThat(IsoMatcher.isomorphic(inPeace, dataset)).isTrue();
  }

  @Test
  void aSinkThatAlwaysFailsNeitherThrowsNorKeepsClosingFromEnding() {
    try (Capture capture =
            Runs.capture(new FailingSink(QuadSink.memory(dataset), Integer.MAX_VALUE))
                .closeTimeout(Duration.ofMillis(300))
                .open();
        TrainingRun run = Runs.start(capture)) {
      Runs.tellAll(run);
      assertThat(capture.flush(Duration.ofMillis(50))).isFalse();
    }
    assertThat(dataset.isEmpty()).isTrue();
  }

  @Test
  void aFlushWaitsForWhatWasToldBeforeItAndForNothingElse() throws InterruptedException {
    try (Capture capture = Runs.capture(QuadSink.memory(dataset)).open();
        TrainingRun busy = Runs.start(capture);
        TrainingRun run = Runs.start(capture)) {
      AtomicBoolean told = new AtomicBoolean();
      Thread teller = new Thread(() -> tellUntil(told, busy));
      teller.start();
      for (int epoch = 1; epoch <= 5; epoch++) {
        run.startEpoch();
        run.endEpoch();
        assertThat(capture.flush(Duration.ofSeconds(10))).isTrue();
        assertThat(
                dataset.find(
                    Node.ANY,
                    NodeFactory.createURI(run.iri() + "#epoch-" + epoch),
                    PROV.endedAtTime.asNode(),
                    Node.ANY))
            .hasNext();
        assertThat(teller.isAlive()).isTrue();
      }
      told.set(true);
      teller.join();
    }
  }

  private static void tellUntil(AtomicBoolean end, TrainingRun run) {
    while (!end.get()) {
      run.startEpoch();
      run.iterate(1, 1);
      run.endEpoch();
      LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(200));
    }
  }

  @Test
  void iterationsThatASlowDiskLeavesNoRoomForAreCountedInTheGraph() {
    tellToASlowDisk(
        run -> {
          run.startEpoch();
          for (int i = 0; i < 25; i++) {
            run.iterate(i, 1);
          }
          run.endEpoch();
        });
    assertDroppedOf(25);
    assertThat(dataset.find(Node.ANY, Node.ANY, PROVDL.status.asNode(), PROVDL.completed.asNode()))
        .hasNext();
  }

  @Test
  void iterationsBeyondTheCapacityAreCountedOutsideOfEpochsToo() {
    tellToASlowDisk(
        run -> {
          for (int i = 0; i < 25; i++) {
            run.iterate(i, 1);
          }
        });
    assertDroppedOf(25);
  }

  private void tellToASlowDisk(Consumer<TrainingRun> training) {
    CountDownLatch opening = new CountDownLatch(1);
    CountDownLatch told = new CountDownLatch(1);
    Journal.Opening slow =
        file -> {
          opening.countDown();
          await(told);
          return Journal.Opening.NEW_FILE.open(file);
        };
    try (Capture capture =
            Runs.capture(QuadSink.memory(dataset)).iterationCapacity(10).opening(slow).open();
        TrainingRun run = Runs.start(capture)) {
      await(opening);
      training.accept(run);
      told.countDown();
    }
  }

  /** Those of the iterations that are not in the curve are counted, and some are not. */
  private void assertDroppedOf(long iterations) {
    Node count = Literals.of(iterations);
    assertThat(dataset.find(Node.ANY, Node.ANY, PROVDL.iterationCount.asNode(), count)).hasNext();
    long dropped = ((Number) value(PROVDL.droppedPoints).getLiteralValue()).longValue();
    long points = value(PROVDL.values).getLiteralLexicalForm().split(",").length;
    assertThat(dropped).isPositive();
    assertThat(points + dropped).isEqualTo(iterations);
  }

  private Node value(Property property) {
    return dataset.find(Node.ANY, Node.ANY, property.asNode(), Node.ANY).next().getObject();
  }

  @Test
  void tellingNeverWaitsForASlowSink() throws InterruptedException {
    CountDownLatch opened = new CountDownLatch(1);
    WaitingSink waiting = new WaitingSink(QuadSink.memory(dataset), opened);
    try (Capture capture = Runs.capture(waiting).pace(Duration.ZERO).open();
        TrainingRun run = Runs.start(capture)) {
      await(waiting.writing);
      Thread teller = new Thread(() -> Runs.tellAll(run));
      teller.start();
      teller.join(10_000);
      assertThat(teller.isAlive()).isFalse();
      opened.countDown();
    }
    assertThat(dataset.find(Node.ANY, Node.ANY, RDF.type.asNode(), PROVDL.Epoch.asNode()))
        .toIterable()
        .hasSize(2);
  }

  @Test
  void whatIsToldAfterAPauseGoesOutAtOnceAndTheNextWaitsForThePace() throws InterruptedException {
    CountDownLatch opened = new CountDownLatch(0);
    WaitingSink sink = new WaitingSink(QuadSink.memory(dataset), opened);
    try (Capture capture = Runs.capture(sink).pace(Duration.ofHours(1)).open();
        TrainingRun run = Runs.start(capture)) {
      await(sink.writing);
      run.startEpoch();
      run.endEpoch();
      assertThat(capture.sync(Duration.ofSeconds(10))).isTrue();
      TimeUnit.MILLISECONDS.sleep(100);
      assertThat(dataset.find(Node.ANY, Node.ANY, RDF.type.asNode(), PROVDL.Epoch.asNode()))
          .isExhausted();
    }
    assertThat(dataset.find(Node.ANY, Node.ANY, RDF.type.asNode(), PROVDL.Epoch.asNode()))
        .hasNext();
  }

  @Test
  void manyThreadsTellOneRunAndNothingIsMissing() throws InterruptedException {
    int threads = 8;
    int each = 5_000;
    try (Capture capture = Runs.capture(QuadSink.memory(dataset)).open();
        TrainingRun run = Runs.start(capture)) {
      run.startEpoch();
      List<Thread> tellers = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        Thread teller =
            new Thread(
                () -> {
                  for (int j = 0; j < each; j++) {
                    run.iterate(1, 1);
                  }
                });
        tellers.add(teller);
        teller.start();
      }
      for (Thread teller : tellers) {
        teller.join();
      }
      run.endEpoch();
    }
    Node count = Literals.of((long) threads * each);
    assertThat(dataset.find(Node.ANY, Node.ANY, PROVDL.iterationCount.asNode(), count)).hasNext();
    assertThat(dataset.find(Node.ANY, Node.ANY, PROVDL.exampleCount.asNode(), count)).hasNext();
    assertThat(value(PROVDL.values).getLiteralLexicalForm().split(","))
        .hasSize(threads * each)
        .doesNotContain("null");
  }

  @Test
  void manyRunsAtATimeEachGetAGraphOfTheirOwn() throws InterruptedException {
    int count = 20;
    try (Capture capture =
        Capture.builder(QuadSink.memory(dataset)).environment(() -> Runs.ENVIRONMENT).open()) {
      List<Thread> tellers = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        Thread teller =
            new Thread(
                () -> {
                  try (TrainingRun run = Runs.start(capture)) {
                    Runs.tellAll(run);
                  }
                });
        tellers.add(teller);
        teller.start();
      }
      for (Thread teller : tellers) {
        teller.join();
      }
    }
    Set<Node> graphs = new HashSet<>();
    dataset.listGraphNodes().forEachRemaining(graphs::add);
    assertThat(graphs).hasSize(count);
    graphs.forEach(
        graph ->
            assertThat(dataset.find(graph, Node.ANY, RDF.type.asNode(), PROVDL.Epoch.asNode()))
                .toIterable()
                .hasSize(2));
  }

  @Test
  void manyThreadsTellManyRunsAndTheGraphsAreThoseOfOneThread() {
    DatasetGraph inPeace = DatasetGraphFactory.createTxnMem();
    tellManyRuns(inPeace, tellers -> tellers.forEach(Runnable::run));
    tellManyRuns(dataset, CaptureTest::runAtTheSameTime);
    assertThat(inPeace.listGraphNodes()).toIterable().hasSize(6);
    assertThat(IsoMatcher.isomorphic(inPeace, dataset)).isTrue();
  }

  /** What is told does not depend on its order: 16 tellers tell of each of the runs in turn. */
  private static void tellManyRuns(DatasetGraph target, Consumer<List<Runnable>> way) {
    try (Capture capture =
        Runs.capture(QuadSink.memory(target))
            .clock(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))
            .open()) {
      List<TrainingRun> runs = Stream.generate(() -> Runs.start(capture)).limit(6).toList();
      runs.forEach(TrainingRun::startEpoch);
      way.accept(
          IntStream.range(0, 16)
              .<Runnable>mapToObj(teller -> () -> tellOfEach(runs, "of " + teller + " "))
              .toList());
      runs.forEach(TrainingRun::endEpoch);
      runs.forEach(TrainingRun::close);
    }
  }

  private static void tellOfEach(List<TrainingRun> runs, String teller) {
    for (int i = 0; i < 10; i++) {
      for (TrainingRun run : runs) {
        run.choose(Setting.ofModel(teller + i, i));
        run.iterate(0.5, 32);
        run.measure(teller + i, i, Split.VALIDATION);
      }
    }
  }

  private static void runAtTheSameTime(List<Runnable> tasks) {
    CountDownLatch ready = new CountDownLatch(tasks.size());
    List<Thread> threads =
        tasks.stream()
            .map(
                task ->
                    new Thread(
                        () -> {
                          ready.countDown();
                          await(ready);
                          task.run();
                        }))
            .toList();
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Test
  void anEnvironmentThatCannotBeFoundDoesNotHurtTheRun() {
    try (Capture capture =
        Runs.capture(QuadSink.memory(dataset))
            .environment(
                () -> {
                  throw new IllegalStateException("no such machine");
                })
            .open()) {
      Runs.start(capture).close();
    }
    assertThat(dataset.find(Node.ANY, Node.ANY, PROVDL.status.asNode(), PROVDL.completed.asNode()))
        .hasNext();
  }

  @Test
  void aClosedCaptureStartsNoRunAndMayBeClosedAgain() {
    Capture capture = Runs.capture(QuadSink.memory(dataset)).open();
    capture.close();
    capture.close();
    assertThatThrownBy(() -> Runs.start(capture)).hasMessageContaining("closed");
  }

  @Test
  void aBaseThatIsNoneIsRefused() {
    assertThatThrownBy(() -> Capture.builder(QuadSink.memory(dataset)).base("provdl"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("absolute IRI");
  }

  @Test
  void aProgramThatExitsWithoutClosingLeavesAnInterruptedRun(@TempDir Path directory)
      throws Exception {
    Path file = directory.resolve("runs.trig");
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                AbandonedRun.class.getName(),
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("output").toFile())
            .start();
    assertThat(program.waitFor(50, TimeUnit.SECONDS)).isTrue();
    assertThat(program.exitValue()).as(Files.readString(directory.resolve("output"))).isZero();
    DatasetGraph left = RDFDataMgr.loadDatasetGraph(file.toString());
    assertThat(left.find(Node.ANY, Node.ANY, PROVDL.status.asNode(), PROVDL.interrupted.asNode()))
        .hasNext();
  }

  private static void tellTo(QuadSink sink) {
    try (Capture capture = Runs.capture(sink).open();
        TrainingRun run = Runs.start(capture)) {
      Runs.tellAll(run);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits in its first write until it is let go. */
  private record WaitingSink(QuadSink target, CountDownLatch opened, CountDownLatch writing)
      implements QuadSink {

    WaitingSink(QuadSink target, CountDownLatch opened) {
      this(target, opened, new CountDownLatch(1));
    }

    @Override
    public void write(List<Quad> quads) {
      writing.countDown();
      try {
        opened.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      target.write(quads);
    }

    @Override
    public String destination() {
      return target.destination();
    }

    @Override
    public void close() {
      target.close();
    }
  }
}
