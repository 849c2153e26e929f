package org.provdl.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventFormatTest {

  private static final Instant TIME = Instant.parse("2026-01-02T03:04:05.678901Z");
  private static final Artifact FILE = new Artifact("a", "b", "cd".repeat(32), Long.MAX_VALUE);

  private final EventFormat format = new EventFormat();

  @ParameterizedTest
  @MethodSource("events")
  void anEventComesBackAsItWas(Event event) throws IOException {
    assertThat(format.entry(format.encode(event))).isEqualTo(event);
  }

  static Stream<Event> events() {
    return Stream.concat(settings(), others());
  }

  private static Stream<Event> settings() {
    return Stream.of(
            true,
            1,
            Long.MIN_VALUE,
            0.1,
            1.0,
            -0.0,
            Double.NaN,
            Double.NEGATIVE_INFINITY,
            Double.MIN_VALUE,
            0.1f,
            new BigInteger("9".repeat(40)),
            new BigDecimal("0.10"),
            new BigDecimal("-1E+30"),
            "",
            "NaN",
            "\u0000 \ud83d\ude00 \u6570\u5b57\r\n")
        .flatMap(
            value ->
                Stream.of(
                    new Event.SettingChosen(TIME, Setting.ofModel("any", value)),
                    new Event.SettingAdapted(
                        TIME,
                        Setting.ofLayer(3, "any", value),
                        Long.MAX_VALUE,
                        "",
                        Responsible.FRAMEWORK)));
  }

  private static Stream<Event> others() {
    return Stream.of(
        new Event.RunStarted(TIME, "id", new RunDescription("name", null, "ada", null, null)),
        new Event.RunStarted(
            TIME,
            "id",
            new RunDescription(
                "n",
                "e",
                "ada",
                new Framework("f", "1", null),
                "http://example.org/study/1#trial-2")),
        new Event.EnvironmentFound(TIME, Runs.ENVIRONMENT),
        new Event.EnvironmentFound(TIME, new Environment("h", "os", 1, 2, "17", null)),
        new Event.ModelConfigured(TIME, "{\"a\":[1]}", 0, List.of()),
        new Event.ModelConfigured(
            TIME,
            "x".repeat(1_000_000),
            5,
            List.of(new Layer("l", "Dense", 1, 2L, null, null, List.of(0, 1)))),
        new Event.DataSeen(TIME, Split.TEST, 3, "[1]", null),
        new Event.SourceNamed(TIME, Split.VALIDATION, FILE),
        new Event.SourceLocated(TIME, Split.TRAINING, "https://example.org/\u6570?q=%20"),
        new Event.SplitDescribed(TIME, Split.TRAINING, SplitDescription.UNKNOWN),
        new Event.SplitDescribed(
            TIME,
            Split.TEST,
            SplitDescription.UNKNOWN
                .withIterator("ListDataSetIterator")
                .withBatchSize(32)
                .withShuffleSeed(Long.MIN_VALUE)
                .withLabelNames(List.of("", "\"\u6570\n"))
                .withLabelDistribution(List.of(0L, Long.MAX_VALUE))),
        new Event.DataPrepared(TIME, Preparation.named("nothing known")),
        new Event.DataPrepared(
            TIME,
            Preparation.named("split")
                .using(FILE)
                .with("ratio", 0.8f)
                .with("ratio", new BigDecimal("0.10"))
                .with("seed", new BigInteger("9".repeat(40)))
                .with("none", null)
                .giving(Split.TEST)
                .giving(Split.TRAINING)
                .giving(FILE)),
        new Event.EpochStarted(TIME),
        new Event.IterationEnded(TIME.toEpochMilli(), 7, Double.NaN, 32),
        new Event.MetricMeasured(TIME, "f1", Double.POSITIVE_INFINITY, Split.TRAINING),
        new Event.EpochEnded(TIME, 12, null),
        new Event.EpochEnded(TIME, 12, new ResourceUse(0.25, 0.0, 1L, null, 2L, 1e9)),
        new Event.BackendFound(TIME, new Backend(null, null, null, null, List.of())),
        new Event.BackendFound(
            TIME, new Backend("b", 1L, 2L, "FLOAT", List.of(new Backend.Device("d", 3L, null)))),
        new Event.TrainingStopped(TIME, "why", "loss", 0, null, null, null),
        new Event.TrainingStopped(
            TIME, "why", "loss", 7, "ab", 8L, Responsible.rule("is-diverging", "ASK { }")),
        new Event.SettingAdapted(
            TIME, Setting.ofModel("any", 1), 2, "why", Responsible.rule("\u6570 \"a\"", "")),
        Event.ModelEvaluated.of(
            TIME,
            Split.TEST,
            EvaluationResult.of(Map.of("a", Double.NaN, "b", 1.0, "c", Double.NEGATIVE_INFINITY)),
            null,
            null),
        Event.ModelEvaluated.of(
            TIME,
            Split.VALIDATION,
            new EvaluationResult(
                Map.of(),
                List.of("\u732b", ""),
                Map.of("recall", List.of(Double.NaN, 0.5)),
                List.of(List.of(1L, 0L), List.of(0L, Long.MAX_VALUE))),
            new Parameters("ab", 7L),
            "{\"kind\":1}"),
        new Event.RunReproduced(TIME, "http://localhost/run/\u6570"),
        new Event.GeneratorFound(TIME, "1 2"),
        new Event.ReaderNamed(TIME, Split.TEST, new DataReader("a.B", List.of())),
        new Event.ReaderNamed(
            TIME,
            Split.TRAINING,
            new DataReader("a.B", List.of(new Preparation.Parameter("ratio", 0.5)))),
        new Event.ModelInitialized(TIME, Parameters.of("ab")),
        new Event.ModelTransferred(
            TIME,
            new Transfer(
                new Parameters("ab", Long.MAX_VALUE),
                List.of(new Transfer.TransferredLayer(1, Transfer.Status.ADDED, true)),
                List.of("\u6570\u5b57"))),
        new Event.ModelImported(TIME, new ImportedModel(FILE, null, null)),
        new Event.ModelImported(
            TIME, new ImportedModel(FILE, new Framework("Keras", "2", null), "{}")),
        new Event.ModelReached(TIME, "ab", null, true, null, null),
        new Event.ModelReached(TIME, "ab", 7L, false, FILE, new Moment(TIME, 1, 2)),
        new Event.StudyStarted(
            TIME,
            "id",
            new StudyDescription(
                "\u6570 \"a\"",
                null,
                "ada",
                "loss",
                Split.VALIDATION,
                false,
                List.of(
                    Dimension.choice("a", true, 1L, 0.5, "x", new BigDecimal("0.10")),
                    Dimension.integers("b", -3, 1L << 53).inSteps(7),
                    Dimension.logUniform("c", Double.MIN_VALUE, 1e300)),
                "random",
                Long.MIN_VALUE,
                20L)),
        new Event.StudyStarted(TIME, "id", StandingsTest.study(true)),
        new Event.TrialStarted(
            TIME, 1, List.of(Setting.ofModel("a", 1), Setting.ofModel("b", Double.NaN))),
        new Event.RunMade(TIME, 2, "http://example.org/run/1#training"),
        new Event.TrialEnded(TIME, 3, RunStatus.COMPLETED, Double.NaN, null),
        new Event.TrialEnded(TIME, 4, RunStatus.FAILED, null, "why"),
        new Event.StudyEnded(TIME, RunStatus.INTERRUPTED, "why"),
        new Event.RunImported(TIME, new ImportedRecord(FILE, null, "ada", TIME)),
        new Event.RunImported(TIME, new ImportedRecord(FILE, "MLflow", "\u6570", Instant.EPOCH)),
        new Event.RunNested(TIME, "http://localhost/run/1#training"),
        new Event.TagGiven(TIME, "\u6570 a", ""),
        new Event.CommitNamed(TIME, "ab", null, null),
        new Event.CommitNamed(TIME, "ab", "main", "https://example.org/a.git"),
        new Event.FileWritten(TIME, FILE, true),
        new Event.SeriesMeasured(
            TIME, "loss", Split.TEST, Long.MAX_VALUE, 7, Arrays.asList(1.0, null, Double.NaN)),
        new Event.RunEnded(Instant.EPOCH, RunStatus.FAILED, "why", 0, null),
        new Event.RunEnded(Instant.MAX, RunStatus.COMPLETED, null, 1, null));
  }

  @Test
  void everyKindOfEventIsTried() {
    assertThat(events().map(Object::getClass).collect(Collectors.toSet()))
        .isEqualTo(EventFormat.kinds().collect(Collectors.toSet()));
  }

  @Test
  void anEvaluationOfAJournalWithoutLabelsIsRead() throws IOException {
    Event.ModelEvaluated old =
        new Event.ModelEvaluated(
            TIME, Split.TEST, Map.of("a", 1.0), null, null, null, null, null, null);
    assertThat(format.entry(format.encode(old)))
        .isInstanceOfSatisfying(
            Event.ModelEvaluated.class,
            read -> assertThat(read.result()).isEqualTo(EvaluationResult.of(Map.of("a", 1.0))));
  }

  @Test
  void iterationsInARowComeBackOneByOne() throws IOException {
    List<Event> told = new ArrayList<>();
    IterationBlock.Builder block = new IterationBlock.Builder();
    for (int i = 0; !block.isFull(); i++) {
      Event.IterationEnded event =
          new Event.IterationEnded(1_000L - i, i ^ 1, i == 5 ? Double.NaN : i / 3.0, i);
      told.add(event);
      block.add(event);
    }
    List<Event> read = new ArrayList<>();
    format.entry(format.encode(block.take())).forEach(read::add);
    assertThat(read).isEqualTo(told);
    assertThat(block.isEmpty()).isTrue();
  }

  @Test
  void halfOfASurrogatePairIsReplacedRatherThanLost() throws IOException {
    Event event = new Event.MetricMeasured(TIME, "a\ud83d", 1, Split.TEST);
    assertThat(format.entry(format.encode(event)))
        .isEqualTo(new Event.MetricMeasured(TIME, "a\ufffd", 1, Split.TEST));
  }

  @Test
  void whatIsNoEventIsRefused() {
    for (byte[] bytes : List.of(new byte[0], new byte[] {0}, new byte[] {(byte) 0xa0})) {
      assertThatThrownBy(() -> format.entry(bytes)).isInstanceOf(IOException.class);
    }
  }
}
