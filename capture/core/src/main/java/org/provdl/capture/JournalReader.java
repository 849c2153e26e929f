package org.provdl.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a journal from its start, record by record, and stops for good at the first that is not as
 * it was written: what comes after a gap would be told wrongly.
 *
 * <p>Not thread-safe.
 */
final class JournalReader implements AutoCloseable {

  private static final int BUFFER_BYTES = 1 << 16;
  private static final Pattern NEWER = Pattern.compile("PROV-DL journal [0-9]+\\s");

  private final JournalSource source;
  private final EventFormat format;
  private final JournalHeader header;
  private ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES).flip();
  private long position;
  private int checksum;
  private long records;
  private @Nullable String damage;

  /**
   * Reads the header.
   *
   * @throws JournalException if a newer PROV-DL wrote it
   * @throws IOException if there is no header that can be read
   */
  JournalReader(JournalSource source, EventFormat format) throws IOException {
    this.source = source;
    this.format = format;
    this.header = readHeader();
  }

  JournalHeader header() {
    return header;
  }

  /** The next entry; null at the end of what may be read for now, or at damage. */
  @Nullable JournalEntry next() {
    byte[] content = nextContent();
    if (content == null) {
      return null;
    }
    try {
      return format.entry(content);
    } catch (IOException e) {
      position -= content.length + Journal.PREFIX;
      damage = "record %d cannot be understood: %s".formatted(records, firstLine(e));
      return null;
    }
  }

  /** Whether there is nothing more to read for now. */
  boolean isAtEnd() {
    return damage != null || position >= source.end();
  }

  /** What is wrong with the record at {@link #position}; null as long as nothing is. */
  @Nullable String damage() {
    return damage;
  }

  /** The bytes that were read and are as they were written. */
  long position() {
    return position;
  }

  /** The bytes that may be read, or would if they were sound. */
  long end() {
    return source.end();
  }

  @Override
  public void close() throws IOException {
    source.close();
  }

  private JournalHeader readHeader() throws IOException {
    byte[] magic = take(Journal.MAGIC.length);
    if (magic == null) {
      throw new IOException("it ends within its first line");
    }
    if (!Arrays.equals(magic, Journal.MAGIC)) {
      String text = new String(magic, StandardCharsets.US_ASCII);
      if (NEWER.matcher(text).matches()) {
        throw new JournalException("a newer PROV-DL wrote it; recover it with that one");
      }
      throw new IOException("it does not begin like a journal");
    }
    byte[] content = nextContent();
    if (content == null) {
      throw new IOException("its header is cut off or damaged");
    }
    return format.header(content);
  }

  private byte @Nullable [] nextContent() {
    if (isAtEnd()) {
      return null;
    }
    long start = position;
    byte[] prefix = take(Journal.PREFIX);
    if (prefix == null) {
      return damaged(start, "is cut off");
    }
    int length = ByteBuffer.wrap(prefix).getInt();
    if (length < 1 || length > source.end() - position) {
      return damaged(start, "is cut off or has a wrong length");
    }
    byte[] content = take(length);
    if (content == null) {
      return damaged(start, "is cut off");
    }
    int expected = Journal.checksum(checksum, content);
    if (ByteBuffer.wrap(prefix).getInt(Integer.BYTES) != expected) {
      return damaged(start, "does not match its checksum");
    }
    checksum = expected;
    records++;
    return content;
  }

  private byte @Nullable [] damaged(long start, String problem) {
    position = start;
    damage = "record %d, at byte %d, %s".formatted(records, start, problem);
    return null;
  }

  /** The next bytes; null if there are not so many. */
  private byte @Nullable [] take(int length) {
    if (buffer.remaining() < length && !fill(length)) {
      return null;
    }
    byte[] bytes = new byte[length];
    buffer.get(bytes);
    position += length;
    return bytes;
  }

  private boolean fill(int length) {
    ByteBuffer larger =
        length <= buffer.capacity() ? buffer.compact() : ByteBuffer.allocate(length).put(buffer);
    buffer = larger;
    try {
      long at = position + buffer.position();
      while (buffer.position() < length && at < source.end()) {
        int limit = (int) Math.min(buffer.capacity(), buffer.position() + source.end() - at);
        int count = source.read(buffer.limit(limit), at);
        if (count < 1) {
          break;
        }
        at += count;
      }
    } catch (IOException e) {
      buffer.flip();
      damage = "it cannot be read at byte %d: %s".formatted(position, e.getMessage());
      return false;
    }
    buffer.flip();
    return buffer.remaining() >= length;
  }

  private static String firstLine(IOException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
