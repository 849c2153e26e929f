package org.provdl.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.provdl.store.Quads.batch;
import static org.provdl.store.Quads.count;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.dboe.transaction.txn.ComponentId;
import org.apache.jena.dboe.transaction.txn.journal.Journal;
import org.apache.jena.dboe.transaction.txn.journal.JournalEntryType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TornJournalTest {

  private static final int DATA = 24;

  @TempDir private Path directory;
  private Path database;
  private Path journal;
  private byte[] entries;

  @BeforeEach
  void aStoreAndTheEntriesOfACommitThatDidNotEnd(@TempDir Path other) throws IOException {
    try (ProvenanceStore store = ProvenanceStore.openOrCreate(directory)) {
      store.append(batch("before", 100));
    }
    database = Generation.newest(directory).orElseThrow().path();
    journal = database.resolve("journal.jrnl");
    Journal written = Journal.create(Location.create(other));
    ComponentId component = ComponentId.alloc("index", new UUID(1, 2), 3);
    for (int i = 0; i < 2; i++) {
      written.write(JournalEntryType.REDO, component, ByteBuffer.allocate(DATA).putInt(0, i));
    }
    written.close();
    entries = Files.readAllBytes(other.resolve("journal.jrnl"));
  }

  @Test
  void aStoreOpensWhereverTheWritingOfItsJournalEnded() throws IOException {
    for (int length = 0; length <= entries.length; length++) {
      Files.write(journal, Arrays.copyOf(entries, length));

      try (ProvenanceStore store = ProvenanceStore.open(directory)) {
        assertThat(count(store)).as("after %d bytes", length).isEqualTo(100);
        store.append(batch("before", 100));
      }
    }
  }

  @Test
  void whatWasNotWrittenToTheDiskInOrderIsCutOffToo() throws IOException {
    entries[entries.length - 1]++;
    Files.write(journal, entries);

    assertThat(TornJournal.cut(database)).isTrue();
    assertThat(Files.size(journal)).isEqualTo(entries.length / 2);
    assertThat(TornJournal.cut(database)).as("again").isFalse();
  }

  @Test
  void damageBeforeTheEndIsNoTornEntry() throws IOException {
    byte[] damaged = Arrays.copyOf(entries, 100 * entries.length);
    for (int i = 1; i < 100; i++) {
      System.arraycopy(entries, 0, damaged, i * entries.length, entries.length);
    }
    damaged[entries.length - 1]++;
    Files.write(journal, damaged);

    assertThatThrownBy(() -> ProvenanceStore.open(directory))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("Restore it from a backup");
    assertThat(journal).hasBinaryContent(damaged);
  }
}
