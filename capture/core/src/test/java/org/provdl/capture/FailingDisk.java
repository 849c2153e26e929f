package org.provdl.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A disk that, as long as it is full, has room for half of a write and none for the rest; and that,
 * as long as it is rotten, changes a byte of what it keeps.
 */
final class FailingDisk implements Journal.Opening {

  final AtomicBoolean full = new AtomicBoolean();
  final AtomicBoolean rotten = new AtomicBoolean();
  final AtomicBoolean unforceable = new AtomicBoolean();

  private final Random random = new Random(3);

  @Override
  public FileChannel open(Path file) throws IOException {
    return new FailingChannel(Journal.Opening.NEW_FILE.open(file));
  }

  private final class FailingChannel extends FileChannel {

    private final FileChannel channel;

    FailingChannel(FileChannel channel) {
      this.channel = channel;
    }

    @Override
    public int write(ByteBuffer source, long position) throws IOException {
      if (!full.get()) {
        int count = channel.write(source, position);
        if (rotten.get()) {
          channel.write(changed(source, random.nextInt(count), count), position);
        }
        return count;
      }
      channel.write(source.slice(source.position(), source.remaining() / 2), position);
      throw new IOException("No space left on device");
    }

    private static ByteBuffer changed(ByteBuffer source, int index, int count) {
      byte[] bytes = new byte[count];
      source.get(source.position() - count, bytes);
      bytes[index] ^= 0x10;
      return ByteBuffer.wrap(bytes);
    }

    @Override
    public void force(boolean metaData) throws IOException {
      if (unforceable.get()) {
        throw new IOException("Input/output error");
      }
      channel.force(metaData);
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
      return channel.read(target, position);
    }

    @Override
    protected void implCloseChannel() throws IOException {
      channel.close();
    }

    @Override
    public int read(ByteBuffer target) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int write(ByteBuffer source) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long position() {
      throw new UnsupportedOperationException();
    }

    @Override
    public FileChannel position(long newPosition) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long size() throws IOException {
      return channel.size();
    }

    @Override
    public FileChannel truncate(long size) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) {
      throw new UnsupportedOperationException();
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) {
      throw new UnsupportedOperationException();
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) {
      throw new UnsupportedOperationException();
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) {
      throw new UnsupportedOperationException();
    }
  }
}
