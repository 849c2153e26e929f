package org.provdl.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Opens zip files whose directory is of a reasonable size: Java reads it into memory, however large
 * a hostile file makes it.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">.ZIP File Format
 *     Specification</a>, 4.3.14 to 4.3.16
 */
final class ZipDirectory {

  /** Bytes; a model file has some half dozen entries. */
  static final long LARGEST = 1 << 20;

  private static final int END_SIGNATURE = 0x06054b50;
  private static final int END_SIZE = 22;
  private static final int LONGEST_COMMENT = 0xffff;
  private static final int LOCATOR_SIGNATURE = 0x07064b50;
  private static final int LOCATOR_SIZE = 20;
  private static final int END_64_SIZE = 56;
  private static final long IN_END_64 = 0xffffffffL;

  private ZipDirectory() {}

  /**
   * Opens a file.
   *
   * @throws NotAModelException if it is no zip file, or one with a huge directory
   * @throws IOException if it cannot be read
   */
  static ZipFile open(Path file) throws IOException {
    try (SeekableByteChannel bytes = Files.newByteChannel(file)) {
      if (size(bytes) > LARGEST) {
        throw new NotAModelException("Its directory is too large.");
      }
    }
    try {
      return new ZipFile(file.toFile());
    } catch (ZipException malformed) {
      throw new NotAModelException(String.valueOf(malformed.getMessage()));
    }
  }

  private static long size(SeekableByteChannel bytes) throws IOException {
    long length = bytes.size();
    int tail = (int) Math.min(length, LOCATOR_SIZE + END_SIZE + LONGEST_COMMENT);
    ByteBuffer last = read(bytes, length - tail, tail);
    for (int at = tail - END_SIZE; at >= 0; at--) {
      if (last.getInt(at) == END_SIGNATURE) {
        if (at + END_SIZE + Short.toUnsignedInt(last.getShort(at + 20)) != tail) {
          break; // Java might take another end for the right one
        }
        long size = Integer.toUnsignedLong(last.getInt(at + 12));
        int locator = at - LOCATOR_SIZE;
        boolean is64 = locator >= 0 && last.getInt(locator) == LOCATOR_SIGNATURE;
        return is64 ? Math.max(size % IN_END_64, size64(bytes, last.getLong(locator + 8))) : size;
      }
    }
    throw new NotAModelException("It is no zip file.");
  }

  private static long size64(SeekableByteChannel bytes, long at) throws IOException {
    if (at < 0 || at > bytes.size() - END_64_SIZE) {
      throw new NotAModelException("It is no zip file.");
    }
    long size = read(bytes, at, END_64_SIZE).getLong(40);
    return size < 0 ? Long.MAX_VALUE : size;
  }

  private static ByteBuffer read(SeekableByteChannel bytes, long at, int length)
      throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.position(at);
    while (buffer.hasRemaining()) {
      if (bytes.read(buffer) < 0) {
        throw new NotAModelException("It is no zip file.");
      }
    }
    return buffer.flip();
  }
}
