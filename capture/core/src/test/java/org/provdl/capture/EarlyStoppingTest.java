package org.provdl.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.util.FmtUtils;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.Test;
import org.provdl.vocabulary.PROV;
import org.provdl.vocabulary.PROVDL;

/** Early stopping is an activity that used the best score and its model. */
class EarlyStoppingTest {

  private static final String FIRST_STATE = "11".repeat(32);
  private static final String RUN = Capture.DEFAULT_BASE + "run/run-1#";

  private final DatasetGraph dataset = DatasetGraphFactory.createTxnMem();

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
    assertThat(statements("stopping-1"))
        .containsExactlyInAnyOrder(
            "rdf:type provdl:EarlyStopping",
            "rdf:type prov:Activity",
            "dcterms:isPartOf :training",
            "provdl:duringEpoch 2",
            "provdl:reason \"patience\"",
            "prov:startedAtTime " + time("stopping-1", PROV.startedAtTime.asNode()),
            "prov:endedAtTime " + time("stopping-1", PROV.startedAtTime.asNode()),
            "prov:wasAssociatedWith <"
                + Capture.DEFAULT_BASE
                + "agent/software/deeplearning4j-1.0>",
            "prov:used :epoch-1-metric-validation-loss",
            "prov:used :" + model,
            "prov:qualifiedUsage :usage-stopping-1-score",
            "prov:qualifiedUsage :usage-stopping-1-model");
    assertThat(statements("usage-stopping-1-score"))
        .containsExactlyInAnyOrder(
            "rdf:type prov:Usage",
            "prov:entity :epoch-1-metric-validation-loss",
            "prov:hadRole provdl:bestScoreRole");
    assertThat(statements("usage-stopping-1-model"))
        .containsExactlyInAnyOrder(
            "rdf:type prov:Usage", "prov:entity :" + model, "prov:hadRole provdl:bestModelRole");
    assertThat(statements(model)).contains("provdl:epoch :epoch-1");
    assertThat(statements("training")).contains("provdl:status provdl:completed");
  }

  @Test
  void withoutABestEpochOrModelNothingIsUsed() {
    try (Capture capture = Runs.capture(QuadSink.memory(dataset)).open();
        TrainingRun run = Runs.start(capture)) {
      run.stop("at once", "loss", 0, null);
    }
    assertThat(statements("stopping-1"))
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
    assertThat(statements("stopping-1"))
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

  private String time(String part, Node property) {
    return FmtUtils.stringForNode(
        dataset.find(null, part(part), property, null).next().getObject(), prefixes());
  }

  private List<String> statements(String part) {
    PrefixMapping prefixes = prefixes();
    return Iter.asStream(dataset.find(null, part(part), null, null))
        .map(
            quad ->
                FmtUtils.stringForNode(quad.getPredicate(), prefixes)
                    + " "
                    + FmtUtils.stringForNode(quad.getObject(), prefixes))
        .collect(Collectors.toList());
  }

  private static Node part(String name) {
    return NodeFactory.createURI(RUN + name);
  }

  private static PrefixMapping prefixes() {
    return PrefixMapping.Factory.create()
        .setNsPrefixes(PrefixMapping.Standard)
        .setNsPrefix("prov", PROV.NS)
        .setNsPrefix("provdl", PROVDL.NS)
        .setNsPrefix("dcterms", "http://purl.org/dc/terms/")
        .setNsPrefix("", RUN);
  }
}
