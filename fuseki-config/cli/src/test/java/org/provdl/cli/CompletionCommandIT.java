package org.provdl.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a shell offers after the script has been read. */
@DisabledOnOs(OS.WINDOWS)
final class CompletionCommandIT {

  @TempDir private Path directory;

  @Test
  void commandsQueriesParametersAndFormatsAreCompleted() throws Exception {
    Path script = directory.resolve("provdl.bash");
    Outcome printed = Outcome.of("completion", "bash");
    assertThat(printed.exitCode()).isZero();
    assertThat(Outcome.of("completion", "zsh")).isEqualTo(printed);
    Files.writeString(script, printed.output());

    assertThat(complete(script, "provdl", "")).contains("query", "queries", "serve");
    assertThat(complete(script, "provdl", "query", "best")).contains("best-runs");
    assertThat(complete(script, "provdl", "query", "best-runs", "--"))
        .contains("--metric", "--limit", "--format", "--server", "--watch")
        .doesNotContain("--run");
    assertThat(complete(script, "provdl", "query", "best-runs", "--format", ""))
        .contains("csv", "markdown", "html");
    assertThat(complete(script, "provdl", "query", "best-runs", "--split", "t"))
        .contains("training", "test");
    assertThat(complete(script, "provdl", "queries", "line")).contains("lineage");
  }

  @Test
  void anotherShellIsRefused() {
    Outcome.of("completion", "fish").isFailure(2, "bash", "zsh");
  }

  /** The words that bash would offer for the last one. */
  private static List<String> complete(Path script, String... words)
      throws IOException, InterruptedException {
    String quoted =
        String.join(" ", List.of(words).stream().map(word -> "'" + word + "'").toList());
    Process bash =
        new ProcessBuilder(
                "bash",
                "-c",
                "compopt() { :; }; source '%s'; COMP_WORDS=(%s); COMP_CWORD=%d; _complete_provdl provdl; printf '%%s\\n' \"${COMPREPLY[@]}\""
                    .formatted(script, quoted, words.length - 1))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<String> offered = bash.inputReader(UTF_8).lines().map(String::strip).toList();
    assertThat(bash.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return offered;
  }
}
