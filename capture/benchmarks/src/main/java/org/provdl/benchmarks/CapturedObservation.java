package org.provdl.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.provdl.capture.Capture;
import org.provdl.capture.Environment;
import org.provdl.capture.QuadSink;
import org.provdl.capture.dl4j.ProvenanceListener;

/**
 * By capture with all defaults, into an embedded store that a server serves. What a capture does
 * once is over when it has {@linkplain #settle() settled}.
 */
final class CapturedObservation implements Observation {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final CompletableFuture<Environment> environment = new CompletableFuture<>();
  private final Capture capture;
  private final ProvenanceListener listener;

  CapturedObservation(MultiLayerNetwork network, Serving serving, Path files) {
    capture =
        Captures.defaults(QuadSink.store(serving.store()), files)
            .environment(this::findEnvironment)
            .open();
    listener = ProvenanceListener.attach(network, capture, "overhead");
  }

  @Override
  public void settle() {
    environment.join();
    if (!capture.flush(PATIENCE)) {
      throw new IllegalStateException("The capture was not delivered in " + PATIENCE);
    }
  }

  private Environment findEnvironment() {
    environment.completeAsync(() -> Environment.detect(Path.of("")), Runnable::run);
    return environment.join();
  }

  @Override
  public void close() {
    listener.close();
    capture.close();
  }
}
