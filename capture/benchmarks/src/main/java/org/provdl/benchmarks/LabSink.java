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
 * A store that can be cut off, as when a process is killed and nobody recovers its runs. It is
 * written in few large transactions, for the small ones of a year would take as long as they did.
 * What each epoch and run used of the machine is added here, for the meter of a capture would tell
 * of this machine, and something else each time.
 */
final class LabSink implements QuadSink {

  private static final long MEBIBYTE = 1L << 20;

  /** Of one transaction. */
  private static final int QUADS = 500_000;

  private final QuadSink store;
  private List<Quad> waiting = new ArrayList<>();
  private boolean cut;

  LabSink(QuadSink store) {
    this.store = store;
  }

  /** Lets nothing through until it is mended. */
  synchronized void cut() {
    cut = true;
  }

  synchronized void mend() {
    cut = false;
  }

  /** Writes what waits for more. */
  synchronized void flush() {
    store.write(waiting);
    waiting = new ArrayList<>();
  }

  @Override
  public synchronized void write(List<Quad> quads) {
    if (cut) {
      return;
    }
    for (Quad quad : quads) {
      waiting.add(quad);
      if (isEpoch(quad)) {
        use(waiting, quad, 1);
      } else if (isStatusOfRun(quad)) {
        use(waiting, quad, 60);
      }
    }
    if (waiting.size() >= QUADS) {
      flush();
    }
  }

  private static boolean isStatusOfRun(Quad quad) {
    return quad.getPredicate().equals(PROVDL.status.asNode())
        && quad.getSubject().getURI().endsWith("#training");
  }

  private static boolean isEpoch(Quad quad) {
    return quad.getPredicate().equals(RDF.type.asNode())
        && quad.getObject().equals(PROVDL.Epoch.asNode());
  }

  private static void use(List<Quad> quads, Quad of, int epochs) {
    int varied = Math.floorMod(of.getSubject().hashCode(), 1_000);
    decimal(quads, of, PROVDL.processorTimeInSeconds, epochs * (20 + varied / 100.0));
    decimal(quads, of, PROVDL.garbageCollectionTimeInSeconds, epochs * varied / 10_000.0);
    decimal(quads, of, PROVDL.energyInJoules, epochs * (700 + varied / 2.0));
    count(quads, of, PROVDL.heapInBytes, (200 + varied) * MEBIBYTE);
    count(quads, of, PROVDL.residentMemoryInBytes, (1_200 + varied) * MEBIBYTE);
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
