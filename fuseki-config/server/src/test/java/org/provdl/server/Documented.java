package org.provdl.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFParserBuilder;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.provdl.store.ProvenanceStore;

/** The runs and the study that the vocabulary documents, in a store. */
final class Documented {

  static final String RUN = "01JD8X0000000000000000000A";

  private Documented() {}

  static void append(ProvenanceStore store) {
    for (String file :
        List.of("training-run", "study", "reproduced-run", "fine-tuned-run", "further-runs")) {
      store.append(
          quads(
              RDFParser.source(
                  Path.of("../../ontology/vocabulary/examples/valid", file + ".trig"))));
    }
  }

  static List<Quad> quads(RDFParserBuilder source) {
    List<Quad> quads = new ArrayList<>();
    source.parse(
        new StreamRDFBase() {
          @Override
          public void quad(Quad quad) {
            quads.add(quad);
          }
        });
    return quads;
  }
}
