package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;

class TrainedModelsTest {

  @Test
  void aModelIsListedInMemoryAndAsItsFile() {
    assertThat(models(Runs.training()))
        .containsExactly(
            "<artifact/sha256-fcde2b2edba56bf408601fb721fe9b5c338d10ee429ea04fae5511b68fbf8fb9>"
                + " | <run/01JD8X0000000000000000000A> | \"file\""
                + " | \"fcde2b2edba56bf408601fb721fe9b5c338d10ee429ea04fae5511b68fbf8fb9\" | \"digits.zip\"",
            "<run/01JD8X0000000000000000000A#model-5e884898da280471>"
                + " | <run/01JD8X0000000000000000000A> | \"in memory\""
                + " | \"5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8\" | ");
  }

  @Test
  void aModelIsListedUnderTheRunThatTrainedItAndNotUnderTheOneThatUsedIt() {
    assertThat(models(Runs.of("fine-tuning")))
        .containsExactly(
            "<artifact/sha256-model> | <run/base> | \"file\" | \"model\" | ",
            "<run/fine#model> | <run/fine> | \"in memory\" | \"parameters\" | ",
            "<run/other#model> | <run/other> | \"in memory\" |  | ");
  }

  @Test
  void runsWithoutModelsHaveNone() {
    assertThat(models(Runs.of("failed-and-running"))).isEmpty();
  }

  private static List<String> models(DatasetGraph dataset) {
    return Runs.rows(Runs.ask(Runs.query("trained-models").with(Map.of()), dataset));
  }
}
