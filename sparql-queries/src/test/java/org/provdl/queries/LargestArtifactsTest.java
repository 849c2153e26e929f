package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;

class LargestArtifactsTest {

  @Test
  void ofTheSameSizeTheFirstByNameIsFirst() {
    assertThat(ask(Runs.of("origins"), Map.of()))
        .containsExactly(
            "<artifact/sha256-h5> | \"k.h5\" | provdl:ImportedModel | 5000 | \"k.h5\" | 1 | <run/imported>",
            "<artifact/sha256-m1> | \"base.zip\" | provdl:TrainedModel | 5000 | \"/models/base.zip\" | 1 | <run/base>",
            "<artifact/sha256-d1> | \"één.csv\" | provdl:Dataset | 300 |  | 2 | <run/base>");
  }

  @Test
  void theNumberOfRowsIsLimited() {
    assertThat(ask(Runs.of("origins"), Map.of("limit", "1")))
        .containsExactly(
            "<artifact/sha256-h5> | \"k.h5\" | provdl:ImportedModel | 5000 | \"k.h5\" | 1 | <run/imported>");
  }

  @Test
  void runsWithoutFilesHaveNone() {
    assertThat(ask(Runs.of("failed-and-running"), Map.of())).isEmpty();
  }

  private static List<String> ask(DatasetGraph dataset, Map<String, String> values) {
    return Runs.rows(Runs.ask(Runs.query("largest-artifacts").with(values), dataset));
  }
}
