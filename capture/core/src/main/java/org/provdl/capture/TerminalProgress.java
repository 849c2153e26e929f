package org.provdl.capture;

import java.io.PrintStream;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** One line on a terminal, with a bar, written over after each trial. */
final class TerminalProgress implements TrialProgress {

  private static final int BAR = 10;

  /** A line that a terminal breaks cannot be written over. */
  private static final int WIDTH = 79;

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
    String cut = text.substring(0, Math.min(text.length(), WIDTH));
    out.print("\r" + cut + " ".repeat(Math.max(0, length - cut.length())));
    out.flush();
    length = cut.length();
  }

  @Override
  public synchronized void close() {
    if (length > 0) {
      length = 0;
      out.println();
    }
  }
}
