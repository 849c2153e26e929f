package org.provdl.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.NodeFactoryExtra;
import org.apache.jena.tdb2.DatabaseMgr;
import org.junit.jupiter.api.Test;

final class IndexedInsertionTest {

  private static final int SIZE = 3_000;
  private static final int BATCH = 1_000;
  private static final List<String> VALUES =
      List.of(
          "%d",
          "%d.5",
          "-%d",
          "-%de0",
          "%de-9",
          "'text %d'",
          "true",
          "'1%03d-01-01'^^<http://www.w3.org/2001/XMLSchema#date>");

  private final Random random = new Random(7);
  private final DatasetGraph dataset = DatabaseMgr.connectDatasetGraph(Location.mem());

  @Test
  void everyIndexGetsEveryQuadOnceAsTdb2ItselfWouldDo() {
    List<Quad> quads = quads();
    List<Quad> told = new ArrayList<>(quads);
    told.addAll(quads.subList(0, BATCH)); // again
    Collections.shuffle(told, random);
    for (int from = 0; from < told.size(); from += BATCH) {
      List<Quad> batch = told.subList(from, from + BATCH);
      write(dataset, () -> new IndexedInsertion(dataset).add(batch));
    }
    DatasetGraph plain = DatabaseMgr.connectDatasetGraph(Location.mem());
    write(plain, () -> quads.forEach(plain::add));

    for (Quad quad : quads.subList(0, 30)) {
      for (int bound = 0; bound < 1 << 4; bound++) {
        Node graph = (bound & 1) == 0 ? Node.ANY : quad.getGraph();
        Node subject = (bound & 2) == 0 ? Node.ANY : quad.getSubject();
        Node predicate = (bound & 4) == 0 ? Node.ANY : quad.getPredicate();
        Node object = (bound & 8) == 0 ? Node.ANY : quad.getObject();
        List<Quad> found = find(dataset, graph, subject, predicate, object);
        assertThat(Set.copyOf(found))
            .hasSameSizeAs(found)
            .isEqualTo(Set.copyOf(find(plain, graph, subject, predicate, object)));
      }
    }
  }

  private List<Quad> quads() {
    Set<Quad> quads = new HashSet<>();
    while (quads.size() < SIZE) {
      String value = VALUES.get(random.nextInt(VALUES.size())).formatted(random.nextInt(500));
      quads.add(
          Quad.create(
              Quads.iri("graph-" + random.nextInt(10)),
              Quads.iri("subject-" + random.nextInt(200)),
              Quads.iri("predicate-" + random.nextInt(20)),
              NodeFactoryExtra.parseNode(value)));
    }
    return List.copyOf(quads);
  }

  private static List<Quad> find(
      DatasetGraph dataset, Node graph, Node subject, Node predicate, Node object) {
    dataset.begin(ReadWrite.READ);
    try {
      return Iter.toList(dataset.findNG(graph, subject, predicate, object));
    } finally {
      dataset.end();
    }
  }

  private static void write(DatasetGraph dataset, Runnable change) {
    dataset.begin(ReadWrite.WRITE);
    change.run();
    dataset.commit();
    dataset.end();
  }
}
