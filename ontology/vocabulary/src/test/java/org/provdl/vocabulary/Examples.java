package org.provdl.vocabulary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.RDFDataMgr;

/** The graphs that show how the terms combine. */
final class Examples {

  private Examples() {}

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("examples", "valid"))) {
      return files.filter(file -> file.toString().endsWith(".trig")).sorted().toList();
    }
  }

  /** What the graphs of a file say, all together. */
  static Model read(Path file) {
    return ModelFactory.createDefaultModel()
        .add(RDFDataMgr.loadDataset(file.toString()).getUnionModel());
  }

  /** What all files say. */
  static Model all() throws IOException {
    Model all = ModelFactory.createDefaultModel();
    files().forEach(file -> all.add(read(file)));
    return all;
  }

  /** What ML-Schema itself says of its terms. */
  static Model mlSchema() {
    return RDFDataMgr.loadModel("src/test/resources/org/provdl/vocabulary/ml-schema-axioms.ttl");
  }
}
