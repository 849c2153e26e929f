package org.provdl.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The file of one run's events while they are written. What was appended is kept in memory until it
 * is on the disk for certain, so that a failing disk costs nothing but time.
 *
 * <p>One thread appends and synchronises; others read what is {@link #durable}.
 */
final class Journal implements JournalSource {

  /** The first bytes of a file; the number is the version of the format. */
  static final byte[] MAGIC = "PROV-DL journal 1\n".getBytes(StandardCharsets.US_ASCII);

  /** Length and checksum before the content of each record. */
  static final int PREFIX = 2 * Integer.BYTES;

  private static final int FIRST_CAPACITY = 4096;

  /** Opens the file of a journal; the tests let it fail. */
  interface Opening {

    Opening NEW_FILE =
        file ->
            FileChannel.open(
                file,
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);

    FileChannel open(Path file) throws IOException;
  }

  private final Path path;
  private final Opening opening;
  private volatile @Nullable FileChannel channel;
  private byte[] pending = new byte[FIRST_CAPACITY];
  private int pendingLength;
  private int writtenLength;
  private long synced;
  private int checksum;
  private volatile boolean closed;
  private volatile long durable;
  private volatile byte[] tail = new byte[0];

  /** A journal in memory; the file is made by the first writing. */
  Journal(Path path, Opening opening, byte[] header) {
    this.path = path;
    this.opening = opening;
    put(MAGIC);
    append(header);
  }

  /** Adds a record, in memory for now. */
  void append(byte[] content) {
    checksum = checksum(checksum, content);
    put(ByteBuffer.allocate(PREFIX).putInt(content.length).putInt(checksum).array());
    put(content);
  }

  /** The checksum of a record covers all before it, so that none can be missing or doubled. */
  static int checksum(int previous, byte[] content) {
    CRC32C sum = new CRC32C();
    sum.update(ByteBuffer.allocate(PREFIX).putInt(previous).putInt(content.length).flip());
    sum.update(content);
    return (int) sum.getValue();
  }

  /** How many bytes are not on the disk for certain. */
  int pendingLength() {
    return pendingLength;
  }

  /** Hands all to the operating system: it survives the end of this process. */
  void write() throws IOException {
    if (closed) {
      return;
    }
    try {
      FileChannel file = channel();
      while (writtenLength < pendingLength) {
        writtenLength +=
            file.write(
                ByteBuffer.wrap(pending, writtenLength, pendingLength - writtenLength),
                durable + writtenLength);
      }
    } catch (IOException e) {
      writtenLength = 0; // nobody knows what the disk has kept: all of it again
      throw e;
    }
  }

  /** Forces all to the disk: it survives a power cut. */
  void sync() throws IOException {
    if (closed) {
      pendingLength = 0; // what comes after damage will never be read
      return;
    }
    write();
    try {
      channel().force(false);
    } catch (IOException e) {
      writtenLength = 0;
      throw e;
    }
    synced += pendingLength;
    durable = synced;
    pendingLength = 0;
    writtenLength = 0;
  }

  Path path() {
    return path;
  }

  /** Lets what the disk will not take be read from memory; nothing is appended after that. */
  void giveUp() {
    tail = Arrays.copyOf(pending, pendingLength);
  }

  @Override
  public long end() {
    return durable + tail.length;
  }

  @Override
  public int read(ByteBuffer target, long position) throws IOException {
    if (position >= durable) {
      int from = (int) (position - durable);
      int count = Math.min(target.remaining(), tail.length - from);
      target.put(tail, from, count);
      return count;
    }
    return channel().read(target, position);
  }

  @Override
  public void close() throws IOException {
    closed = true;
    FileChannel open = channel;
    if (open != null) {
      open.close();
    }
  }

  private FileChannel channel() throws IOException {
    FileChannel open = channel;
    if (open == null) {
      open = opening.open(path);
      channel = open;
    }
    return open;
  }

  private void put(byte[] bytes) {
    int needed = Math.addExact(pendingLength, bytes.length);
    if (needed > pending.length) {
      pending = Arrays.copyOf(pending, Math.max(needed, 2 * pending.length));
    }
    System.arraycopy(bytes, 0, pending, pendingLength, bytes.length);
    pendingLength = needed;
  }
}
