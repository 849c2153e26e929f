package org.provdl.benchmarks;

import java.nio.file.Path;
import java.util.List;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.provdl.capture.QuadSink;
import org.provdl.store.ProvenanceStore;

/** Delivery to an embedded store, beside TDB2 that takes the same quads in one transaction. */
record EmbeddedDelivery(Story story, List<Quad> quads, Workplace workplace) {

  double capturedSeconds() throws Exception {
    Path directory = workplace.fresh("store");
    Path journals = workplace.fresh("journal");
    double seconds;
    try (ProvenanceStore store = ProvenanceStore.openOrCreate(directory)) {
      seconds = new Delivering(story, journals).seconds(QuadSink.store(store));
      requireAll(store.read(dataset -> Iter.count(dataset.find())));
    }
    Workplace.delete(directory);
    Workplace.delete(journals);
    return seconds;
  }

  double plainSeconds() throws Exception {
    Path directory = workplace.fresh("plain");
    DatasetGraph dataset = DatabaseMgr.connectDatasetGraph(Location.create(directory));
    double seconds =
        Stopwatch.seconds(
            () -> {
              dataset.begin(ReadWrite.WRITE);
              quads.forEach(dataset::add);
              dataset.commit();
              dataset.end();
              return dataset;
            });
    TDBInternal.expel(dataset);
    Workplace.delete(directory);
    return seconds;
  }

  private void requireAll(long stored) {
    if (stored != quads.size()) {
      throw new IllegalStateException(
          "Of %d quads, %d were delivered.".formatted(quads.size(), stored));
    }
  }
}
