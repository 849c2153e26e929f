package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;

class LineageGraphTest {

  @Test
  void everyStepOfTheLineageIsARow() {
    assertThat(graph(Runs.of("fine-tuning"), "fine#model", "true"))
        .containsExactly(
            " |  | <run/fine#model> | \"Entity\" | provdl:TrainedModel |  | ",
            "<artifact/sha256-data> | prov:wasGeneratedBy | <run/base#preparation> | \"Activity\" | provdl:DataPreparation |  | ",
            "<artifact/sha256-model> | prov:wasGeneratedBy | <run/base#training> | \"Activity\" | provdl:TrainingRun | \"base\" | ",
            "<run/base#preparation> | prov:used | <artifact/sha256-raw> | \"Entity\" | prov:Collection |  | ",
            "<run/base#training> | prov:used | <artifact/sha256-data> | \"Entity\" | provdl:Dataset | \"digits\" | ",
            "<run/base#training> | prov:used | <run/base#setting> | \"Entity\" | provdl:HyperparameterSetting | \"seed\" | 42",
            "<run/base#training> | prov:wasAssociatedWith | <agent/person/ada> | \"Agent\" | prov:Person | \"ada\" | ",
            "<run/fine#model> | prov:wasGeneratedBy | <run/fine#training> | \"Activity\" | provdl:TrainingRun | \"fine\" | ",
            "<run/fine#training> | prov:used | <artifact/sha256-model> | \"Entity\" | provdl:TrainedModel |  | ",
            "<run/fine#training> | prov:wasAssociatedWith | <agent/person/ada> | \"Agent\" | prov:Person | \"ada\" | ",
            "<run/fine#training> | prov:wasAssociatedWith | <run/fine#unknown> |  |  |  | ");
  }

  @Test
  void ofARunItIsTheLineageOfTheTraining() {
    assertThat(graph(Runs.training(), Runs.ADA, "false"))
        .hasSize(21)
        .contains(
            " |  | <run/01JD8X0000000000000000000A#training> | \"Activity\" | provdl:TrainingRun | \"digits\" | ",
            "<run/01JD8X0000000000000000000A#training> | prov:hadPlan | <run/01JD8X0000000000000000000A#configuration>"
                + " | \"Entity\" | provdl:ModelConfiguration |  | ",
            "<run/01JD8X0000000000000000000A#epoch-1> | <http://purl.org/dc/terms/isPartOf>"
                + " | <run/01JD8X0000000000000000000A#training> | \"Activity\" | provdl:TrainingRun | \"digits\" | ")
        .noneMatch(row -> row.contains("HyperparameterSetting"));
  }

  @Test
  void anOriginHasNoOrigins() {
    assertThat(graph(Runs.of("fine-tuning"), "<" + Runs.BASE + "agent/person/ada>", "true"))
        .containsExactly(" |  | <agent/person/ada> | \"Agent\" | prov:Person | \"ada\" | ");
  }

  private static List<String> graph(DatasetGraph dataset, String entity, String settings) {
    return Runs.rows(
        Runs.query("lineage-graph")
            .with("entity", entity)
            .with("settings", settings)
            .on(SparqlEndpoint.local(dataset)));
  }
}
