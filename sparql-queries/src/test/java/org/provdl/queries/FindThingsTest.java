package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FindThingsTest {

  @Test
  void aPartOfANameFindsRunsModelsAndData() {
    assertThat(found(Map.of("text", "DIGITS")))
        .containsExactly(
            "<study/01JD8W0000000000000000000S> | provdl:Study | \"digits search\" | <study/01JD8W0000000000000000000S> | ",
            "<run/01JD8X0000000000000000000E> | provdl:TrainingRun | \"digits\" | <run/01JD8X0000000000000000000E> | \"digits\"",
            "<run/01JD8X0000000000000000000D> | provdl:TrainingRun | \"digits, fast\" | <run/01JD8X0000000000000000000D> | \"digits, fast\"",
            "<artifact/sha256-2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae> | provdl:Dataset | \"digits.csv.gz\" | <run/01JD8X0000000000000000000C> | \"digits, again\"",
            "<run/01JD8X0000000000000000000C> | provdl:TrainingRun | \"digits, again\" | <run/01JD8X0000000000000000000C> | \"digits, again\"",
            "<run/01JD8X0000000000000000000B> | provdl:TrainingRun | \"digits\" | <run/01JD8X0000000000000000000B> | \"digits\"",
            "<artifact/sha256-fcde2b2edba56bf408601fb721fe9b5c338d10ee429ea04fae5511b68fbf8fb9> | provdl:TrainedModel | \"digits.zip\" | <run/01JD8X0000000000000000000A> | \"digits\"",
            "<run/01JD8X0000000000000000000A> | provdl:TrainingRun | \"digits\" | <run/01JD8X0000000000000000000A> | \"digits\"");
  }

  @Test
  void aPartOfAHashOrIdFindsWhatHasNoName() {
    assertThat(found(Map.of("text", "model-5e88")))
        .containsExactly(
            "<run/01JD8X0000000000000000000B#model-5e884898da280471> | provdl:TrainedModel |  | <run/01JD8X0000000000000000000B> | \"digits\"",
            "<run/01JD8X0000000000000000000A#model-5e884898da280471> | provdl:TrainedModel |  | <run/01JD8X0000000000000000000A> | \"digits\"");
  }

  @Test
  void onlyWhatIsOfTheKind() {
    assertThat(found(Map.of("kind", "Dataset")))
        .containsExactly(
            "<artifact/sha256-2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae> | provdl:Dataset | \"digits.csv.gz\" | <run/01JD8X0000000000000000000C> | \"digits, again\"",
            "<run/01JD8X0000000000000000000A#preparation-1-training> | provdl:Dataset | \"training after normalize\" | <run/01JD8X0000000000000000000A> | \"digits\"");
    assertThat(found(Map.of("kind", "Study")))
        .containsExactly(
            "<study/01JD8W0000000000000000000S> | provdl:Study | \"digits search\" | <study/01JD8W0000000000000000000S> | ");
    assertThat(found(Map.of("kind", "No> such"))).isEmpty();
  }

  @Test
  void whatNothingIsCalledFindsNothing() {
    assertThat(found(Map.of("text", "cifar"))).isEmpty();
  }

  private static List<String> found(Map<String, String> values) {
    return Runs.rows(Runs.ask(Runs.query("find-things").with(values), Runs.documented()));
  }
}
