package org.provdl.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class OutputTest {

  @Test
  void everythingArrivesAndTheStreamStaysOpen() {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    PrintStream target = new PrintStream(written, false, UTF_8);
    Output.to(target, out -> write("é".repeat(100_000), out));
    target.print("!");
    target.flush();

    assertThat(written.toString(UTF_8)).isEqualTo("é".repeat(100_000) + "!");
  }

  @Test
  void aReaderThatLeavesEndsTheWritingQuietlyAndSoon() {
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int octet) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    AtomicLong rows = new AtomicLong();
    Output.to(
        new PrintStream(closed, false, UTF_8),
        out -> {
          for (int i = 0; i < 10_000_000; i++) {
            write("row\n", out);
            rows.incrementAndGet();
          }
        });

    assertThat(rows).hasValueLessThan(100_000);
  }

  @Test
  void anyOtherFailureIsOne() {
    PrintStream target = new PrintStream(new ByteArrayOutputStream(), false, UTF_8);

    assertThatThrownBy(
            () ->
                Output.to(
                    target,
                    out -> {
                      throw new CommandException("no answer");
                    }))
        .isInstanceOf(CommandException.class);
  }

  private static void write(String text, OutputStream out) {
    try {
      out.write(text.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
