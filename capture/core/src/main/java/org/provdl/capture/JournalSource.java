package org.provdl.capture;

import java.io.IOException;
import java.nio.ByteBuffer;

/** The bytes of a journal, as far as they may be read. */
interface JournalSource extends AutoCloseable {

  /** Where to stop reading for now. */
  long end();

  /**
   * Reads some bytes.
   *
   * @return how many; below 1 at the end of the file
   */
  int read(ByteBuffer target, long position) throws IOException;

  @Override
  void close() throws IOException;
}
