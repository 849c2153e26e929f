package org.provdl.capture.dl4j;

import java.nio.file.Path;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.provdl.capture.Capture;
import org.provdl.capture.QuadSink;

/** A program that restores a network from a file, trains it on and saves it to another. */
final class GoingOnProcess {

  private GoingOnProcess() {}

  public static void main(String[] arguments) throws Exception {
    Path from = Path.of(arguments[0]);
    Path to = Path.of(arguments[1]);
    MultiLayerNetwork network = ModelSerializer.restoreMultiLayerNetwork(from.toFile());
    try (Capture capture = Capture.to(QuadSink.trigFile(Path.of(arguments[2])));
        ProvenanceListener provenance = ProvenanceListener.attach(network, capture, "going on")) {
      network.fit(Iris.iterator(), 2);
      network.save(to.toFile());
      provenance.saved(to);
    }
  }
}
