package org.provdl.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.util.IsoMatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Journals of every format that was ever released can be read, and say what they said then. */
class JournalFormatTest {

  private static final Path RESOURCES = Path.of("src/test/resources/org/provdl/capture");

  @Test
  void aJournalOfFormat1GivesItsGraph(@TempDir Path directory) throws IOException {
    Files.copy(RESOURCES.resolve("journal-1.journal"), directory.resolve("run.journal"));
    DatasetGraph recovered = DatasetGraphFactory.createTxnMem();

    assertThat(Recovery.to(QuadSink.memory(recovered), directory).runs())
        .singleElement()
        .matches(run -> !run.interrupted() && run.damage() == null);

    String trig = Files.readString(RESOURCES.resolve("journal-1.trig"));
    DatasetGraph expected =
        RDFParser.fromString(trig.replace("@VERSION@", "0.1.0-SNAPSHOT"), Lang.TRIG)
            .toDatasetGraph();
    assertThat(IsoMatcher.isomorphic(expected, recovered)).isTrue();
  }
}
