package org.provdl.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrigFileSinkTest extends QuadSinkContract {

  @TempDir private Path directory;

  @Override
  QuadSink open() throws IOException {
    return QuadSink.trigFile(file());
  }

  @Override
  DatasetGraph content() {
    return RDFDataMgr.loadDatasetGraph(file().toString());
  }

  @Test
  void twoSinksOneAfterTheOtherAppend() throws IOException {
    for (int i = 0; i < 2; i++) {
      try (Capture capture = Capture.builder(open()).environment(() -> Runs.ENVIRONMENT).open()) {
        Runs.start(capture).close();
      }
    }
    assertThat(content().listGraphNodes()).toIterable().hasSize(2);
    assertThat(Files.readString(file())).contains("prov:Bundle");
  }

  private Path file() {
    return directory.resolve("runs.trig");
  }
}
