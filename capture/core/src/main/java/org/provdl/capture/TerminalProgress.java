package org.provdl.capture;

import java.io.PrintStream;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** One line on a terminal, with a bar, written over after each trial. */
final class TerminalProgress implements TrialProgress {

  private static final int BAR = 20;

  private final StudyDescription study;
  private final PrintStream out;
  private final ProgressLine line;

  // Guarded by this.
  private int shown;
  private int length;

  TerminalProgress(StudyDescription study, PrintStream out, LongSupplier nanoTime) {
    this.study = study;
    this.out = out;
    line = new ProgressLine(study, nanoTime);
  }

  @Override
  public synchronized void ended(Trial trial, int done, @Nullable String best) {
    if (done <= shown) {
      return; // another thread was faster
    }
    shown = done;
    int full = (int) (BAR * line.share(done));
    String text =
        "%s [%s%s] %s"
            .formatted(
                study.name(), "=".repeat(full), " ".repeat(BAR - full), line.text(done, best));
    out.print("\r" + text + " ".repeat(Math.max(0, length - text.length())));
    out.flush();
    length = text.length();
  }

  @Override
  public synchronized void close() {
    if (shown > 0) {
      out.println();
    }
  }
}
