package org.provdl.store;

import static org.provdl.store.Quads.batch;

import java.nio.file.Path;

/**
 * A JVM that appends, and compacts beside that, until it is killed. It prints a line after each
 * append.
 */
final class CompactingProcess {

  private CompactingProcess() {}

  public static void main(String[] arguments) {
    ProvenanceStore store = ProvenanceStore.open(Path.of(arguments[0]), Compaction.NEVER);
    new Thread(() -> compact(store)).start();
    int first = Integer.parseInt(arguments[1]);
    for (int i = first; ; i++) {
      store.append(batch("run-" + i, 10));
      System.out.println("appended " + i + ".");
    }
  }

  private static void compact(ProvenanceStore store) {
    while (true) {
      store.compact();
    }
  }
}
