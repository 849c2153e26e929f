package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReadmeTest {
  private static final CataloguePage PAGE =
      CataloguePage.of(Catalogue.standard())
          .withLinks("queries/")
          .withExamples(SparqlEndpoint.local(Runs.documented()));

  @Test
  void theReadmeSaysWhatTheHeadersSay() throws IOException {
    check(Path.of("README.md"), ReadmePage.of(PAGE));
  }

  @Test
  void thePageSaysWhatTheHeadersSay() throws IOException {
    check(Path.of("catalogue.html"), PAGE.html());
  }

  private static void check(Path file, String page) throws IOException {
    if (System.getProperty("readme.write") != null) {
      Files.writeString(file, page);
    }
    assertThat(file)
        .as("it differs from the headers of the queries; run " + ReadmePage.REGENERATE)
        .content()
        .isEqualTo(page);
  }
}
