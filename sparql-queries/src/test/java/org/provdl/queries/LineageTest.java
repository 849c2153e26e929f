package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;

class LineageTest {

  @Test
  void aModelComesFromDataSettingsTheirChangesCodeConfigurationAndAgents() {
    String run = "<run/01JD8X0000000000000000000A#";
    assertThat(lineage(Runs.training(), Runs.ADA + "#model-5e884898da280471"))
        .containsExactly(
            "<agent/person/ada> | prov:Person | \"ada\" | ",
            "<agent/software/deeplearning4j-1.0.0-M2.1> | prov:SoftwareAgent | \"Deeplearning4j\" | \"1.0.0-M2.1\"",
            run + "adaptation-1> | provdl:Adaptation | \"learningRate 0.01 to 0.001\" | ",
            "<artifact/sha256-7d865e959b2466918c9863afca942d0fb89d7c9ac0c99bafc3749504ded97730>"
                + " | provdl:ClassPath | \"class path of 2\""
                + " | \"7d865e959b2466918c9863afca942d0fb89d7c9ac0c99bafc3749504ded97730\"",
            run + "machine> | provdl:ComputeNode | \"host.example\" | ",
            run + "preparation-1> | provdl:DataPreparation | \"normalize\" | ",
            "<artifact/sha256-2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae>"
                + " | provdl:Dataset | \"digits.csv.gz\""
                + " | \"2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae\"",
            run + "preparation-1-training> | provdl:Dataset | \"training after normalize\" | ",
            run + "split-training> | provdl:DatasetSplit | \"training\" | ",
            run + "epoch-1> | provdl:Epoch |  | ",
            run + "setting-layer-1-dropout> | provdl:HyperparameterSetting | \"dropout\" | \"0.5\"",
            run
                + "setting-learningRate> | provdl:HyperparameterSetting | \"learningRate\" | \"0.01\"",
            run
                + "setting-learningRate-2> | provdl:HyperparameterSetting | \"learningRate\" | \"0.001\"",
            run + "epoch-1-metric-training-loss> | provdl:MetricValue | \"loss\" | \"1.25\"",
            run + "model> | provdl:Model | \"digits\" | ",
            run
                + "configuration> | provdl:ModelConfiguration | "
                + " | \"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\"",
            "<parameters/sha256-8d969eef6ecad3c29a3a629280e686cf0c3f5d5a86aff3ca12020c923adc6c92-0>"
                + " | provdl:Parameters | "
                + " | \"8d969eef6ecad3c29a3a629280e686cf0c3f5d5a86aff3ca12020c923adc6c92\"",
            run
                + "preparation-1-parameter-maximum> | provdl:PreparationParameter | \"maximum\" | \"16\"",
            run
                + "code> | provdl:SourceCode | \"3f2a9c1\""
                + " | \"3f2a9c1d5e6b7a8091a2b3c4d5e6f708192a3b4c\"",
            run + "training> | provdl:TrainingRun | \"digits\" | ");
  }

  @Test
  void settingsAreLeftOutOnRequest() {
    List<String> rows =
        Runs.rows(
            Runs.ask(
                Runs.query("lineage")
                    .with("entity", Runs.ADA + "#model-5e884898da280471")
                    .with("settings", "false"),
                Runs.training()));
    assertThat(rows).hasSize(17).noneMatch(row -> row.contains("HyperparameterSetting"));
  }

  @Test
  void aFileIsNamedByItsDigestAndComesFromTheModelInMemory() {
    assertThat(
            lineage(
                Runs.training(),
                "sha256-fcde2b2edba56bf408601fb721fe9b5c338d10ee429ea04fae5511b68fbf8fb9"))
        .hasSize(21)
        .contains(
            "<run/01JD8X0000000000000000000A#model-5e884898da280471> | provdl:TrainedModel | "
                + " | \"5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8\"");
  }

  @Test
  void aFineTunedModelComesFromTwoRunsAndNotFromOthersThatShareTheirOrigins() {
    assertThat(lineage(Runs.of("fine-tuning"), "fine#model"))
        .containsExactly(
            "<run/fine#unknown> |  |  | ",
            "<artifact/sha256-raw> | prov:Collection |  | ",
            "<agent/person/ada> | prov:Person | \"ada\" | ",
            "<run/base#preparation> | provdl:DataPreparation |  | ",
            "<artifact/sha256-data> | provdl:Dataset | \"digits\" | \"data\"",
            "<run/base#setting> | provdl:HyperparameterSetting | \"seed\" | \"42\"",
            "<artifact/sha256-model> | provdl:TrainedModel |  | \"model\"",
            "<run/base#training> | provdl:TrainingRun | \"base\" | ",
            "<run/fine#training> | provdl:TrainingRun | \"fine\" | ");
  }

  @Test
  void aCheckpointOfAnEpochComesFromTheWholeTraining() {
    assertThat(lineage(Runs.of("fine-tuning"), "fine#checkpoint"))
        .hasSize(10)
        .contains(
            "<run/fine#epoch-1> | provdl:Epoch |  | ",
            "<run/base#setting> | provdl:HyperparameterSetting | \"seed\" | \"42\"");
  }

  @Test
  void aHundredRunsThatWentOnFromOneAnotherAreAllInTheLineageOfTheLast() {
    assertThat(lineage(Runs.chain(100), "100#state"))
        .hasSize(99 + 100 + 100)
        .contains("<run/1#training> | provdl:TrainingRun |  | ");
  }

  @Test
  void anOriginHasNoLineage() {
    assertThat(lineage(Runs.of("fine-tuning"), "<" + Runs.BASE + "agent/person/ada>")).isEmpty();
  }

  private static List<String> lineage(DatasetGraph dataset, String entity) {
    return Runs.rows(Runs.ask(Runs.query("lineage").with("entity", entity), dataset));
  }
}
