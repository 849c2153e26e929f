package org.provdl.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TrialProgressTest {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
  private final AtomicLong seconds = new AtomicLong();

  @Test
  void aFileGetsALineForEachTrial() {
    tell(false, 4L);
    assertThat(text())
        .isEqualTo(
            """
            s, trial 1 gave 0.5; 1 of 4, best accuracy 0.5 (trial 1), 1:30 left
            s, trial 2 failed; 2 of 4, best accuracy 0.5 (trial 1), 1:00 left
            s, trial 3 gave 0.75; 3 of 4, best accuracy 0.75 (trial 3), 0:30 left
            s, trial 4 gave NaN; 4 of 4, best accuracy 0.75 (trial 3)
            """);
  }

  @Test
  void aTerminalHasOneLineThatIsWrittenOver() {
    tell(true, 4L);
    assertThat(text())
        .isEqualTo(
            "\rs [==        ] 1 of 4, best accuracy 0.5 (trial 1), 1:30 left"
                + "\rs [=====     ] 2 of 4, best accuracy 0.5 (trial 1), 1:00 left"
                + "\rs [=======   ] 3 of 4, best accuracy 0.75 (trial 3), 0:30 left"
                + "\rs [==========] 4 of 4, best accuracy 0.75 (trial 3)           \n");
  }

  @Test
  void nobodyKnowsWhatIsLeftOfWhatATunerProposes() {
    tell(false, null);
    assertThat(text())
        .startsWith("s, trial 1 gave 0.5; trial 1, best accuracy 0.5 (trial 1)\n")
        .doesNotContain("left");
  }

  @Test
  void aSearchOfDaysIsToldInHours() {
    StudyDescription study = study(11L);
    ProgressLine line = new ProgressLine(study, () -> seconds.get() * 1_000_000_000L);
    seconds.set(3661);
    assertThat(line.text(1, null)).isEqualTo("1 of 11, no accuracy yet, 10:10:10 left");
  }

  private void tell(boolean terminal, @Nullable Long planned) {
    StudyDescription description = study(planned);
    TrialProgress progress =
        TrialProgress.of(description, out, terminal, () -> seconds.get() * 1_000_000_000L);
    try (Capture capture =
            Runs.capture(QuadSink.memory(DatasetGraphFactory.createTxnMem())).open();
        Study study = capture.start(description, Search.NONE, progress)) {
      for (double objective : List.of(0.5, -1.0, 0.75, Double.NaN)) {
        seconds.addAndGet(30);
        Trial trial = study.propose(Map.of("a", 1));
        if (objective < 0) {
          trial.failed(new IllegalStateException());
        } else {
          trial.succeeded(objective);
        }
      }
    }
    progress.close(); // which the study did
  }

  private String text() {
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  private static StudyDescription study(@Nullable Long planned) {
    return new StudyDescription(
        "s", null, "ada", "accuracy", Split.TEST, true, List.of(), "any", null, planned);
  }
}
