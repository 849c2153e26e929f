package org.provdl.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.provdl.store.ProvenanceStore;

/** Graphs that are documented, or were captured, and stores of them. */
final class Graphs {

  static final String BASE = "http://localhost:3030/provdl/";
  static final String RUN = BASE + "run/01JD8X0000000000000000000A";

  private static final Path EXAMPLES = Path.of("../../ontology/vocabulary/examples");
  private static final Path CAPTURED =
      Path.of("../../capture/core/src/test/resources/org/provdl/capture");

  private Graphs() {}

  /** Parts of graphs, which say nothing of the run. */
  private static final Set<String> EXCERPTS = Set.of("transferred-run.trig", "model-lineage.trig");

  /** What is documented, and what tests of the capture expect of it. */
  static List<Path> valid() throws IOException {
    return Stream.of(files(EXAMPLES.resolve("valid")), captured())
        .flatMap(List::stream)
        .filter(file -> !EXCERPTS.contains(file.getFileName().toString()))
        .toList();
  }

  static List<Path> captured() throws IOException {
    return files(CAPTURED);
  }

  static List<Path> invalid() throws IOException {
    return files(EXAMPLES.resolve("invalid"));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".trig")).sorted().toList();
    }
  }

  static DatasetGraph read(Path file) {
    return RDFDataMgr.loadDatasetGraph(file.toString());
  }

  /** Each file of the examples that has such a name. */
  static void append(ProvenanceStore store, String... examples) {
    for (String example : examples) {
      store.append(quads(read(EXAMPLES.resolve("valid").resolve(example + ".trig"))));
    }
  }

  static List<Quad> quads(DatasetGraph dataset) {
    List<Quad> quads = new ArrayList<>();
    dataset.find().forEachRemaining(quads::add);
    return quads;
  }

  /** A copy of all that a store holds. */
  static DatasetGraph content(ProvenanceStore store) {
    DatasetGraph copy = DatasetGraphFactory.create();
    store.<List<Quad>>read(Graphs::quads).forEach(copy::add);
    return copy;
  }
}
