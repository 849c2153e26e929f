package org.provdl.capture;

import java.io.PrintStream;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** A line for each trial, for files and pipes. */
final class PlainProgress implements TrialProgress {

  private final PrintStream out;
  private final ProgressLine line;

  PlainProgress(StudyDescription study, PrintStream out, LongSupplier nanoTime) {
    this.out = out;
    line = new ProgressLine(study, nanoTime);
  }

  @Override
  public synchronized void ended(Trial trial, int done, @Nullable String best) {
    OptionalDouble objective = trial.objective();
    out.printf(
        "%s %s; %s%n",
        trial.label(),
        objective.isPresent() ? "gave " + Standings.text(objective.getAsDouble()) : "failed",
        line.text(done, best));
  }
}
