package org.provdl.capture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The journals that a process has left behind.
 *
 * @param consignments those that can be read, at least their header
 * @param unreadable what is wrong with the others, one line each
 */
record LeftJournals(List<Consignment> consignments, List<String> unreadable) {

  /**
   * Opens journals.
   *
   * @param directory where they are put away from when they are done with; null to leave them
   */
  static LeftJournals open(
      @Nullable JournalDirectory directory, List<Path> files, EventFormat format, Terms terms) {
    List<Consignment> consignments = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    for (Path journal : files) {
      try {
        JournalReader reader = new JournalReader(new JournalFile(journal), format);
        consignments.add(new Consignment(directory, journal, new Replay(reader, terms, true)));
      } catch (JournalException newer) {
        unreadable.add(journal + ": " + newer.getMessage());
      } catch (IOException damaged) {
        unreadable.add(journal + ": " + damaged.getMessage());
        if (directory != null) {
          directory.putAside(journal);
        }
      }
    }
    return new LeftJournals(consignments, unreadable);
  }
}
