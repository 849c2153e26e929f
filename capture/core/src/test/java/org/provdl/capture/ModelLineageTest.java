package org.provdl.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.Test;

/** Where a model came from, across runs that know nothing of each other. */
class ModelLineageTest {

  private static final Parameters FRESH = parameters(0, 0);
  private static final Artifact KERAS = new Artifact("vgg.h5", "vgg.h5", "ef".repeat(32), 99);

  private final DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
  private int started;

  @Test
  void aRunThatGoesOnGivesTheGraphOfTheModel() throws IOException {
    tell(
        run -> {
          run.startFrom(parameters(1, 10));
          run.transfer(
              new Transfer(
                  parameters(3, 900),
                  List.of(
                      new Transfer.TransferredLayer(0, Transfer.Status.KEPT, true),
                      new Transfer.TransferredLayer(1, Transfer.Status.REPLACED, false),
                      new Transfer.TransferredLayer(2, Transfer.Status.ADDED, false)),
                  List.of("dense")));
          run.importFrom(
              new ImportedModel(KERAS, new Framework("Keras", "2.13.1", "tensorflow"), "{}"));
          run.startEpoch();
          run.iterate(1, 1);
          Moment moment = run.now();
          run.iterate(1, 1);
          run.endEpoch();
          run.checkpoint(
              parameters(2, 11), new Artifact("1.zip", "1.zip", "dc".repeat(32), 7), moment);
        });
    String trig =
        Files.readString(Path.of("src/test/resources/org/provdl/capture/model-lineage.trig"));
    Set<Quad> expected = quads(RDFParser.fromString(trig, Lang.TRIG).toDatasetGraph());
    assertThat(quads(dataset)).containsAll(expected);
    Set<Node> described = subjects(expected);
    described.removeIf(thing -> thing.getURI().matches(".*#(training|model)"));
    assertThat(quads(dataset).stream().filter(quad -> described.contains(quad.getSubject())))
        .as("all that is said of the things in the file")
        .allMatch(expected::contains);
    assertThat(
            values(
                "?x { VALUES ?kind { provdl:Parameters provdl:Checkpoint provdl:ImportedModel } ?x a ?kind }"))
        .hasSize(6);
  }

  @Test
  void aChainOfAHundredRunsIsOnePathOfDerivations() {
    for (int number = 0; number < 100; number++) {
      train(parameters(number, number), parameters(number + 1, number + 1));
    }
    assertThat(origins("run-100", 100)).hasSize(199).contains(iri(FRESH), state("run-1", 1));
    assertNoCircle();
  }

  @Test
  void aStateEqualToTheFirstIsNoOriginOfIt() {
    train(FRESH, parameters(1, 5));
    train(parameters(1, 5), parameters(1, 5));
    assertThat(origins("run-2", 1)).contains(iri(parameters(1, 5)), state("run-1", 1));
    assertThat(values("?x { <" + iri(parameters(1, 5)) + "> prov:wasDerivedFrom ?x }"))
        .containsExactly(state("run-1", 1));
    assertNoCircle();
  }

  @Test
  void trainingThatChangesNothingIsNoCircle() {
    train(FRESH, parameters(0, 5));
    train(parameters(0, 5), parameters(0, 10));
    assertThat(origins("run-2", 0)).contains(iri(FRESH), state("run-1", 0));
    assertNoCircle();
  }

  @Test
  void valuesThatComeBackAreNoCircle() {
    train(FRESH, parameters(1, 5));
    train(parameters(1, 5), parameters(2, 7), parameters(0, 9), parameters(0, 5), FRESH);
    train(parameters(0, 9), parameters(1, 12));
    assertThat(origins("run-3", 1)).contains(iri(FRESH), state("run-1", 1));
    assertNoCircle();
  }

  @Test
  void twoRunsThatReachTheSameAreBothAnOrigin() {
    train(FRESH, parameters(1, 5));
    train(FRESH, parameters(1, 5));
    train(parameters(1, 5), parameters(2, 9));
    assertThat(origins("run-3", 2)).contains(state("run-1", 1), state("run-2", 1));
    assertNoCircle();
  }

