package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;

class OrphanArtifactsTest {

  @Test
  void whatWasTrainedElsewhereIsListedWithTheOriginalData() {
    assertThat(ask(Runs.of("origins"), Map.of()))
        .containsExactly(
            "<artifact/sha256-d1> | provdl:Dataset | \"één.csv\" | \"d1\" | \"/data/één.csv\" | 2 | <run/base>",
            "<artifact/sha256-d2> | provdl:Dataset | \"two.csv\" |  |  | 1 | <run/tuned>",
            "<artifact/sha256-found> | provdl:TrainedModel |  | \"found\" |  | 1 | <run/elsewhere>",
            "<artifact/sha256-h5> | provdl:ImportedModel | \"k.h5\" | \"h5\" | \"k.h5\" | 1 | <run/imported>",
            "<parameters/sha256-px-5> | provdl:Parameters |  | \"px\" |  | 1 | <run/elsewhere>");
  }

  @Test
  void dataIsLeftOutOnRequest() {
    assertThat(ask(Runs.of("origins"), Map.of("data", "false")))
        .containsExactly(
            "<artifact/sha256-found> | provdl:TrainedModel |  | \"found\" |  | 1 | <run/elsewhere>",
            "<artifact/sha256-h5> | provdl:ImportedModel | \"k.h5\" | \"h5\" | \"k.h5\" | 1 | <run/imported>",
            "<parameters/sha256-px-5> | provdl:Parameters |  | \"px\" |  | 1 | <run/elsewhere>");
  }

  @Test
  void theDocumentedRunsHaveOnlyTheirData() {
    assertThat(ask(Runs.documented(), Map.of()))
        .containsExactly(
            "<artifact/sha256-2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae> | provdl:Dataset | \"digits.csv.gz\" | \"2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae\" | \"classpath:digits.csv.gz\" | 2 | <run/01JD8X0000000000000000000A>");
  }

  @Test
  void runsWithoutArtifactsHaveNone() {
    assertThat(ask(Runs.of("failed-and-running"), Map.of())).isEmpty();
  }

  private static List<String> ask(DatasetGraph dataset, Map<String, String> values) {
    return Runs.rows(Runs.ask(Runs.query("orphan-artifacts").with(values), dataset));
  }
}
