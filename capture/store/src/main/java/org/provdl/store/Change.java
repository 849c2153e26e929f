package org.provdl.store;

import org.apache.jena.sparql.core.DatasetGraph;

/** What one transaction does. It can be done again, and cannot fail by itself once begun. */
sealed interface Change permits Batch, Removal {

  /** Quads that are added or removed, at most. */
  int size();

  /** Quads that the store has more afterwards, negative where it has fewer. */
  int growth();

  /** Makes the change in a dataset, inside a transaction. */
  void applyTo(DatasetGraph dataset);
}
