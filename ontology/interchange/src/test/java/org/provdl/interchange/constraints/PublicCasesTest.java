package org.provdl.interchange.constraints;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.provdl.interchange.Corpus;
import org.provdl.interchange.Document;
import org.provdl.interchange.DocumentSource;
import org.provdl.interchange.Losses;
import org.provdl.interchange.Syntax;

/** Documents of others, whose names say whether they are valid, and our own, which are. */
class PublicCasesTest {

  static List<Path> cases() throws IOException {
    return Corpus.files("prov-constraints", "provn");
  }

  static List<Path> examples() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("../vocabulary/examples/valid"))) {
      return files.filter(file -> file.toString().endsWith(".trig")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aCaseOfThePublicSuiteIsWhatItsNameSays(Path file) throws IOException {
    Verdict verdict = verdict(file);

    assertThat(verdict.isValid())
        .as("%s", verdict)
        .isEqualTo(file.getFileName().toString().contains("-success"));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void whatProvDlRecordsIsValid(Path file) throws IOException {
    assertThat(verdict(file).violations()).isEmpty();
  }

  private static Verdict verdict(Path file) throws IOException {
    ConstraintCheck check = new ConstraintCheck();
    new Document(DocumentSource.of(file), Syntax.of(file).orElseThrow()).read(new Losses(), check);
    return check.verdict();
  }
}
