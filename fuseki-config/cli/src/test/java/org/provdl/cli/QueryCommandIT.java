package org.provdl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.apache.jena.query.QueryFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.provdl.capture.Capture;
import org.provdl.capture.QuadSink;
import org.provdl.capture.RunDescription;
import org.provdl.capture.Setting;
import org.provdl.capture.Split;
import org.provdl.capture.TrainingRun;

/** Queries are asked by the names and values that people know. */
final class QueryCommandIT {

  private static final int EPOCHS = 5;

  @TempDir private static Path directory;
  private static String store = "";
  private static String first = "";

  @BeforeAll
  static void train() {
    store = directory.resolve("store").toString();
    first = train("訓練 one, 0.1", 0.1);
    train("two", 0.5);
  }

  @Test
  void aRunIsFoundByItsNameOrTheBeginningOfItsId() {
    String byIri = ask("metrics-by-epoch", "--run", first).output();

    assertThat(byIri).contains("loss");
    assertThat(ask("metrics-by-epoch", "--run", "訓練 one, 0.1").output()).isEqualTo(byIri);
    assertThat(ask("metrics-by-epoch", "--run", id(first).substring(0, 25)).output())
        .isEqualTo(byIri);
  }

  @Test
  void whatIsUnknownOrUnclearIsWrongUsageInOneLine() {
    ask("adaptations", "--run", "three").isFailure(2, "no run 'three'", "list-runs");
    ask("adaptations", "--run", id(first).substring(0, 2))
        .isFailure(2, id(first), "more of the id");
    ask("best-runs", "--metric", "loudness").isFailure(2, "'loudness'", "loss");
    ask("best-runs", "--split", "evening").isFailure(2, "'evening'", "training");
    ask("adaptations").isFailure(2, "--run", "provdl query adaptations --help");
    Outcome.of("reproduce", "three", "--check", "--store", store).isFailure(2, "no run 'three'");
    Outcome.of("diff", "three", "two", "--store", store).isFailure(2, "no run 'three'");
  }

  @Test
  void theCurveOfAResultIsDrawn() {
    Outcome curve = ask("iteration-curve", "--run", "two");

    assertThat(curve.output().lines().toList()).endsWith("5 rows", "value  ▁▃▄▆█  0.2 → 1");
  }

  @Test
  void theSparqlTextIsPrintedInsteadOfAsked() {
    Outcome sparql = ask("adaptations", "--run", "two", "--sparql");
    Outcome text = Outcome.of("queries", "adaptations", "--sparql");

    assertThat(sparql.error()).isEmpty();
    assertThat(QueryFactory.create(sparql.output()).isSelectType()).isTrue();
    assertThat(sparql.output()).contains("/run/").doesNotContain("?run");
    assertThat(text.output()).startsWith("#+ title:").contains("?run");
    Outcome.of("queries", "--sparql").isFailure(2, "--sparql", "NAME");
  }

  @Test
  void eachFormatIsWritten() {
    assertThat(ask("list-runs", "--format", "markdown").output()).startsWith("| run |");
    assertThat(ask("list-runs", "--format", "html").output()).startsWith("<table>");
    assertThat(ask("list-runs", "--format", "CSV").output()).startsWith("run,");
    assertThat(ask("list-runs", "--format", "json").output()).startsWith("{");
  }

  @Test
  void aFolderOfOnesOwnIsAskedToo() throws IOException {
    Path folder = Files.createDirectory(directory.resolve("mine"));
    write(
        folder.resolve("names.rq"),
        """
        #+ title: Names
        #+ question: What are these runs called?
        #+ parameters:
        #+   runs: {type: run, list: true, meaning: the runs}
        #+   least: {type: decimal, default: -1.5, meaning: '100% of nothing'}
        #+ columns:
        #+   name: the name
        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
        PREFIX provdl: <https://w3id.org/provdl#>
        SELECT ?name {
          VALUES ?runs { UNDEF }
          GRAPH ?runs { ?training a provdl:TrainingRun ; rdfs:label ?name }
          FILTER(?least < 0)
        }
        ORDER BY ?name
        """);
    String mine = folder.toString();

    assertThat(names(mine).lines()).containsExactly("name", "two", "\"訓練 one, 0.1\"");
    assertThat(names(mine, "--runs", "two").lines()).containsExactly("name", "two");
    assertThat(names(mine, "--runs", "two", "--runs", "訓練 one, 0.1").lines()).hasSize(3);
    assertThat(names(mine, "--least", "-0.5").lines()).hasSize(3);
    assertThat(Outcome.of("query", "names", "--queries", mine, "--help").output())
        .contains("--runs", "100% of nothing", "(default: -1.5)");
    assertThat(Outcome.of("queries", "--queries", mine).output()).contains("others", "names");
    assertThat(Outcome.of("queries", "names", "--queries", mine).output())
        .contains("--runs RUN", "provdl query names");
  }

  @Test
  void aFolderThatDoesNotFitIsExplainedInOneLine() throws IOException {
    Path folder = Files.createDirectory(directory.resolve("wrong"));
    Outcome.of("query", "list-runs", "--queries", folder.toString())
        .isFailure(2, "There is no .rq file in", "wrong");
    write(
        folder.resolve("formats.rq"),
        """
        #+ title: Formats
        #+ question: Which?
        #+ parameters:
        #+   format: {type: string, meaning: the format}
        #+ columns:
        #+   run: the run
        SELECT ?run { GRAPH ?run { ?a ?b ?format } }
        """);
    Outcome.of("query", "formats", "--queries", folder.toString())
        .isFailure(2, "'formats'", "--format is an option of every query");
  }

  private static String names(String folder, String... options) {
    String[] all = {"names", "--queries", folder, "--format", "csv"};
    return ask(concat(all, options)).output();
  }

  private static void write(Path file, String text) throws IOException {
    Files.writeString(file, text);
  }

  private static Outcome ask(String... arguments) {
    return Outcome.of(concat(concat(new String[] {"query"}, arguments), "--store", store));
  }

  private static String[] concat(String[] some, String... more) {
    String[] all = Arrays.copyOf(some, some.length + more.length);
    System.arraycopy(more, 0, all, some.length, more.length);
    return all;
  }

  private static String train(String name, double rate) {
    try (Capture capture = Capture.to(QuadSink.store(Path.of(store)));
        TrainingRun run = capture.start(RunDescription.named(name))) {
      run.choose(Setting.ofModel("learningRate", rate));
      for (int epoch = 1; epoch <= EPOCHS; epoch++) {
        run.startEpoch();
        run.iterate(epoch / (double) EPOCHS, 32);
        run.endEpoch();
      }
      run.evaluate(Split.TEST, Map.of("accuracy", rate), null);
      return run.iri();
    }
  }

  private static String id(String run) {
    return run.replaceFirst(".*/", "");
  }
}
