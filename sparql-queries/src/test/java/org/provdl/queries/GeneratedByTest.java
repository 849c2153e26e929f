package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;

class GeneratedByTest {

  @Test
  void aMetricWasGeneratedByAnEvaluationOfAModelOnASplit() {
    assertThat(
            ask(
                Runs.training(),
                Map.of("entity", "01JD8X0000000000000000000A#evaluation-1-metric-accuracy")))
        .containsExactly(
            "<run/01JD8X0000000000000000000A#evaluation-1> | provdl:Evaluation | \"2026-01-05T10:01:00Z\"^^xsd:dateTime |  | prov:used | <run/01JD8X0000000000000000000A#split-test> | provdl:DatasetSplit | \"test\" |  | provdl:testData",
            "<run/01JD8X0000000000000000000A#evaluation-1> | provdl:Evaluation | \"2026-01-05T10:01:00Z\"^^xsd:dateTime |  | prov:used | <run/01JD8X0000000000000000000A#model-5e884898da280471> | provdl:TrainedModel |  | \"5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8\" | ");
  }

  @Test
  void anAdaptedSettingWasGeneratedFromTheOneBeforeInItsRole() {
    assertThat(
            ask(
                Runs.training(),
                Map.of("entity", "01JD8X0000000000000000000A#setting-learningRate-2")))
        .containsExactly(
            "<run/01JD8X0000000000000000000A#adaptation-1> | provdl:Adaptation | \"2026-01-05T10:00:31Z\"^^xsd:dateTime |  | prov:used | <run/01JD8X0000000000000000000A#setting-learningRate> | provdl:HyperparameterSetting | \"learningRate\" | \"0.01\" | provdl:previousSetting",
            "<run/01JD8X0000000000000000000A#adaptation-1> | provdl:Adaptation | \"2026-01-05T10:00:31Z\"^^xsd:dateTime |  | prov:used | <run/01JD8X0000000000000000000A#epoch-1-metric-training-loss> | provdl:MetricValue | \"loss\" | \"1.25\" | provdl:standingMetric",
            "<run/01JD8X0000000000000000000A#adaptation-1> | provdl:Adaptation | \"2026-01-05T10:00:31Z\"^^xsd:dateTime |  | prov:wasAssociatedWith | <agent/software/deeplearning4j-1.0.0-M2.1> | prov:SoftwareAgent | \"Deeplearning4j\" | \"1.0.0-M2.1\" | ");
  }

  @Test
  void whoeverTookPartIsListedToo() {
    assertThat(
            ask(
                Runs.of("origins"),
                Map.of("entity", "<http://localhost:3030/provdl/artifact/sha256-m1>")))
        .containsExactly(
            "<run/base#training> | provdl:TrainingRun | \"2026-02-01T10:00:00Z\"^^xsd:dateTime | 60e0 | prov:used | <run/base#training-data> | provdl:DatasetSplit | \"training\" |  | ",
            "<run/base#training> | provdl:TrainingRun | \"2026-02-01T10:00:00Z\"^^xsd:dateTime | 60e0 | prov:used | <parameters/sha256-p0-0> | provdl:Parameters |  |  | ",
            "<run/base#training> | provdl:TrainingRun | \"2026-02-01T10:00:00Z\"^^xsd:dateTime | 60e0 | prov:used | <run/base#code> | provdl:SourceCode |  | \"aaaa000000000000000000000000000000000000\" | ",
            "<run/base#training> | provdl:TrainingRun | \"2026-02-01T10:00:00Z\"^^xsd:dateTime | 60e0 | prov:wasAssociatedWith | <agent/person/eve> | prov:Person | \"Eve\" |  | ");
  }

  @Test
  void originalDataWasGeneratedByNothing() {
    assertThat(
            ask(
                Runs.training(),
                Map.of(
                    "entity",
                    "sha256-2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae")))
        .isEmpty();
  }

  private static List<String> ask(DatasetGraph dataset, Map<String, String> values) {
    return Runs.rows(Runs.ask(Runs.query("generated-by").with(values), dataset));
  }
}
