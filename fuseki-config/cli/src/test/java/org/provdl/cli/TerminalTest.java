package org.provdl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.provdl.queries.ResultTable;

final class TerminalTest {

  private static final Map<String, String> XTERM = Map.of("TERM", "xterm-256color");
  private static final ResultTable FAILED =
      new ResultTable(
          List.of("status", "name"),
          List.of(
              Map.of(
                  "status", NodeFactory.createLiteralString("failed"),
                  "name", NodeFactory.createLiteralString("word ".repeat(40)))));

  @Test
  void aTerminalHasAWidthAndColours() {
    Terminal terminal = Terminal.of("80", XTERM);

    assertThat(terminal).isEqualTo(new Terminal(80, true));
    assertThat(terminal.layout().of(FAILED)).contains("\u001B[31mfailed").hasLineCount(8);
  }

  @Test
  void whoWantsNoColoursGetsNone() {
    assertThat(Terminal.of("80", Map.of("TERM", "xterm", "NO_COLOR", "1")).coloured()).isFalse();
    assertThat(Terminal.of("80", Map.of("TERM", "dumb")).coloured()).isFalse();
    assertThat(Terminal.of("80", Map.of()).coloured()).isFalse();
    assertThat(Terminal.of("80", Map.of("TERM", "xterm", "NO_COLOR", "")).coloured()).isTrue();
  }

  @Test
  void aFileIsAsWideAsWhatIsWrittenAndHasNoColours() {
    Terminal file = Terminal.of(null, XTERM);

    assertThat(file.isTerminal()).isFalse();
    assertThat(file.layout().of(FAILED)).doesNotContain("\u001B").hasLineCount(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "wide", "0", "-80", "999999"})
  void whatIsNoWidthIsNoTerminal(String width) {
    assertThat(Terminal.of(width, XTERM).isTerminal()).isFalse();
  }
}
