package org.provdl.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.Test;
import org.provdl.capture.Check.Verdict;

/** What is read out of a graph is what was told, and two runs are compared value by value. */
class RecordedRunTest {

  private static final Parameters START = new Parameters("ab".repeat(32), 0L);
  private static final Parameters FIRST = new Parameters("11".repeat(32), 2L);
  private static final Parameters END = new Parameters("22".repeat(32), 4L);

  private final DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
  private int runs;

  @Test
  void allThatIsNeededToTrainAgainComesBack() {
    RecordedRun run = tell(RecordedRunTest::training);

    assertThat(run.name()).isEqualTo("digits");
    assertThat(run.experiment()).isEqualTo("first tries");
    assertThat(run.framework()).isEqualTo("Deeplearning4j");
    assertThat(run.configuration()).isEqualTo("{}");
    assertThat(run.initial()).isEqualTo(START);
    assertThat(run.generatorState()).isEqualTo("42 1337");
    assertThat(run.epochs()).isEqualTo(2);
    assertThat(run.trained()).isEqualTo(END.sha256());
    assertThat(run.obstacles()).isEmpty();
    assertThat(run.splits().get(Split.TRAINING))
        .isEqualTo(
            new RecordedSplit(
                new DataReader(
                    "org.example.Digits",
                    List.of(
                        new Preparation.Parameter("ratio", "0.25e0"),
                        new Preparation.Parameter("size", "32"))),
                List.of(new RecordedSplit.Source("a.csv", "data/a.csv", "cd".repeat(32), 7L)),
                42L));
    assertThat(run.splits().get(Split.TEST))
        .isEqualTo(
            new RecordedSplit(
                null,
                List.of(
                    new RecordedSplit.Source(
                        "https://example.org/b", "https://example.org/b", null, null)),
                null));
    assertThat(run.evaluations())
        .containsExactly(
            new RecordedEvaluation(Split.TEST, 0, "{0}"),
            new RecordedEvaluation(Split.TEST, 1, "{1}"),
            new RecordedEvaluation(Split.TEST, 2, "{2}"));
    assertThat(run.environment())
        .containsEntry("Deeplearning4j", "1.0")
        .containsEntry("Java", "17.0.15")
        .containsEntry("processor", "EPYC 7763")
        .containsEntry("BLAS", "OPENBLAS")
        .containsEntry("devices", "A100")
        .containsEntry(
            "code", "3f2a9c1d5e6b7a8091a2b3c4d5e6f708192a3b4c and changes " + "ef".repeat(32));
    assertThat(run.libraries())
        .containsExactly("classes \"2\" ", "nd4j-api-1.0.jar " + "0a".repeat(32));
  }

  @Test
  void filesOfTheInitialParametersAreFoundInAllRuns() {
    tell(run -> run.save(START, new Artifact("m.zip", "dir/m.zip", "ef".repeat(32), 5)));
    RecordedRun second = tell(RecordedRunTest::training);
    assertThat(second.initialFiles())
        .containsExactly(new Artifact("m.zip", "dir/m.zip", "ef".repeat(32), 5));
  }

