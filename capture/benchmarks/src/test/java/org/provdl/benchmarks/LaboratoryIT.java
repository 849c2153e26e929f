package org.provdl.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.provdl.vocabulary.PROVDL;

class LaboratoryIT {

  private static final int RUNS = 60;
  private static final int EPOCHS = 4;

  @TempDir Path journals;

  @Test
  void theSameNumbersGiveTheSameStoreOfRunsThatWentInManyWays() {
    Set<Quad> quads = fill();
    assertEquals(quads, fill());

    assertEquals(RUNS, count(quads, PROVDL.TrainingRun));
    Set<Node> statuses =
        quads.stream()
            .filter(quad -> quad.getPredicate().equals(PROVDL.status.asNode()))
            .map(Quad::getObject)
            .collect(Collectors.toSet());
    assertEquals(
        Set.of(PROVDL.completed.asNode(), PROVDL.failed.asNode(), PROVDL.interrupted.asNode()),
        statuses);
    long ended =
        quads.stream()
            .filter(quad -> quad.getPredicate().equals(PROVDL.epochCount.asNode()))
            .count();
    assertEquals(RUNS - 1, ended); // one goes on
    for (Resource kind :
        Set.of(PROVDL.Study, PROVDL.Adaptation, PROVDL.EarlyStopping, PROVDL.ConfusionMatrix)) {
      assertTrue(count(quads, kind) > 0, kind.getLocalName());
    }
    assertTrue(
        quads.stream().anyMatch(quad -> quad.getPredicate().equals(PROVDL.nanCount.asNode())));
    assertEquals(EPOCHS * 20L, adaptations(quads, Laboratory.RESTLESS));
  }

  private Set<Quad> fill() {
    CollectingSink sink = new CollectingSink();
    new Laboratory(RUNS, EPOCHS, 2).fill(sink, journals);
    return new HashSet<>(sink.quads());
  }

  private static long count(Set<Quad> quads, Resource kind) {
    return quads.stream().filter(quad -> isA(quad, kind)).count();
  }

  private static long adaptations(Set<Quad> quads, String run) {
    Set<Node> graphs =
        quads.stream()
            .filter(quad -> quad.getObject().isLiteral())
            .filter(quad -> quad.getObject().getLiteralLexicalForm().equals(run))
            .map(Quad::getGraph)
            .collect(Collectors.toSet());
    return quads.stream()
        .filter(quad -> graphs.contains(quad.getGraph()) && isA(quad, PROVDL.Adaptation))
        .count();
  }

  private static boolean isA(Quad quad, Resource kind) {
    return quad.getPredicate().equals(RDF.type.asNode()) && quad.getObject().equals(kind.asNode());
  }
}
