package org.provdl.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;

/** What a command left behind. */
record Outcome(int exitCode, String output, String error) {

  /** Runs a command in this JVM. */
  static Outcome of(String... arguments) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    StringWriter error = new StringWriter();
    PrintStream before = System.out;
    try (PrintStream captured = new PrintStream(output, true, UTF_8)) {
      System.setOut(captured);
      int exitCode =
          Provdl.execute(
              new PrintWriter(captured, true, UTF_8), new PrintWriter(error, true), arguments);
      return new Outcome(exitCode, output.toString(UTF_8), error.toString());
    } finally {
      System.setOut(before);
    }
  }

  void isFailure(int expectedCode, String... parts) {
    assertThat(error).startsWith("provdl: ").contains(parts).endsWith(System.lineSeparator());
    assertThat(error.lines()).hasSize(1);
    assertThat(output).isEmpty();
    assertThat(exitCode).isEqualTo(expectedCode);
  }
}
