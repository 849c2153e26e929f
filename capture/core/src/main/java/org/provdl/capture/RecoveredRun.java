package org.provdl.capture;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run that was delivered from the journal which a process left behind.
 *
 * @param iri the run
 * @param journal the file that held it
 * @param eventCount how many events were delivered
 * @param lastTime when the last of them happened; null where there was none
 * @param interrupted whether the journal held no end, so that the run was marked as interrupted at
 *     that time
 * @param bytesCutOff how many bytes at the end could not be read
 * @param damage what is wrong with the first of them; null where all was read
 */
public record RecoveredRun(
    String iri,
    Path journal,
    long eventCount,
    @Nullable Instant lastTime,
    boolean interrupted,
    long bytesCutOff,
    @Nullable String damage) {

  /** One line for people. */
  @Override
  public String toString() {
    return "%s: %d events%s%s"
        .formatted(
            iri,
            eventCount,
            interruption(),
            damage == null
                ? ""
                : ", %d bytes cut off: %s (%s)".formatted(bytesCutOff, damage, journal));
  }

  private String interruption() {
    if (!interrupted) {
      return "";
    }
    return lastTime == null
        ? ", interrupted before the first was on the disk"
        : ", interrupted at " + lastTime;
  }
}
