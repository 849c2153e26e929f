package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;

/** What a table of runs shows of each of them. */
class SeveralRunsTest {

  private static final DatasetGraph TRIED = Runs.of("tried");

  @Test
  void runsThatHaveEndedAndThoseThatRunAreSummedUpAlike() {
    assertThat(rows("run-summaries", TRIED, "a", "d"))
        .containsExactly(
            "<run/a> | \"accuracy\" | \"test\" | 0.9e0 | 0.85e0 | true",
            "<run/d> | \"accuracy\" | \"test\" | 0.95e0 | 0.95e0 | true",
            "<run/d> | \"loss\" | \"training\" | 0.5e0 | 0.5e0 | false",
            "<run/d> | \"loss\" | \"validation\" | 0.75e0 | 0.75e0 | false");
  }

  @Test
  void aRunOfNothingButNanHasASummaryWithoutValues() {
    assertThat(rows("run-summaries", TRIED, "c"))
        .containsExactly("<run/c> | \"accuracy\" | \"test\" |  |  | ");
  }

  @Test
  void settingsOfTheModelAreThoseOfTheStartAndNoneOfLayers() {
    assertThat(rows("run-settings", TRIED, "a", "e"))
        .containsExactly(
            "<run/a> | \"learningRate\" | 0.1e0",
            "<run/a> | \"seed\" | 1",
            "<run/e> | \"learningRate\" | \"auto\"");
  }

  @Test
  void aCurveHasNoMorePointsThanAskedForAndAlwaysTheLast() {
    DatasetGraph five =
        Runs.measured("provdl:loss", "provdl:trainingData", false, Runs.onePerEpoch(5, 4, 3, 2, 1));
    assertThat(curve(five, "5")).containsExactly("1 5", "2 4", "3 3", "4 2", "5 1");
    assertThat(curve(five, "3")).containsExactly("1 5", "3 3", "5 1");
    assertThat(curve(five, "2")).containsExactly("2 4", "5 1");
    assertThat(curve(five, "1")).containsExactly("5 1");
  }

  @Test
  void runsWithoutTheMetricHaveNoCurve() {
    assertThat(rows("run-curves", TRIED, "a")).isEmpty();
    assertThat(rows("run-curves", TRIED, "d"))
        .containsExactly("<run/d> | 1 | 1.0e0", "<run/d> | 2 | 0.5e0");
  }

  @Test
  void theFilesOfARunAreThere() {
    assertThat(one("run-artifacts", Runs.training(), Runs.ADA))
        .containsExactly(
            "<artifact/sha256-2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae> | \"digits.csv.gz\" | provdl:Dataset"
                + " | 57512 | \"2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae\" | \"classpath:digits.csv.gz\"",
            "<artifact/sha256-fcde2b2edba56bf408601fb721fe9b5c338d10ee429ea04fae5511b68fbf8fb9> | \"digits.zip\" | provdl:TrainedModel"
                + " | 40960 | \"fcde2b2edba56bf408601fb721fe9b5c338d10ee429ea04fae5511b68fbf8fb9\" | \"digits.zip\"");
    assertThat(one("run-artifacts", TRIED, "a")).isEmpty();
  }

  @Test
  void theDataOfARunIsThereWithItsPreparation() {
    assertThat(one("run-data", Runs.training(), Runs.ADA))
        .hasSize(2)
        .first()
        .asString()
        .startsWith("\"test\" | \"digits.csv.gz\" | <artifact/sha256-2c26")
        .contains(" | 360 | ");
    assertThat(one("run-data", TRIED, "a")).isEmpty();
  }

  private static List<String> rows(String query, DatasetGraph dataset, String... runs) {
    List<String> iris = List.of(runs).stream().map(run -> Runs.BASE + "run/" + run).toList();
    return Runs.rows(
        Runs.query(query).with(Map.of()).with("run", iris).on(SparqlEndpoint.local(dataset)));
  }

  private static List<String> one(String query, DatasetGraph dataset, String run) {
    return Runs.rows(
        Runs.query(query).with("run", Runs.BASE + "run/" + run).on(SparqlEndpoint.local(dataset)));
  }

  private static List<String> curve(DatasetGraph dataset, String points) {
    return Runs.ask(Runs.query("run-curves").with("points", points), dataset).rows().stream()
        .map(row -> number(row, "epoch") + " " + number(row, "value"))
        .toList();
  }

  private static String number(Map<String, Node> row, String column) {
    return CellText.of(Objects.requireNonNull(row.get(column)));
  }
}
