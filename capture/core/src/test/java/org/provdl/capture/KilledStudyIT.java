package org.provdl.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.provdl.vocabulary.PROVDL;

/** Kill -9 in the middle of a trial leaves an interrupted study that knows its best trial. */
@Timeout(120)
class KilledStudyIT {

  @TempDir private Path directory;

  /** Makes two trials and a half, and waits to be killed. */
  static final class Program {
    private Program() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
      Capture capture = Capture.to(QuadSink.trigFile(Path.of(arguments[0])));
      Study study = Studies.digits(capture).over(Dimension.integers("a", 1, 9)).grid().start();
      study.next().orElseThrow().succeeded(0.5);
      study.next().orElseThrow().succeeded(0.25);
      capture.start(RunDescription.named("third").inTrial(study.next().orElseThrow())).startEpoch();
      capture.sync(Duration.ofSeconds(10));
      System.out.println("told");
      Thread.sleep(Duration.ofMinutes(1).toMillis());
    }
  }

  @Test
  void aStudyThatWasKilledIsRecoveredAsInterrupted() throws IOException, InterruptedException {
    kill(directory.resolve("study.trig"));
    DatasetGraph dataset = DatasetGraphFactory.create();
    Recovery.Report report =
        Recovery.to(QuadSink.memory(dataset), directory.resolve("study.trig-journal"));
    assertThat(report.runs()).hasSize(2).allMatch(RecoveredRun::interrupted);
    String study =
        report.runs().stream()
            .map(RecoveredRun::iri)
            .filter(iri -> iri.contains("/study/"))
            .findAny()
            .orElseThrow();
    assertStatus(dataset, study + "#search", PROVDL.interrupted.asNode());
    assertStatus(dataset, study + "#trial-1", PROVDL.completed.asNode());
    assertStatus(dataset, study + "#trial-3", PROVDL.interrupted.asNode());
    assertThat(value(dataset, study + "#selection", PROVDL.selectedTrial.asNode()))
        .isEqualTo(NodeFactory.createURI(study + "#trial-1"));
    assertThat(value(dataset, study + "#selection", PROVDL.reason.asNode()).getLiteralLexicalForm())
        .isEqualTo(
            "the highest accuracy on test of 3 trials, 2 of which gave a number; next best 0.25 of trial 2");
    assertThat(value(dataset, study + "#search", PROVDL.reason.asNode()).getLiteralLexicalForm())
        .isEqualTo("the process ended before the study was closed");
  }

  private static void kill(Path file) throws IOException, InterruptedException {
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader output = program.inputReader(StandardCharsets.UTF_8)) {
      assertThat(output.readLine()).isEqualTo("told");
    } finally {
      program.destroyForcibly().waitFor();
    }
  }

  private static void assertStatus(DatasetGraph dataset, String thing, Node status) {
    assertThat(value(dataset, thing, PROVDL.status.asNode())).as(thing).isEqualTo(status);
  }

  private static Node value(DatasetGraph dataset, String thing, Node property) {
    return dataset
        .find(Node.ANY, NodeFactory.createURI(thing), property, Node.ANY)
        .next()
        .getObject();
  }
}
