package org.provdl.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.util.IsoMatcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.provdl.store.ProvenanceStore;

/** Kill -9 at any moment costs nothing that was on the disk, and leaves nothing wrong. */
class KilledTrainingIT {

  private static final int KILLS = 50;
  private static final Predicate<String> LIBRARY = entry -> entry.endsWith(".jar");
  private static final int AT_A_TIME = 2;
  private static final int LONGEST_MILLISECONDS = 500;

  private final Random random = new Random();

  @TempDir private Path directory;

  @Test
  void aTrainingKilledAtAnyMomentIsRecoveredAsFarAsItWasTold() throws Exception {
    List<Callable<Boolean>> kills =
        IntStream.range(0, KILLS).<Callable<Boolean>>mapToObj(i -> () -> kill(i)).toList();
    ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME);
    try {
      List<Future<Boolean>> recovered = threads.invokeAll(kills);
      int count = 0;
      for (Future<Boolean> kill : recovered) {
        count += kill.get() ? 1 : 0;
      }
      assertThat(count).as("runs that had begun when they were killed").isPositive();
    } finally {
      threads.shutdown();
    }
  }

  /** Returns whether an event was on the disk before the kill, so that there was something. */
  private boolean kill(int number) throws Exception {
    Path store = directory.resolve("store-" + number);
    Path journals = directory.resolve("store-" + number + "-journal");
    long synced = trainAndKill(store, random.nextInt(LONGEST_MILLISECONDS));
    List<RecoveredRun> runs = Recovery.toTheirDestinations(journals).runs();
    if (synced == 0 && runs.isEmpty()) {
      assertThat(content(store).isEmpty()).isTrue();
      return false;
    }
    assertThat(runs).hasSize(1);
    RecoveredRun run = runs.get(0);
    assertThat(run.eventCount()).isGreaterThanOrEqualTo(synced);
    assertThat(run.interrupted()).isTrue();
    DatasetGraph expected = ScriptedTraining.inPeace(run.eventCount(), run.damage());
    assertThat(IsoMatcher.isomorphic(expected, content(store))).as("the graph of %s", run).isTrue();
    if (run.damage() == null) {
      assertThat(journals).doesNotExist();
    } else { // the kill cut a record
      assertThat(journals.resolve("damaged").resolve(run.journal().getFileName())).exists();
    }
    return true;
  }

  /** Returns how many events the program said were on the disk. */
  private long trainAndKill(Path store, int milliseconds) throws IOException, InterruptedException {
    Process program = train(store, "-XX:SharedArchiveFile=" + archive());
    try (BufferedReader output = program.inputReader(StandardCharsets.UTF_8)) {
      String last = output.readLine();
      assertThat(last).startsWith("synced");
      TimeUnit.MILLISECONDS.sleep(milliseconds);
      program.toHandle().destroyForcibly(); // the process itself would close its output too
      program.waitFor();
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        last = line.matches("synced \\d+") ? line : last; // the kill may cut a line
      }
      return Long.parseLong(last.substring("synced ".length()));
    }
  }

  /**
   * Puts the classes of the libraries into an archive, with which a program starts twice as fast.
   */
  @BeforeEach
  void archiveClasses() throws IOException, InterruptedException {
    Path classes = directory.resolve("classes");
    Process program = train(directory.resolve("store"), "-XX:DumpLoadedClassList=" + classes);
    assertThat(program.inputReader(StandardCharsets.UTF_8).readLine()).startsWith("synced");
    program.destroyForcibly().waitFor();
    java(
            classPath(LIBRARY),
            "-Xshare:dump",
            "-XX:SharedClassListFile=" + classes,
            "-XX:SharedArchiveFile=" + archive())
        .redirectOutput(directory.resolve("archiving").toFile())
        .start()
        .waitFor();
    assertThat(archive()).exists();
  }

  private Path archive() {
    return directory.resolve("classes.jsa");
  }

  private static Process train(Path store, String option) throws IOException {
    String libraries = classPath(LIBRARY);
    return java(
            // as in the archive, and only then what is not in it
            libraries + File.pathSeparator + classPath(LIBRARY.negate()),
            option,
            "-XX:TieredStopAtLevel=1",
            ScriptedTraining.class.getName(),
            store.toString())
        .start();
  }

  private static ProcessBuilder java(String classPath, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-cp", classPath));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
  }

  private static String classPath(Predicate<String> which) {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(which)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static DatasetGraph content(Path directory) {
    try (ProvenanceStore store = ProvenanceStore.open(directory)) {
      DatasetGraph copy = DatasetGraphFactory.create();
      store.read(
          dataset -> {
            dataset.find().forEachRemaining(copy::add);
            return null;
          });
      return copy;
    }
  }
}
