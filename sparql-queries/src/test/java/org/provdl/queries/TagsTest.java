package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;

class TagsTest {

  private static final String ROW = "<run/01JD8X0000000000000000000M> | \"stage\" | \"demo\"";

  @Test
  void tagsAreListedByRun() {
    assertThat(ask(Runs.documented(), Map.of())).containsExactly(ROW);
  }

  @Test
  void aPartOfTheNameIsEnough() {
    assertThat(ask(Runs.imported(), Map.of("text", "TAG"))).containsExactly(ROW);
    assertThat(ask(Runs.imported(), Map.of("text", "user"))).isEmpty();
  }

  @Test
  void aRunWithoutTagsHasNone() {
    assertThat(ask(Runs.documented(), Map.of("run", "01JD8X0000000000000000000A"))).isEmpty();
  }

  private static List<String> ask(DatasetGraph dataset, Map<String, String> values) {
    return Runs.rows(Runs.ask(Runs.query("tags").with(values), dataset));
  }
}
