package org.provdl.server;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.TxnType;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.util.Context;
import org.jspecify.annotations.Nullable;
import org.provdl.store.ProvenanceStore;
import org.provdl.vocabulary.Prefixes;

/**
 * What Fuseki takes for its dataset: the store, for as long as {@link #read} runs.
 *
 * <p>Fuseki wants one dataset for its lifetime and begins transactions on it; the store has its
 * current one for the length of a read, with the transaction begun. So here to begin and end a
 * transaction means nothing. As a plain wrapper it leaves queries to TDB2's own engine.
 */
final class StoreDataset extends DatasetGraphWrapper {

  private static final PrefixMap PREFIXES =
      PrefixMapFactory.unmodifiablePrefixMap(PrefixMapFactory.create(Prefixes.ALL));

  private final ProvenanceStore store;

  @SuppressWarnings("ThreadLocalUsage") // every server has its own
  private final ThreadLocal<@Nullable DatasetGraph> reading = new ThreadLocal<>();

  StoreDataset(ProvenanceStore store, Context context) {
    super(null, context);
    this.store = store;
  }

  /** Runs on a thread of the store and waits for it; this dataset answers there. */
  void read(Runnable task) {
    store.<Boolean>read(
        dataset -> {
          reading.set(dataset);
          try {
            task.run();
          } finally {
            reading.remove();
          }
          return true;
        });
  }

  /** The store keeps none, but people read Turtle. */
  @Override
  public PrefixMap prefixes() {
    return PREFIXES;
  }

  @Override
  public Graph getGraph(Node name) {
    return GraphView.createNamedGraph(this, name);
  }

  @Override
  protected DatasetGraph get() {
    DatasetGraph dataset = reading.get();
    if (dataset == null) {
      throw new IllegalStateException("The store is read on its own threads only.");
    }
    return dataset;
  }

  @Override
  public void begin(TxnType type) {
    if (type != TxnType.READ) {
      throw new UnsupportedOperationException("The store is written by append only.");
    }
  }

  @Override
  public void begin(ReadWrite mode) {
    begin(TxnType.convert(mode));
  }

  @Override
  public boolean promote(Promote mode) {
    return false;
  }

  @Override
  public void commit() {}

  @Override
  public void abort() {}

  @Override
  public void end() {}

  @Override
  public boolean isInTransaction() {
    return reading.get() != null;
  }

  @Override
  public ReadWrite transactionMode() {
    return ReadWrite.READ;
  }

  @Override
  public TxnType transactionType() {
    return TxnType.READ;
  }

  @Override
  public boolean supportsTransactions() {
    return true;
  }

  @Override
  public boolean supportsTransactionAbort() {
    return true;
  }
}
