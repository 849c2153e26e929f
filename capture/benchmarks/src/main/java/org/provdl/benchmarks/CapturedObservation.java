package org.provdl.benchmarks;

import java.time.Duration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.provdl.capture.Capture;
import org.provdl.capture.dl4j.ProvenanceListener;

/** By a run of a capture. */
final class CapturedObservation implements Observation {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Capture capture;
  private final ProvenanceListener listener;

  CapturedObservation(MultiLayerNetwork network, Capture capture) {
    this.capture = capture;
    listener = ProvenanceListener.attach(network, capture, "overhead");
  }

  @Override
  public void settle() {
    if (!capture.flush(PATIENCE)) {
      throw new IllegalStateException("The run was not delivered in " + PATIENCE);
    }
  }

  @Override
  public void close() {
    listener.close();
  }
}
