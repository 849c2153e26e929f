package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReadmeTest {
  private static final Path README = Path.of("README.md");

  @Test
  void theReadmeSaysWhatTheHeadersSay() throws IOException {
    String page = ReadmePage.of(Catalogue.standard());
    if (System.getProperty("readme.write") != null) {
      Files.writeString(README, page);
    }
    assertThat(README)
        .as("the README differs from the headers of the queries; run " + ReadmePage.REGENERATE)
        .content()
        .isEqualTo(page);
  }
}
