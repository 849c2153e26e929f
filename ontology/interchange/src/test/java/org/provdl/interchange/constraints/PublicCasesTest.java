package org.provdl.interchange.constraints;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
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

  /**
   * Named as failures for a constraint of a draft that is not in the Recommendation, whose
   * uniqueness constraints are 22 to 29: usage is not among 24 to 27, and PROV-DM section 5.1.4
   * says of usage that "it is permitted for an activity to have used a same entity multiple times".
   * The suite's own tests expect no violation in them.
   */
  private static final Set<String> VALID_BY_THE_SPECIFICATION =
      Set.of("usage-fail1.provn", "usage-fail5.provn", "usage-fail6.provn");

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

    String name = file.getFileName().toString();
    assertThat(verdict.isValid())
        .as("%s", verdict)
        .isEqualTo(name.contains("-success") || VALID_BY_THE_SPECIFICATION.contains(name));
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
