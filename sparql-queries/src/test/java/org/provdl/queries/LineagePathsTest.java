package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;

class LineagePathsTest {

  @Test
  void aTestMetricLeadsToTheDataDirectlyAndThroughTheModel() {
    assertThat(
            ask(
                Runs.training(),
                Map.of(
                    "result",
                    "01JD8X0000000000000000000A#evaluation-1-metric-accuracy",
                    "origin",
                    "sha256-2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae")))
        .containsExactly(
            "<run/01JD8X0000000000000000000A#evaluation-1-metric-accuracy> | \"accuracy\" | prov:wasDerivedFrom | <run/01JD8X0000000000000000000A#model-5e884898da280471> |  | <run/01JD8X0000000000000000000A#evaluation-1> | 5 | 2",
            "<run/01JD8X0000000000000000000A#model-5e884898da280471> |  | prov:wasDerivedFrom | <run/01JD8X0000000000000000000A#split-training> | \"training\" | <run/01JD8X0000000000000000000A#training> | 3 | 2",
            "<run/01JD8X0000000000000000000A#evaluation-1-metric-accuracy> | \"accuracy\" | prov:wasDerivedFrom | <run/01JD8X0000000000000000000A#split-test> | \"test\" | <run/01JD8X0000000000000000000A#evaluation-1> | 2 | 2",
            "<run/01JD8X0000000000000000000A#split-training> | \"training\" | prov:wasDerivedFrom | <run/01JD8X0000000000000000000A#preparation-1-training> | \"training after normalize\" |  | 2 | 2",
            "<run/01JD8X0000000000000000000A#preparation-1-training> | \"training after normalize\" | prov:wasDerivedFrom | <artifact/sha256-2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae> | \"digits.csv.gz\" | <run/01JD8X0000000000000000000A#preparation-1> | 1 | 2",
            "<run/01JD8X0000000000000000000A#split-test> | \"test\" | prov:wasDerivedFrom | <artifact/sha256-2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae> | \"digits.csv.gz\" |  | 1 | 2",
            "<run/01JD8X0000000000000000000A#split-training> | \"training\" | prov:wasDerivedFrom | <artifact/sha256-2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae> | \"digits.csv.gz\" |  | 1 | 2");
  }

  @Test
  void aModelLeadsToTheDataThroughTheOneThatItWentOnFrom() {
    assertThat(ask(Runs.of("origins"), Map.of("result", "resumed#state-9", "origin", "sha256-d1")))
        .containsExactly(
            "<run/resumed#state-9> |  | prov:wasDerivedFrom | <parameters/sha256-p1-6> |  | <run/resumed#training> | 7 | 2",
            "<parameters/sha256-p1-6> |  | prov:wasDerivedFrom | <run/base#state-6> |  |  | 6 | 2",
            "<run/base#state-6> |  | prov:wasDerivedFrom | <run/base#training-data> | \"training\" | <run/base#training> | 4 | 2",
            "<run/base#training-data> | \"training\" | prov:wasDerivedFrom | <run/base#prepared-2> | \"training after shuffle\" |  | 3 | 2",
            "<run/base#prepared-2> | \"training after shuffle\" | prov:wasDerivedFrom | <run/base#prepared-1> | \"training after split\" | <run/base#preparation-2> | 2 | 2",
            "<run/resumed#state-9> |  | prov:wasDerivedFrom | <run/resumed#training-data> | \"training\" | <run/resumed#training> | 2 | 2",
            "<run/base#prepared-1> | \"training after split\" | prov:wasDerivedFrom | <artifact/sha256-d1> | \"één.csv\" | <run/base#preparation-1> | 1 | 2",
            "<run/base#training-data> | \"training\" | prov:wasDerivedFrom | <artifact/sha256-d1> | \"één.csv\" |  | 1 | 2",
            "<run/resumed#training-data> | \"training\" | prov:wasDerivedFrom | <artifact/sha256-d1> | \"één.csv\" |  | 1 | 2");
  }

  @Test
  void aMetricOfAnEpochLeadsThroughTheEpoch() {
    assertThat(
            ask(Runs.of("origins"), Map.of("result", "base#epoch-1-loss", "origin", "sha256-d1")))
        .containsExactly(
            "<run/base#epoch-1-loss> | \"loss\" | prov:used | <run/base#training-data> | \"training\" | <run/base#epoch-1> | 4 | 2",
            "<run/base#training-data> | \"training\" | prov:wasDerivedFrom | <run/base#prepared-2> | \"training after shuffle\" |  | 3 | 2",
            "<run/base#prepared-2> | \"training after shuffle\" | prov:wasDerivedFrom | <run/base#prepared-1> | \"training after split\" | <run/base#preparation-2> | 2 | 2",
            "<run/base#prepared-1> | \"training after split\" | prov:wasDerivedFrom | <artifact/sha256-d1> | \"één.csv\" | <run/base#preparation-1> | 1 | 2",
            "<run/base#training-data> | \"training\" | prov:wasDerivedFrom | <artifact/sha256-d1> | \"één.csv\" |  | 1 | 2");
  }

  @Test
  void thereIsNoPathToOtherData() {
    assertThat(ask(Runs.of("origins"), Map.of("result", "base#state-6", "origin", "sha256-d2")))
        .isEmpty();
  }

  @Test
  void thereIsNoPathBackFromTheData() {
    assertThat(ask(Runs.of("origins"), Map.of("result", "sha256-d1", "origin", "base#state-6")))
        .isEmpty();
  }

  private static List<String> ask(DatasetGraph dataset, Map<String, String> values) {
    return Runs.rows(Runs.ask(Runs.query("lineage-paths").with(values), dataset));
  }
}
