package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;

class LineageOneStepTest {
  private static final String MODEL = "<http://localhost:3030/provdl/artifact/sha256-model>";

  @Test
  void upstreamIsWhatItComesFromDirectly() {
    assertThat(ask(Runs.of("fine-tuning"), Map.of("entity", "base#training")))
        .containsExactly(
            "<run/base#training> |  | \"Activity\" | provdl:TrainingRun | \"base\" |  | true",
            "<agent/person/ada> | prov:wasAssociatedWith | \"Agent\" | prov:Person | \"ada\" |  | false",
            "<artifact/sha256-data> | prov:used | \"Entity\" | provdl:Dataset | \"digits\" | \"data\" | true",
            "<run/base#setting> | prov:used | \"Entity\" | provdl:HyperparameterSetting | \"seed\" | \"42\" | false");
  }

  @Test
  void downstreamIsWhatCameDirectlyFromIt() {
    assertThat(ask(Runs.of("fine-tuning"), Map.of("entity", MODEL, "downstream", "true")))
        .containsExactly(
            "<artifact/sha256-model> |  | \"Entity\" | provdl:TrainedModel |  | \"model\" | true",
            "<run/fine#training> | prov:used | \"Activity\" | provdl:TrainingRun | \"fine\" |  | true");
  }

  @Test
  void aRunStandsForItsTrainingAndDetailsAreLeftOutWhereNobodyWantsThem() {
    assertThat(
            ask(
                Runs.training(),
                Map.of("entity", Runs.ADA, "downstream", "true", "details", "false")))
        .containsExactly(
            "<run/01JD8X0000000000000000000A#training> |  | \"Activity\" | provdl:TrainingRun | \"digits\" |  | true",
            "<artifact/sha256-fcde2b2edba56bf408601fb721fe9b5c338d10ee429ea04fae5511b68fbf8fb9> | prov:wasGeneratedBy | \"Entity\" | provdl:TrainedModel | \"digits.zip\" | \"fcde2b2edba56bf408601fb721fe9b5c338d10ee429ea04fae5511b68fbf8fb9\" | false",
            "<run/01JD8X0000000000000000000A#adaptation-1> | <http://purl.org/dc/terms/isPartOf> | \"Activity\" | provdl:Adaptation | \"learningRate 0.01 to 0.001\" |  | true",
            "<run/01JD8X0000000000000000000A#evaluation-1> | <http://purl.org/dc/terms/isPartOf> | \"Activity\" | provdl:Evaluation |  |  | true",
            "<run/01JD8X0000000000000000000A#model-5e884898da280471> | prov:wasGeneratedBy | \"Entity\" | provdl:TrainedModel |  | \"5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8\" | true",
            "<run/01JD8X0000000000000000000A#stopping-1> | <http://purl.org/dc/terms/isPartOf> | \"Activity\" | provdl:EarlyStopping |  |  | false");
  }

  @Test
  void whereTheLimitCutItOffItGoesOnAfterTheLast() {
    Map<String, String> all = Map.of("entity", "base#training");
    List<String> rows = ask(Runs.of("fine-tuning"), all);
    assertThat(ask(Runs.of("fine-tuning"), Map.of("entity", "base#training", "limit", "1")))
        .containsExactlyElementsOf(rows.subList(0, 2));
    assertThat(
            ask(
                Runs.of("fine-tuning"),
                Map.of("entity", "base#training", "after", Runs.BASE + "agent/person/ada")))
        .containsExactly(
            "<run/base#training> |  | \"Activity\" | provdl:TrainingRun | \"base\" |  | true",
            "<artifact/sha256-data> | prov:used | \"Entity\" | provdl:Dataset | \"digits\" | \"data\" | true",
            "<run/base#setting> | prov:used | \"Entity\" | provdl:HyperparameterSetting | \"seed\" | \"42\" | false");
  }

  @Test
  void anOriginHasNoOriginsAndTheUnknownIsNotThere() {
    assertThat(ask(Runs.of("fine-tuning"), Map.of("entity", "<" + Runs.BASE + "agent/person/ada>")))
        .containsExactly("<agent/person/ada> |  | \"Agent\" | prov:Person | \"ada\" |  | false");
    assertThat(ask(Runs.of("fine-tuning"), Map.of("entity", "fine#nothing"))).isEmpty();
  }

  private static List<String> ask(DatasetGraph dataset, Map<String, String> values) {
    return Runs.rows(Runs.ask(Runs.query("lineage-one-step").with(values), dataset));
  }
}
