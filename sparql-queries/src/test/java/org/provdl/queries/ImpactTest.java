package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;

class ImpactTest {

  @Test
  void aDataSetReachesTheModelsOfItsRunsAndOfThoseThatWentOnFromThem() {
    assertThat(ask(Runs.of("origins"), Map.of("entity", "sha256-d1")))
        .containsExactly(
            "<run/base> | \"基礎\" | <run/base#state-3> | provdl:Checkpoint |  |  | true",
            "<run/base> | \"基礎\" | <artifact/sha256-m1> | provdl:TrainedModel | \"base.zip\" | \"/models/base.zip\" | true",
            "<run/base> | \"基礎\" | <run/base#state-6> | provdl:TrainedModel |  |  | true",
            "<run/resumed> | \"resumed\" | <run/resumed#state-9> | provdl:TrainedModel |  |  | true",
            "<run/transferred> |  | <run/transferred#state> | provdl:Checkpoint |  |  | true",
            "<run/tuned> | \"tuned\" | <run/tuned#state-12> | provdl:TrainedModel |  |  | true");
  }

  @Test
  void splitsAndPreparedDataAreListedOnRequest() {
    assertThat(ask(Runs.of("origins"), Map.of("entity", "sha256-d1", "everything", "true")))
        .containsExactly(
            "<run/base> | \"基礎\" | <run/base#state-3> | provdl:Checkpoint |  |  | true",
            "<run/base> | \"基礎\" | <artifact/sha256-m1> | provdl:TrainedModel | \"base.zip\" | \"/models/base.zip\" | true",
            "<run/base> | \"基礎\" | <run/base#state-6> | provdl:TrainedModel |  |  | true",
            "<run/base> | \"基礎\" | <run/base#prepared-1> | provdl:Dataset | \"training after split\" |  | false",
            "<run/base> | \"基礎\" | <run/base#prepared-2> | provdl:Dataset | \"training after shuffle\" |  | false",
            "<run/base> | \"基礎\" | <run/base#training-data> | provdl:DatasetSplit | \"training\" |  | false",
            "<run/resumed> | \"resumed\" | <run/resumed#state-9> | provdl:TrainedModel |  |  | true",
            "<run/resumed> | \"resumed\" | <run/resumed#training-data> | provdl:DatasetSplit | \"training\" |  | false",
            "<run/transferred> |  | <run/transferred#state> | provdl:Checkpoint |  |  | true",
            "<run/tuned> | \"tuned\" | <run/tuned#state-12> | provdl:TrainedModel |  |  | true");
  }

  @Test
  void metricsOfATestAreReachedButNotTrainedAgain() {
    assertThat(
            ask(
                Runs.fineTuned(),
                Map.of("entity", "01JD8X0000000000000000000A#split-test", "everything", "true")))
        .containsExactly(
            "<run/01JD8X0000000000000000000A> | \"digits\" | <run/01JD8X0000000000000000000A#evaluation-1-confusion> | provdl:ConfusionMatrix | \"confusion matrix\" |  | false",
            "<run/01JD8X0000000000000000000A> | \"digits\" | <run/01JD8X0000000000000000000A#evaluation-1-breakdown-recall> | provdl:MetricBreakdown | \"recall\" |  | false",
            "<run/01JD8X0000000000000000000A> | \"digits\" | <run/01JD8X0000000000000000000A#summary-test-accuracy> | provdl:MetricSummary | \"accuracy\" |  | false",
            "<run/01JD8X0000000000000000000A> | \"digits\" | <run/01JD8X0000000000000000000A#evaluation-1-metric-accuracy> | provdl:MetricValue | \"accuracy\" |  | false");
  }

  @Test
  void aModelReachesWhatWentOnFromIt() {
    assertThat(
            ask(
                Runs.fineTuned(),
                Map.of("entity", "01JD8X0000000000000000000A#model-5e884898da280471")))
        .containsExactly(
            "<run/01JD8X0000000000000000000A> | \"digits\" | <artifact/sha256-fcde2b2edba56bf408601fb721fe9b5c338d10ee429ea04fae5511b68fbf8fb9> | provdl:TrainedModel | \"digits.zip\" | \"digits.zip\" | true",
            "<run/01JD8X0000000000000000000C> | \"digits, again\" | <run/01JD8X0000000000000000000C#model-7f83b1657ff1fc53> | provdl:TrainedModel |  |  | true");
  }

  @Test
  void theNumberOfRowsIsLimited() {
    assertThat(ask(Runs.of("origins"), Map.of("entity", "sha256-d1", "limit", "1")))
        .containsExactly(
            "<run/base> | \"基礎\" | <artifact/sha256-m1> | provdl:TrainedModel | \"base.zip\" | \"/models/base.zip\" | true");
  }

  @Test
  void whatNothingDerivesFromReachesNothing() {
    assertThat(ask(Runs.fineTuned(), Map.of("entity", "01JD8X0000000000000000000A#machine")))
        .isEmpty();
  }

  private static List<String> ask(DatasetGraph dataset, Map<String, String> values) {
    return Runs.rows(Runs.ask(Runs.query("impact").with(values), dataset));
  }
}
