package org.provdl.packages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.provdl.capture.Artifact;
import org.provdl.capture.Capture;
import org.provdl.capture.ClassPath;
import org.provdl.capture.Environment;
import org.provdl.capture.Framework;
import org.provdl.capture.Layer;
import org.provdl.capture.Library;
import org.provdl.capture.Parameters;
import org.provdl.capture.Preparation;
import org.provdl.capture.QuadSink;
import org.provdl.capture.Responsible;
import org.provdl.capture.RunDescription;
import org.provdl.capture.Setting;
import org.provdl.capture.Split;
import org.provdl.capture.TrainingRun;
import org.provdl.queries.SparqlEndpoint;

/** Runs that a capture recorded while they were told, and the files that they had. */
final class CapturedRuns {

  static final Clock NOW = Clock.fixed(Instant.parse("2026-01-06T12:00:00Z"), ZoneOffset.UTC);
  static final String UNICODE = "Ziffern “七” & <b>x</b> | `y`";

  private static final Clock TRAINING =
      Clock.fixed(Instant.parse("2026-01-05T10:00:00Z"), ZoneOffset.UTC);

  final Path data;
  final Path model;
  final Artifact dataArtifact;
  final Artifact modelArtifact;

  private final Path folder;
  private final DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
  private int count;

  CapturedRuns(Path folder) throws IOException {
    this.folder = folder;
    data = Files.writeString(folder.resolve("digits.csv"), "1,2,3\n");
    model = Files.write(folder.resolve("digits-model.zip"), new byte[] {80, 75, 5, 6});
    dataArtifact = Artifact.of(data);
    modelArtifact = Artifact.of(model);
  }

  SparqlEndpoint endpoint() {
    return SparqlEndpoint.local(dataset);
  }

  DatasetGraph dataset() {
    return dataset;
  }

  /** All that there is to tell. */
  String completed() {
    return capture(
        described("digits"),
        run -> {
          tellMuch(run, 0.97);
          run.save(new Parameters("ab".repeat(32), 6L), modelArtifact);
        });
  }

  /** Another run of the experiment, which is worse. */
  String worse() {
    return capture(described("worse"), run -> tellMuch(run, 0.5));
  }

  String failed() {
    return capture(
        described("unlucky"),
        run -> {
          run.choose(Setting.ofModel("learningRate", 10));
          run.fail(new IllegalStateException("the loss is NaN"));
        });
  }

  /** Nothing but a name. */
  String bare() {
    return capture(RunDescription.named(UNICODE), run -> {});
  }

  /** A run that has not ended, as it is seen meanwhile. */
  String running() {
    DatasetGraph live = DatasetGraphFactory.createTxnMem();
    try (Capture capture = open(live);
        TrainingRun run = capture.start(described("going on"))) {
      epoch(run);
      if (!capture.flush(Duration.ofSeconds(10))) {
        throw new IllegalStateException("not delivered in time");
      }
      addAll(live);
      return run.iri();
    }
  }

  /** A run that read and wrote such files. */
  String withFiles(Artifact... artifacts) {
    return capture(
        described("files"),
        run -> {
          for (Artifact artifact : artifacts) {
            run.source(Split.TRAINING, artifact);
          }
        });
  }

  private interface Training {
    void tell(TrainingRun run);
  }

  private String capture(RunDescription description, Training training) {
    DatasetGraph live = DatasetGraphFactory.createTxnMem();
    String iri;
    try (Capture capture = open(live);
        TrainingRun run = capture.start(description)) {
      iri = run.iri();
      training.tell(run);
    }
    addAll(live);
    return iri;
  }

  private void addAll(DatasetGraph live) {
    List<Quad> quads = Txn.calculateRead(live, () -> live.stream().toList());
    Txn.executeWrite(dataset, () -> quads.forEach(dataset::add));
  }

  private Capture open(DatasetGraph live) {
    count++;
    String id = "01JD8X000000000000000000%02d".formatted(count);
    ClassPath classPath =
        new ClassPath(
            List.of(
                new Library("classes", null, "cd".repeat(32), 1),
                new Library("nd4j-api-1.0.jar", "1.0", null, 1)));
    return Capture.builder(QuadSink.memory(live))
        .journal(folder.resolve("journal-" + count))
        .clock(TRAINING)
        .ids(() -> id)
        .environment(
            () -> new Environment("host", "Linux", 2, 1, "17", null, null, null, null, classPath))
        .open();
  }

  private static RunDescription described(String name) {
    return new RunDescription(
        name, "search", "ada", new Framework("Deeplearning4j", "1.0.0-M2.1", "CPU"), null);
  }

  private void tellMuch(TrainingRun run, double accuracy) {
    run.choose(Setting.ofModel("learningRate", 0.01));
    run.choose(Setting.ofModel("updater", "Adam"));
    run.configure(
        "{}", 35, List.of(new Layer("hidden", "DenseLayer", 35, 4L, 7L, "ReLU", List.of())));
    run.choose(Setting.ofLayer(0, "dropout", 0.5));
    run.see(Split.TRAINING, 120, "[4]", "[3]");
    run.see(Split.TEST, 30, "[4]", "[3]");
    run.source(Split.TRAINING, dataArtifact);
    run.source(Split.TEST, dataArtifact);
    run.prepare(Preparation.named("split").with("ratio", 0.8).giving(Split.TRAINING));
    epoch(run);
    run.adapt(Setting.ofModel("learningRate", 0.001), "the loss is flat", Responsible.OPERATOR);
    epoch(run);
    run.evaluate(Split.TEST, Map.of("accuracy", accuracy), null);
  }

  private static void epoch(TrainingRun run) {
    run.startEpoch();
    run.iterate(0.5, 32);
    run.endEpoch();
  }
}
