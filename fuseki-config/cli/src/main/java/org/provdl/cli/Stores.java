package org.provdl.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.provdl.capture.Recovery;
import org.provdl.store.ProvenanceStore;

/** Opens stores for commands, complete with what trainings have left in their journals. */
final class Stores {

  private Stores() {}

  /** The directory of a store: the default unless another is named. */
  static Path directory(@Nullable Path named) {
    return named == null ? Path.of(Provdl.DEFAULT_STORE) : named;
  }

  static ProvenanceStore open(Path directory, PrintWriter messages) {
    ProvenanceStore store = ProvenanceStore.open(directory);
    try {
      Recovery.Report report = Recovery.intoStore(store);
      report.runs().forEach(run -> messages.println("provdl: recovered " + run));
      report.unreadable().forEach(problem -> messages.println("provdl: unreadable " + problem));
      return store;
    } catch (RuntimeException | Error failure) {
      store.close();
      throw failure;
    }
  }
}
