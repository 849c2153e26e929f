package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FindRunsTest {

  @Test
  void theBeginningOfAnIdFindsEveryRunThatHasIt() {
    assertThat(found("f"))
        .containsExactly(
            "<run/failed> | \"exploded\" | provdl:failed | \"2026-01-06T22:00:00.5Z\"^^xsd:dateTime");
    assertThat(found("running"))
        .containsExactly(
            "<run/running> | \"Ziffern „数字“ \\\"🧠\\\"\" | provdl:running"
                + " | \"2026-01-07T10:00:00Z\"^^xsd:dateTime");
  }

  @Test
  void aNameFindsEveryRunThatHasIt() {
    assertThat(found("exploded")).singleElement().asString().startsWith("<run/failed>");
    assertThat(found("Ziffern „Zahlen“")).isEmpty();
  }

  @Test
  void aWholeIriFindsThatRunOnly() {
    assertThat(found(Runs.BASE + "run/failed")).hasSize(1);
  }

  @Test
  void anIdThatNoneHasFindsNone() {
    assertThat(found("ailed")).isEmpty();
    assertThat(found("failed2")).isEmpty();
  }

  private static List<String> found(String text) {
    return Runs.rows(
        Runs.ask(Runs.query("find-runs").with("text", text), Runs.of("failed-and-running")));
  }
}
