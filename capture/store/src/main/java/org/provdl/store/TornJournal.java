package org.provdl.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.Adler32;

/**
 * The journal of a TDB2 database whose process was killed while it wrote there. TDB2 opens no
 * database with half an entry at the end, although nothing that comes after the last commit counts.
 *
 * <p>An entry is the length of its data, a checksum, its type and its component, 4 bytes each, and
 * the data: the state of a file, some 24 bytes.
 */
final class TornJournal {

  private static final String NAME = "journal.jrnl";
  private static final int CHECKSUM = 4;
  private static final int HEADER = 16;

  /** Of the data of an entry, far more than TDB2 writes. */
  private static final int LONGEST = 1_024;

  private TornJournal() {}

  /**
   * Cuts off half an entry at the end. What is damaged in another way is left as it is.
   *
   * @param database where TDB2 works, which no other process may use meanwhile
   * @return whether there was one
   */
  static boolean cut(Path database) throws IOException {
    Path journal = database.resolve(NAME);
    if (!Files.exists(journal)) {
      return false;
    }
    try (FileChannel file =
        FileChannel.open(journal, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long position = 0;
      int length = wholeEntry(file, position);
      while (length > 0) {
        position += length;
        length = wholeEntry(file, position);
      }
      boolean torn = position < file.size() && file.size() - position <= HEADER + LONGEST;
      if (torn) {
        file.truncate(position);
        file.force(true);
      }
      return torn;
    }
  }

  /** The length of an entry, 0 if it is not whole. */
  private static int wholeEntry(FileChannel file, long position) throws IOException {
    ByteBuffer entry = ByteBuffer.allocate(HEADER + LONGEST);
    while (entry.hasRemaining() && file.read(entry, position + entry.position()) > 0) {
      // goes on
    }
    entry.flip();
    if (entry.remaining() < HEADER) {
      return 0;
    }
    int length = HEADER + Math.max(0, entry.getInt(0));
    if (length > entry.remaining()) {
      return 0;
    }
    int checksum = entry.getInt(CHECKSUM);
    Adler32 sum = new Adler32();
    sum.update(entry.putInt(CHECKSUM, 0).limit(length));
    return (int) sum.getValue() == checksum ? length : 0;
  }
}