  @Test
  void aRunThatIsNotThereIsSaid() {
    assertThatThrownBy(() -> RecordedRun.read(dataset, "http://localhost/run/none"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("There is no run http://localhost/run/none here.");
  }

  @Test
  void whatCannotBeDoneAgainIsAnObstacle() {
    assertThat(obstacles(run -> run.fail(new IllegalStateException("no"))))
        .contains("It is failed: only a completed run can be trained again.");
    assertThat(obstacles(run -> run.iterate(1, 1)))
        .contains("It has no epochs: it was not trained by fit(iterator).");
    assertThat(
            obstacles(
                run -> {
                  run.iterate(1, 1);
                  epoch(run, 0.5);
                }))
        .containsExactly(
            "Some of its iterations were outside of epochs, by fit(DataSet) or fit(arrays).");
    assertThat(
            obstacles(
                run -> {
                  epoch(run, 0.5);
                  run.stop("flat", "loss", 1, FIRST);
                }))
        .containsExactly("It was ended by early stopping, whose conditions cannot be built again.");
    assertThat(
            obstacles(
                run -> {
                  epoch(run, 0.5);
                  run.choose(Setting.ofModel("workers", 2));
                }))
        .containsExactly(
            "Several workers trained it at once, and whose update came first was chance.");
    assertThat(
            obstacles(
                run -> {
                  run.choose(Setting.ofModel("learningRate", 0.1));
                  epoch(run, 0.5);
                  run.adapt(Setting.ofModel("learningRate", 0.05), "s", Responsible.FRAMEWORK);
                  run.adapt(Setting.ofModel("learningRate", 0.01), "s", Responsible.OPERATOR);
                  run.adapt(Setting.ofModel("learningRate", 0.02), "s", Responsible.rule("r", ""));
                }))
        .containsExactly(
            "In epoch 1, ada changed a setting, by code that is not recorded: learningRate 0.05 to 0.01.",
            "In epoch 1, r changed a setting, by code that is not recorded: learningRate 0.01 to 0.02.");
  }

  @Test
  void theSameIsTheSameAndNotANumberEqualsItself() {
    List<Check> checks = tell(RecordedRunTest::training).compareTo(tell(RecordedRunTest::training));
    assertThat(checks).isNotEmpty().allMatch(check -> check.verdict() == Verdict.SAME);
    assertThat(checks)
        .contains(new Check("perplexity, training", "NaN", "NaN", Verdict.SAME))
        .contains(new Check("accuracy, test", "0.75", "0.75", Verdict.SAME));
  }

  @Test
  void whatDiffersIsToldWithHowMuchOfIt() {
    RecordedRun recorded = tell(RecordedRunTest::training);
    RecordedRun again =
        tell(
            run -> {
              run.startFrom(START);
              epoch(run, 0.5);
              epoch(run, 0.125);
              run.evaluate(Split.TEST, Map.of("accuracy", 0.76), END);
              run.trained(new Parameters("33".repeat(32), 4L));
            });

    assertThat(recorded.compareTo(again))
        .contains(
            new Check("initial parameters", "ab".repeat(8), "ab".repeat(8), Verdict.SAME),
            new Check("trained parameters", "22".repeat(8), "33".repeat(8), Verdict.DIFFERENT),
            new Check("loss, training", "0.25", "0.125 (1 of 2 differ)", Verdict.DIFFERENT),
            new Check("accuracy, test", "0.75", "0.76 (3 of 3 differ)", Verdict.DIFFERENT),
            new Check("perplexity, training", "NaN", null, Verdict.UNKNOWN));
  }

  @Test
  void theEnvironmentIsComparedWithWhatIsRecorded() {
    RecordedRun run = tell(RecordedRunTest::training);
    Framework framework = new Framework("Deeplearning4j", "1.0", "CPU");
    assertThat(EnvironmentChecks.of(run, Runs.ENVIRONMENT, Runs.BACKEND, framework))
        .hasSizeGreaterThan(10)
        .allMatch(check -> check.verdict() == Verdict.SAME);
    assertThat(
            EnvironmentChecks.of(
                run,
                new Environment("other", "Linux 6.1 amd64", 2, 1024, "25", null),
                new Backend("MKL", 2L, 4L, "FLOAT", List.of()),
                new Framework("Deeplearning4j", "2.0", "CPU")))
        .contains(
            new Check("Deeplearning4j", "1.0", "2.0", Verdict.DIFFERENT),
            new Check("Java", "17.0.15", "25", Verdict.DIFFERENT),
            new Check("operating system", "Linux 6.1 amd64", "Linux 6.1 amd64", Verdict.SAME),
            new Check("BLAS", "OPENBLAS", "MKL", Verdict.DIFFERENT),
            new Check("devices", "A100", null, Verdict.DIFFERENT),
            new Check(
                "class path",
                "2 libraries",
                "not 2 of them: classes \"2\", nd4j-api-1.0.jar",
                Verdict.DIFFERENT));
  }

  @Test
  void aLibraryThatNobodyHadTimeToHashIsKnownByItsName() {
    RecordedRun run = tell(RecordedRunTest::training);
    Framework framework = new Framework("Deeplearning4j", "1.0", "CPU");
    for (String unhashed : new String[] {null, "0b".repeat(32)}) {
      ClassPath classPath =
          new ClassPath(
              List.of(
                  new Library("nd4j-api-1.0.jar", "1.0", unhashed, 12),
                  new Library("classes \"2\"", null, "0c".repeat(32), 5)));
      Environment here =
          new Environment("h", "os", 2, 1024, "17", null, null, null, null, classPath);
      assertThat(EnvironmentChecks.of(run, here, Runs.BACKEND, framework))
          .contains(
              unhashed == null
                  ? new Check("class path", "2 libraries", "2 libraries", Verdict.SAME)
                  : new Check(
                      "class path",
                      "2 libraries",
                      "not 1 of them: nd4j-api-1.0.jar",
                      Verdict.DIFFERENT));
    }
  }

  private static void training(TrainingRun run) {
    run.configure("{}", 3, List.of());
    run.startFrom(START);
    run.computeWith(Runs.BACKEND);
    run.drawFrom("42 1337");
    run.readBy(
        Split.TRAINING,
        new DataReader(
            "org.example.Digits",
            List.of(
                new Preparation.Parameter("size", 32), new Preparation.Parameter("ratio", 0.25))));
    run.describe(Split.TRAINING, SplitDescription.UNKNOWN.withShuffleSeed(42));
    run.prepare(
        Preparation.named("split")
            .using(new Artifact("a.csv", "data/a.csv", "cd".repeat(32), 7))
            .giving(Split.TRAINING));
    run.source(Split.TEST, URI.create("https://example.org/b"));
    EvaluationResult result = EvaluationResult.of(Map.of("accuracy", 0.75));
    run.evaluate(Split.TEST, result, START, "{0}");
    epoch(run, 0.5);
    run.measure("perplexity", Double.NaN, Split.TRAINING);
    run.evaluate(Split.TEST, result, FIRST, "{1}");
    run.startEpoch();
    run.iterate(0.25, 2);
    run.evaluate(Split.TEST, result, new Parameters("99".repeat(32), 3L), "{in mid-epoch}");
    run.iterate(0.25, 2);
    run.endEpoch();
    run.evaluate(Split.TEST, result, END, "{2}");
    run.evaluate(Split.TEST, result, END);
    run.trained(END);
  }

  private static void epoch(TrainingRun run, double loss) {
    run.startEpoch();
    run.iterate(loss, 2);
    run.iterate(loss, 2);
    run.endEpoch();
  }

  private List<String> obstacles(Consumer<TrainingRun> training) {
    return tell(training).obstacles();
  }

  private RecordedRun tell(Consumer<TrainingRun> training) {
    runs++;
    String id = "told-" + runs;
    try (Capture capture = Runs.capture(QuadSink.memory(dataset)).ids(() -> id).open();
        TrainingRun run = Runs.start(capture)) {
      training.accept(run);
    }
    String iri = Capture.DEFAULT_BASE + "run/" + id;
    return Txn.calculateRead(dataset, () -> RecordedRun.read(dataset, iri));
  }
}
