package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;

class TrialsTest {

  @Test
  void eachTrialIsListedWithItsValuesAndWhatCameOut() {
    assertThat(trials(Runs.study(), Runs.STUDY))
        .containsExactly(
            "1 | \"batchSize=32, learningRate=0.01\" | \"0.96\"^^xsd:double | provdl:completed | 120.0"
                + " | <run/01JD8X0000000000000000000A> | true | ",
            "2 | \"batchSize=16, learningRate=0.001\" | \"0.95\"^^xsd:double | provdl:completed | 120.0 |  | false | ",
            "3 | \"batchSize=16, learningRate=0.1\" | \"NaN\"^^xsd:double | provdl:completed | 60.0 |  | false | ",
            "4 | \"batchSize=32, learningRate=0.02\" |  | provdl:failed | 60.0 |  | false"
                + " | \"java.lang.OutOfMemoryError: batch too large\"");
  }

  @Test
  void aTrialThatRunsHasNoEndAndOneOfManyRunsARowForEach() {
    assertThat(trials(Runs.of("studies"), "hopeless"))
        .containsExactly(
            "1 | \"own=a=1, b\" |  | provdl:running |  | <run/a> | false | ",
            "1 | \"own=a=1, b\" |  | provdl:running |  | <run/b> | false | ");
  }

  @Test
  void aStudyThatIsNotThereHasNone() {
    assertThat(trials(Runs.study(), "elsewhere")).isEmpty();
    assertThat(trials(Runs.of("studies"), "running")).isEmpty();
  }

  private static List<String> trials(DatasetGraph dataset, String study) {
    return Runs.rows(Runs.ask(Runs.query("trials").with("study", study), dataset));
  }
}
