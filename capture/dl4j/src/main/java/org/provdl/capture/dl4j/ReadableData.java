package org.provdl.capture.dl4j;

import java.io.IOException;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;

/**
 * Data that can be read again, so that a run can be reproduced: a record, whose components say what
 * is read and how, or a class with a constructor without parameters.
 *
 * <pre>{@code
 * record IrisCsv(Path file, int batchSize, long seed) implements ReadableData {
 *   public DataSetIterator open() throws IOException { ... }
 * }
 *
 * IrisCsv data = new IrisCsv(csv, 16, 42);
 * DataSetIterator training = data.open();
 * provenance.track(training, Split.TRAINING).readBy(data);
 * }</pre>
 *
 * <p>Components are paths, texts, numbers, booleans and constants of enums. They are recorded as
 * they are: a password has no place in them. A path is a source of the split, by its SHA-256.
 *
 * <p>A reproduction makes the object again from what a store says. That may have been written by
 * anybody: a class is initialized only where it implements this interface, and it is looked for
 * only in the class path that whoever asks for the reproduction has chosen.
 */
public interface ReadableData {

  /**
   * Opens the data. The same object, or an equal one in another process, gives the same batches in
   * the same order.
   *
   * @return an iterator of its own, which is used for all epochs and reset between them
   * @throws IOException if it cannot be read
   */
  DataSetIterator open() throws IOException;
}
