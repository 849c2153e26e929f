package org.provdl.capture;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.provdl.store.ProvenanceStore;

/**
 * Adds the runs of one store to another, or to a server: what processes without a common server
 * have recorded each for itself comes together.
 *
 * <p>Runs are written one after the other, in batches of bounded size, so that a store may be of
 * any size. A merge that was broken off leaves the first of them, the last perhaps in part. To
 * merge again is harmless. Not thread-safe.
 */
public final class Merge {

  private final PatientWriter writer;
  private long runs;
  private long quads;

  private Merge(QuadSink sink) {
    writer = new PatientWriter(sink, "Merge");
  }

  /**
   * What was added, or was there already.
   *
   * @param runs how many runs the source holds
   * @param quads how many quads they are
   */
  public record Report(long runs, long quads) {

    /** One line for people. */
    @Override
    public String toString() {
      return "%d %s, %d quads".formatted(runs, runs == 1 ? "run" : "runs", quads);
    }
  }

  /**
   * Adds all runs of a store. Works on the calling thread and one of the store, and may take its
   * time; the store can be read and appended to meanwhile, and is merged as it was at the start.
   *
   * @param source the store, open; the caller closes it
   * @param target where its runs go; the caller closes it
   * @return what was added
   * @throws MergeException if the target fails
   * @throws IllegalArgumentException if the target is the source itself
   * @throws org.provdl.store.StoreException if the source is closed
   */
  public static Report of(ProvenanceStore source, QuadSink target) {
    if (target.destination().equals(QuadSink.store(source).destination())) {
      throw new IllegalArgumentException(
          "The store " + source.directory() + " cannot be merged into itself.");
    }
    return source.read(dataset -> new Merge(target).add(dataset));
  }

  private Report add(DatasetGraph source) {
    source.listGraphNodes().forEachRemaining(run -> addRun(run, source));
    writer.write();
    return new Report(runs, quads);
  }

  private void addRun(Node run, DatasetGraph source) {
    runs++;
    source.find(run, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(this::add);
  }

  private void add(Quad quad) {
    quads++;
    writer.add(quad);
  }
}
