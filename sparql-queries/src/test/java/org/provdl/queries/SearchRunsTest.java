package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SearchRunsTest {

  @Test
  void aRunIsFoundByItsNameInSmallOrCapitalLetters() {
    assertThat(rows(Map.of("text", "LÄUFT")))
        .containsExactly(
            "<run/d> | \"d „läuft“ 🧠\" |  | provdl:running | \"2026-01-04T10:00:00Z\"^^xsd:dateTime |  | 3");
  }

  @Test
  void aRunIsFoundByItsExperimentAndOfSeveralTheFirstIsTold() {
    assertThat(rows(Map.of("text", "EINS")))
        .containsExactly(
            "<run/b> | \"b\" | \"eins\" | provdl:completed | \"2026-01-02T10:00:00Z\"^^xsd:dateTime | 20e0 | 2",
            "<run/a> | \"a\" | \"eins\" | provdl:completed | \"2026-01-01T10:00:00Z\"^^xsd:dateTime | 40e0 | 4");
  }

  @Test
  void theOrderIsThatOfAColumnAndWhatHasNoValueComesLast() {
    assertThat(names(Map.of()))
        .containsExactly("<run/e>", "<run/d>", "<run/c>", "<run/b>", "<run/a>");
    assertThat(names(Map.of("sort", "seconds")))
        .containsExactly("<run/a>", "<run/b>", "<run/c>", "<run/e>", "<run/d>");
    assertThat(names(Map.of("sort", "seconds", "descending", "false")))
        .containsExactly("<run/e>", "<run/c>", "<run/b>", "<run/a>", "<run/d>");
    assertThat(names(Map.of("sort", "name", "descending", "false")))
        .containsExactly("<run/a>", "<run/b>", "<run/c>", "<run/d>", "<run/e>");
    assertThat(names(Map.of("sort", "epochs", "limit", "2"))).containsExactly("<run/a>", "<run/d>");
    assertThat(names(Map.of("sort", "status")))
        .containsExactly("<run/d>", "<run/e>", "<run/c>", "<run/b>", "<run/a>");
    assertThat(names(Map.of("sort", "experiment", "descending", "false")))
        .containsExactly("<run/b>", "<run/a>", "<run/e>", "<run/d>", "<run/c>");
  }

  @Test
  void onlyChosenRunsAreThereOnRequest() {
    String run = Runs.BASE + "run/";
    assertThat(names(Map.of("run", run + "a," + run + "c"))).containsExactly("<run/c>", "<run/a>");
    assertThat(names(Map.of("status", "failed"))).containsExactly("<run/c>");
  }

  @Test
  void whatNoRunHasFindsNone() {
    assertThat(rows(Map.of("text", "nothing like it"))).isEmpty();
    assertThat(rows(Map.of("text", ".*"))).isEmpty();
  }

  private static List<String> names(Map<String, String> values) {
    return rows(values).stream().map(row -> row.replaceFirst(" .*", "")).toList();
  }

  private static List<String> rows(Map<String, String> values) {
    BoundQuery query = Runs.query("search-runs").with(Map.of());
    for (Map.Entry<String, String> value : values.entrySet()) {
      query = query.with(value.getKey(), value.getValue());
    }
    return Runs.rows(query.on(SparqlEndpoint.local(Runs.of("tried"))));
  }
}
