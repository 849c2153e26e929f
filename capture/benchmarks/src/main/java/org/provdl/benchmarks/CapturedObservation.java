package org.provdl.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.provdl.capture.Capture;
import org.provdl.capture.QuadSink;
import org.provdl.capture.dl4j.ProvenanceListener;

/** By capture with all defaults, into an embedded store that a server serves. */
final class CapturedObservation implements Observation {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Capture capture;
  private final ProvenanceListener listener;

  CapturedObservation(MultiLayerNetwork network, Serving serving, Path files) {
    capture = Captures.defaults(QuadSink.store(serving.store()), files).open();
    listener = ProvenanceListener.attach(network, capture, "overhead");
  }

  @Override
  public void settle() {
    if (!capture.flush(PATIENCE)) {
      throw new IllegalStateException("The capture was not delivered in " + PATIENCE);
    }
  }

  @Override
  public void close() {
    listener.close();
    capture.close();
  }
}