  @Test
  void onlyWhatKeepsSomethingDerivesFromTheOriginalModel() {
    for (Transfer.Status status : List.of(Transfer.Status.KEPT, Transfer.Status.REPLACED)) {
      tell(
          run -> {
            run.startFrom(FRESH);
            run.transfer(
                new Transfer(
                    parameters(7, 7),
                    List.of(new Transfer.TransferredLayer(0, status, false)),
                    List.of()));
            run.trained(parameters(1, 5));
          });
    }
    assertThat(origins("run-1", 1)).contains(iri(parameters(7, 7)));
    assertThat(origins("run-2", 1)).doesNotContain(iri(parameters(7, 7)));
    assertThat(values("?x { ?x prov:used <" + iri(parameters(7, 7)) + "> }")).hasSize(2);
  }

  @Test
  void anImportedFileIsNeverAStateOfTheRunThatImportedIt() {
    tell(
        run -> {
          run.startFrom(FRESH);
          run.importFrom(new ImportedModel(KERAS, null, null));
          run.save(FRESH, KERAS);
        });
    assertThat(origins("run-1", 0)).hasSize(2);
    assertNoCircle();
  }

  @Test
  void withoutACountOfUpdatesNothingIsShared() {
    train(Parameters.of("ab".repeat(32)), Parameters.of("cd".repeat(32)));
    assertThat(values("?x { ?x a provdl:Parameters }")).isEmpty();
    assertThat(values("?x { ?x a provdl:TrainedModel }")).hasSize(1);
  }

  private void train(Parameters first, Parameters... reached) {
    tell(
        run -> {
          run.startFrom(first);
          for (Parameters state : reached) {
            run.evaluate(Split.TEST, Map.of(), state);
          }
          run.trained(reached[reached.length - 1]);
        });
  }

  /** What a run tells. */
  @FunctionalInterface
  private interface Story {
    void tell(TrainingRun run);
  }

  private void tell(Story story) {
    started++;
    try (Capture capture =
            Runs.capture(QuadSink.memory(dataset)).ids(() -> "run-" + started).open();
        TrainingRun run = Runs.start(capture)) {
      story.tell(run);
    }
  }

  private void assertNoCircle() {
    assertThat(values("?x { ?x prov:wasDerivedFrom+ ?x }")).isEmpty();
  }

  private List<String> origins(String run, int content) {
    return values("?x { <" + state(run, content) + "> prov:wasDerivedFrom+ ?x }");
  }

  private List<String> values(String query) {
    String text =
        "PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX provdl: <https://w3id.org/provdl#> SELECT DISTINCT "
            + query;
    return Txn.calculateRead(
        dataset,
        () -> {
          try (QueryExecution execution =
              QueryExecutionFactory.create(text, DatasetFactory.wrap(dataset).getUnionModel())) {
            List<String> values = new ArrayList<>();
            execution.execSelect().forEachRemaining(row -> values.add(row.get("x").toString()));
            return values;
          }
        });
  }

  private static String state(String run, int content) {
    return Capture.DEFAULT_BASE
        + "run/"
        + run
        + "#model-"
        + parameters(content, 0).sha256().substring(0, 16);
  }

  private static String iri(Parameters parameters) {
    return Capture.DEFAULT_BASE
        + "parameters/sha256-"
        + parameters.sha256()
        + "-"
        + parameters.iterationCount();
  }

  private static Parameters parameters(int content, long iterationCount) {
    return new Parameters("%02x".formatted(content).repeat(32), iterationCount);
  }

  private static Set<Node> subjects(Set<Quad> quads) {
    return quads.stream().map(Quad::getSubject).collect(Collectors.toCollection(HashSet::new));
  }

  private static Set<Quad> quads(DatasetGraph graph) {
    Set<Quad> quads = new HashSet<>();
    graph.find().forEachRemaining(quads::add);
    return quads;
  }
}
