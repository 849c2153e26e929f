package org.provdl.capture;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.Test;
import org.provdl.vocabulary.PROV;

/** Early stopping is an activity that used the best score and its model. */
class EarlyStoppingTest {

  private static final String FIRST_STATE = "11".repeat(32);

  private final DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
  private final Statements statements = new Statements(dataset);

  @Test
  void theBestScoreIsTheOneThatWasMeasuredAfterTheBestEpoch() {
    try (Capture capture = Runs.capture(QuadSink.memory(dataset)).open();
        TrainingRun run = Runs.start(capture)) {
      epoch(run, 0.5);
      run.checkpoint(Parameters.of(FIRST_STATE));
      epoch(run, 0.75);
      run.stop("patience", "loss", 1, Parameters.of(FIRST_STATE));
    }
    String model = "model-" + FIRST_STATE.substring(0, 16);
    assertThat(statements.of("stopping-1"))
        .containsExactlyInAnyOrder(
            "rdf:type provdl:EarlyStopping",
            "rdf:type prov:Activity",
            "dcterms:isPartOf :training",
            "provdl:duringEpoch 2",
            "provdl:reason \"patience\"",
            "prov:startedAtTime " + statements.of("stopping-1", PROV.startedAtTime.asNode()),
            "prov:endedAtTime " + statements.of("stopping-1", PROV.startedAtTime.asNode()),
            "prov:wasAssociatedWith <"
                + Capture.DEFAULT_BASE
                + "agent/software/deeplearning4j-1.0>",
            "prov:used :epoch-1-metric-validation-loss",
            "prov:used :" + model,
            "prov:qualifiedUsage :usage-stopping-1-score",
            "prov:qualifiedUsage :usage-stopping-1-model");
    assertThat(statements.of("usage-stopping-1-score"))
        .containsExactlyInAnyOrder(
            "rdf:type prov:Usage",
            "prov:entity :epoch-1-metric-validation-loss",
            "prov:hadRole provdl:bestScoreRole");
    assertThat(statements.of("usage-stopping-1-model"))
        .containsExactlyInAnyOrder(
            "rdf:type prov:Usage", "prov:entity :" + model, "prov:hadRole provdl:bestModelRole");
    assertThat(statements.of(model)).contains("provdl:epoch :epoch-1");
    assertThat(statements.of("training")).contains("provdl:status provdl:completed");
  }

  @Test
  void withoutABestEpochOrModelNothingIsUsed() {
    try (Capture capture = Runs.capture(QuadSink.memory(dataset)).open();
        TrainingRun run = Runs.start(capture)) {
      run.stop("at once", "loss", 0, null);
    }
    assertThat(statements.of("stopping-1"))
        .contains("provdl:reason \"at once\"")
        .noneMatch(statement -> statement.startsWith("prov:used"));
  }

  @Test
  void aRuleThatEndsTrainingIsTheAgent() {
    try (Capture capture = Runs.capture(QuadSink.memory(dataset)).open();
        TrainingRun run = Runs.start(capture)) {
      run.stop("diverges", "loss", 0, null, Responsible.rule("is-diverging", "ASK { ?s ?p ?o }"));
    }
    String rule = "<" + Capture.DEFAULT_BASE + "agent/rule/is-diverging>";
    assertThat(statements.of("stopping-1"))
        .contains("prov:wasAssociatedWith " + rule)
        .filteredOn(statement -> statement.startsWith("prov:wasAssociatedWith"))
        .hasSize(1);
    Node agent = NodeFactory.createURI(Capture.DEFAULT_BASE + "agent/rule/is-diverging");
    assertThat(
            dataset.contains(
                null,
                agent,
                DCTerms.description.asNode(),
                NodeFactory.createLiteralString("ASK { ?s ?p ?o }")))
        .isTrue();
  }

  private static void epoch(TrainingRun run, double score) {
    run.startEpoch();
    run.iterate(0.25, 32);
    run.endEpoch();
    run.measure("loss", score, Split.VALIDATION);
  }
}
