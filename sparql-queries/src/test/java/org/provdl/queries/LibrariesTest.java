package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;

class LibrariesTest {

  @Test
  void whatIsUnknownOfALibraryIsEmpty() {
    assertThat(libraries(Runs.training(), Runs.ADA))
        .containsExactly(
            "\"classes\" |  | \"" + "1b".repeat(32) + "\"",
            "\"nd4j-api-1.0.0-M2.1.jar\" | \"1.0.0-M2.1\" | \"" + "2c".repeat(32) + "\"");
  }

  @Test
  void aRunWithoutAClassPathHasNone() {
    assertThat(libraries(Runs.of("failed-and-running"), "running")).isEmpty();
  }

  private static List<String> libraries(DatasetGraph dataset, String run) {
    return Runs.rows(Runs.ask(Runs.query("libraries").with("run", run), dataset));
  }
}
