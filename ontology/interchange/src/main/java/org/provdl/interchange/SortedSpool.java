package org.provdl.interchange;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Sorts records by their keys in bounded memory: what does not fit goes, sorted, to a temporary
 * file, which is gone with the process at the latest. Records of one key stay in their order. Used
 * by one thread.
 */
final class SortedSpool implements Closeable {

  private final long inMemory;
  private final List<Entry> entries = new ArrayList<>();
  private final List<Long> ends = new ArrayList<>();
  private long size;
  private @Nullable FileChannel file;

  /**
   * An empty one.
   *
   * @param inMemory about how many bytes are held in memory
   */
  SortedSpool(long inMemory) {
    this.inMemory = inMemory;
  }

  /** A record. */
  record Entry(String key, String value) {}

  void add(String key, String value) throws IOException {
    entries.add(new Entry(key, value));
    size += 64 + 2L * (key.length() + value.length());
    if (size > inMemory) {
      spill();
    }
  }

  /** Gives all records in the order of their keys. */
  void forEach(Action action) throws IOException {
    Comparator<Run> order = Comparator.comparing((Run run) -> run.entry.key());
    PriorityQueue<Run> runs = new PriorityQueue<>(order.thenComparing(run -> run.index));
    for (int i = 0; i < ends.size(); i++) {
      DataInputStream in = run(i);
      add(new Run(i, () -> read(in)), runs);
    }
    entries.sort(Comparator.comparing(Entry::key));
    Iterator<Entry> rest = entries.iterator();
    add(new Run(ends.size(), () -> rest.hasNext() ? rest.next() : null), runs);
    for (Run run = runs.poll(); run != null; run = runs.poll()) {
      action.take(run.entry);
      add(run, runs);
    }
  }

  private static void add(Run run, PriorityQueue<Run> runs) throws IOException {
    if (run.advance()) {
      runs.add(run);
    }
  }

  private void spill() throws IOException {
    if (file == null) {
      file = Spool.temporaryFile();
    }
    entries.sort(Comparator.comparing(Entry::key));
    OutputStream channel = Channels.newOutputStream(file);
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(channel, 1 << 16));
    for (Entry entry : entries) {
      write(entry.key(), out);
      write(entry.value(), out);
    }
    out.flush();
    ends.add(file.position());
    entries.clear();
    size = 0;
  }

  private static void write(String text, DataOutputStream out) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static @Nullable Entry read(DataInputStream in) throws IOException {
    int next = in.read();
    if (next < 0) {
      return null;
    }
    int length = (next << 24) | (in.readUnsignedByte() << 16) | in.readUnsignedShort();
    String key = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    return new Entry(key, new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
  }

  private DataInputStream run(int index) {
    long from = index == 0 ? 0 : ends.get(index - 1);
    InputStream part = new FilePart(Objects.requireNonNull(file), from, ends.get(index));
    return new DataInputStream(new BufferedInputStream(part, 1 << 16));
  }

  @Override
  public void close() throws IOException {
    entries.clear();
    if (file != null) {
      file.close();
    }
  }

  /** Takes the records. */
  @FunctionalInterface
  interface Action {
    void take(Entry entry) throws IOException;
  }

  /** Where the records of a run come from, null at the end. */
  @FunctionalInterface
  private interface Source {
    @Nullable Entry next() throws IOException;
  }

  /** A run of sorted records, at one of them. */
  private static final class Run {

    final int index;
    private final Source source;
    Entry entry = new Entry("", "");

    Run(int index, Source source) {
      this.index = index;
      this.source = source;
    }

    boolean advance() throws IOException {
      Entry next = source.next();
      if (next != null) {
        entry = next;
      }
      return next != null;
    }
  }

  /** The bytes of a file between two places. */
  private static final class FilePart extends InputStream {

    private final FileChannel file;
    private final long end;
    private long place;

    FilePart(FileChannel file, long from, long end) {
      this.file = file;
      this.place = from;
      this.end = end;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
      int most = (int) Math.min(length, end - place);
      int count = most <= 0 ? -1 : file.read(ByteBuffer.wrap(to, offset, most), place);
      place += Math.max(count, 0);
      return count;
    }
  }
}
