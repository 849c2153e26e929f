package org.provdl.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** .github/CONTRIBUTING.md names classes and tests that are there. */
class ContributingTest {

  private static final Path ROOT = Path.of("..");
  private static final Pattern ROW = Pattern.compile("(?m)^\\|.*GH-3877.*(?:\n\\|.*)+");
  private static final Pattern NAME = Pattern.compile("`([A-Z]\\w+)(?:\\.(\\w+))?`");

  @Test
  void whatGuardsAgainstTdb2AndWhatShowsItAreThere() throws IOException {
    Map<String, Path> classes = classes();
    List<MatchResult> names =
        ROW.matcher(Files.readString(ROOT.resolve(".github/CONTRIBUTING.md")))
            .results()
            .flatMap(table -> NAME.matcher(table.group()).results())
            .toList();
    assertThat(names).hasSizeGreaterThan(12);
    for (MatchResult name : names) {
      assertThat(classes).containsKey(name.group(1));
      if (name.group(2) != null) {
        assertThat(Files.readString(classes.get(name.group(1)))).contains(name.group(2) + "(");
      }
    }
  }

  /** The sources of the store and the server. */
  private static Map<String, Path> classes() throws IOException {
    try (Stream<Path> store = Files.walk(ROOT.resolve("capture/store/src"));
        Stream<Path> server = Files.walk(ROOT.resolve("fuseki-config/server/src"))) {
      return Stream.concat(store, server)
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.endsWith("package-info.java"))
          .collect(Collectors.toMap(ContributingTest::name, file -> file));
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString().replace(".java", "");
  }
}
