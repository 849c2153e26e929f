package org.provdl.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** Standard output, whose reader may leave before the end, as {@code head} does. */
final class Output extends OutputStream {

  private static final int BUFFER = 1 << 16;

  private final PrintStream target;

  private Output(PrintStream target) {
    this.target = target;
  }

  /** Writes until the end, or until nobody reads any more, which is no error. */
  static void to(PrintStream target, Consumer<OutputStream> writer) {
    try (OutputStream out = new BufferedOutputStream(new Output(target), BUFFER)) {
      writer.accept(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ReaderLeft quietly) {
      // It has what it wanted.
    }
  }

  @Override
  public void write(int octet) {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] octets, int from, int length) {
    target.write(octets, from, length);
    flush();
  }

  @Override
  public void flush() {
    // Flushes, too; a print stream says only here that it cannot write.
    if (target.checkError()) {
      throw new ReaderLeft();
    }
  }

  /** Leaves standard output open. */
  @Override
  public void close() {
    flush();
  }

  /** Ends the asking from within. */
  private static final class ReaderLeft extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;
  }
}
