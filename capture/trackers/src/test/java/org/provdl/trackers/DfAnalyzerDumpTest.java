package org.provdl.trackers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dump in the form of Keras-Prov's; the note beside it says more. */
class DfAnalyzerDumpTest {

  private static final Path FILE = Imported.resource("dfanalyzer.sql");
  private static final Imported IMPORTED = Imported.of(DfAnalyzerDump.of(FILE));

  @TempDir private Path directory;

  @Test
  void eachTrainingOfADataflowIsARun() {
    assertThat(IMPORTED.report().problems()).isEmpty();
    assertThat(
            IMPORTED.ask(
                "list-runs", Map.of(), "name", "experiment", "status", "started", "epochs"))
        .containsExactly(
            "mnist-df/2 | mnist-df | running | 2021-03-24T22:22:20.666Z | 2",
            "mnist-df/1 | mnist-df | completed | 2021-03-24T21:46:19.404Z | 3");
    assertThat(IMPORTED.ask("best-runs", Map.of(), "name", "value", "settings"))
        .containsExactly(
            "mnist-df/1 | 0.6875e0 | batchSize=64, dropout_1.dropout=0.4, epochs=3, learningRate=0.001, updater=Adam");
  }

  @Test
  void anAdaptationHoldsFromItsEpochOn() {
    String run = IMPORTED.run("mnist-df/1");
    assertThat(
            IMPORTED.ask(
                "adaptations",
                Map.of("run", run),
                "epoch",
                "time",
                "hyperparameter",
                "old",
                "new",
                "reason",
                "agent",
                "before",
                "after"))
        .containsExactly(
            "3 | 2021-03-24T21:46:39.75Z | learningRate | 0.001e0 | 5.0E-4 | adaptation 1 | Keras | 1.5e0 | 0.75e0");
    assertThat(IMPORTED.ask("epochs", Map.of("run", run), "epoch", "setting", "loss", "value"))
        .containsExactly(
            "1 | 0.001e0 | 2.5e0 | 0.25e0",
            "2 | 0.001e0 | 1.5e0 | 0.5e0",
            "3 | 5.0E-4 | 0.75e0 | 0.625e0");
  }

  @Test
  void otherTablesAreTags() {
    assertThat(IMPORTED.ask("tags", Map.of(), "tag", "value"))
        .containsExactly("ifilters.dataset_name | flowers");
  }

  @Test
  void blanksThatATerminalMadeOfTabsDivideToo() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("pasted.sql"), Files.readString(FILE).replace("\t", "        "));
    assertThat(Imported.of(DfAnalyzerDump.of(file)).report().runs()).hasSize(2);
  }

  @Test
  void aDumpThatIsCutOffOrSomethingElseIsRefused() throws IOException {
    String dump = Files.readString(FILE);
    refuses(dump.substring(0, dump.indexOf("5	2	")), "rows are missing");
    refuses(dump.replace("\"Adam\"", "\"Adam"), "closing quote");
    refuses(dump.replace("3	2	\"1616622409.5\"	0.75", "3	2"), "values for");
    refuses("SELECT 1;", "no dataflow of Keras-Prov");
  }

  private void refuses(String dump, String reason) throws IOException {
    Path file = Files.writeString(directory.resolve("bad.sql"), dump);
    assertThatThrownBy(() -> Imported.of(DfAnalyzerDump.of(file)))
        .isInstanceOf(UnreadableSourceException.class)
        .hasMessageContaining(reason);
  }
}
