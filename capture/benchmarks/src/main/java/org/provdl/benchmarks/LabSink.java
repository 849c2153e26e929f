package org.provdl.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.provdl.capture.QuadSink;
import org.provdl.vocabulary.PROVDL;

/**
 * A store that can be cut off, as when a process is killed and nobody recovers its runs. What each
 * epoch and run used of the machine is added here, for the meter of a capture would tell of this
 * machine, and something else each time.
 */
final class LabSink implements QuadSink {

  private static final long MEBIBYTE = 1L << 20;

  private final QuadSink store;
  private volatile boolean cut;

  LabSink(QuadSink store) {
    this.store = store;
  }

  /** Lets nothing through any more. */
  void cut() {
    cut = true;
  }

  @Override
  public void write(List<Quad> quads) {
    if (cut) {
      return;
    }
    List<Quad> metered = new ArrayList<>(quads.size() + quads.size() / 4);
    for (Quad quad : quads) {
      metered.add(quad);
      if (isEpoch(quad)) {
        use(metered, quad, 1);
      } else if (quad.getPredicate().equals(PROVDL.status.asNode())) {
        use(metered, quad, 60);
      }
    }
    store.write(metered);
  }

  private static boolean isEpoch(Quad quad) {
    return quad.getPredicate().equals(RDF.type.asNode())
        && quad.getObject().equals(PROVDL.Epoch.asNode());
  }

  private static void use(List<Quad> metered, Quad of, int epochs) {
    int varied = Math.floorMod(of.getSubject().hashCode(), 1_000);
    decimal(metered, of, PROVDL.processorTimeInSeconds, epochs * (20 + varied / 100.0));
    decimal(metered, of, PROVDL.garbageCollectionTimeInSeconds, epochs * varied / 10_000.0);
    decimal(metered, of, PROVDL.energyInJoules, epochs * (700 + varied / 2.0));
    count(metered, of, PROVDL.heapInBytes, (200 + varied) * MEBIBYTE);
    count(metered, of, PROVDL.residentMemoryInBytes, (1_200 + varied) * MEBIBYTE);
  }

  private static void decimal(List<Quad> quads, Quad of, Property property, double value) {
    add(quads, of, property, NodeFactory.createLiteralByValue(value, XSDDatatype.XSDdouble));
  }

  private static void count(List<Quad> quads, Quad of, Property property, long value) {
    add(quads, of, property, NodeFactory.createLiteralByValue(value, XSDDatatype.XSDinteger));
  }

  private static void add(List<Quad> quads, Quad of, Property property, Node value) {
    quads.add(new Quad(of.getGraph(), of.getSubject(), property.asNode(), value));
  }

  @Override
  public String destination() {
    return store.destination();
  }

  @Override
  public void close() {
    store.close();
  }
}
