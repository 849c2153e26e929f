package org.provdl.interchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Holds what is written until what must stand before it is known: in memory, and beyond a bound in
 * a temporary file, which is gone with the process at the latest. Used by one thread.
 */
final class Spool extends OutputStream {

  private final int inMemory;
  private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
  private @Nullable FileChannel file;

  /**
   * An empty one.
   *
   * @param inMemory the most bytes that are held in memory
   */
  Spool(int inMemory) {
    this.inMemory = inMemory;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (memory.size() + length > inMemory) {
      spill();
    }
    if (length > inMemory) {
      writeFully(ByteBuffer.wrap(bytes, offset, length));
    } else {
      memory.write(bytes, offset, length);
    }
  }

  /** Writes all that it holds, and forgets it. */
  void writeTo(OutputStream out) throws IOException {
    FileChannel spilled = file;
    if (spilled != null) {
      ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
      spilled.position(0);
      while (spilled.read(buffer) >= 0) {
        out.write(buffer.array(), 0, buffer.position());
        buffer.clear();
      }
    }
    memory.writeTo(out);
    close();
  }

  @Override
  public void close() throws IOException {
    memory.reset();
    if (file != null) {
      file.close();
      file = null;
    }
  }

  private void spill() throws IOException {
    writeFully(ByteBuffer.wrap(memory.toByteArray()));
    memory.reset();
  }

  private void writeFully(ByteBuffer bytes) throws IOException {
    if (file == null) {
      file = temporaryFile();
    }
    while (bytes.hasRemaining()) {
      file.write(bytes);
    }
  }

  /** {@return a new file to read and write, which is gone when it is closed} */
  static FileChannel temporaryFile() throws IOException {
    return FileChannel.open(
        Files.createTempFile("provdl", ".spool"),
        StandardOpenOption.READ,
        StandardOpenOption.WRITE,
        StandardOpenOption.DELETE_ON_CLOSE);
  }
}
