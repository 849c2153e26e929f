package org.provdl.capture;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Shows people how far a study has come. Thread-safe. */
interface TrialProgress {

  /** Shows nothing. */
  TrialProgress NONE = (trial, done, best) -> {};

  /**
   * Called after each trial.
   *
   * @param done how many trials have ended
   * @param best the best so far; null where there is none
   */
  void ended(Trial trial, int done, @Nullable String best);

  /** Called after the last, perhaps twice. */
  default void close() {}

  /** One line that changes on a terminal, or else a line for each trial. */
  static TrialProgress onStandardError(StudyDescription study) {
    return of(study, System.err, isTerminal(), System::nanoTime);
  }

  static TrialProgress of(
      StudyDescription study, PrintStream out, boolean terminal, LongSupplier nanoTime) {
    return terminal
        ? new TerminalProgress(study, out, nanoTime)
        : new PlainProgress(study, out, nanoTime);
  }

  /** Whether what is written to the standard error output is seen by a person at once. */
  @SuppressWarnings("SystemConsoleNull") // the worst that comes of it is a bar in a file
  private static boolean isTerminal() {
    try {
      String file = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
      return file.startsWith("/dev/pts/") || file.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException notLinux) {
      return System.console() != null;
    }
  }
}
