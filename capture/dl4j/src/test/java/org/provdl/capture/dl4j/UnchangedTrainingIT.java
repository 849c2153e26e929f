package org.provdl.capture.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.jena.sparql.core.Quad;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Adam;
import org.provdl.capture.Capture;
import org.provdl.capture.QuadSink;
import org.provdl.capture.Responsible;
import org.provdl.capture.Split;

/** Training is bit for bit what it is without capture, whatever happens to the capture. */
class UnchangedTrainingIT {

  private final CapturedGraph graph = new CapturedGraph();

  @Test
  void parametersAreBitIdenticalWithAndWithoutCapture() throws Exception {
    MultiLayerNetwork plain = Iris.network(new Adam(0.01));
    plain.fit(Iris.iterator(), 5);
    MultiLayerNetwork captured = Iris.network(new Adam(0.01));
    graph.capture(
        captured,
        provenance -> {
          captured.fit(Iris.iterator(), 5);
          provenance.evaluated(captured.evaluate(Iris.iterator()), Split.TEST);
        });
    assertThat(bits(captured)).isEqualTo(bits(plain));
  }

  @Test
  void aGraphTrainsBitIdenticallyToo() throws Exception {
    ComputationGraph plain = Iris.graph();
    plain.fit(Iris.iterator(), 3);
    ComputationGraph captured = Iris.graph();
    graph.capture(captured, provenance -> captured.fit(Iris.iterator(), 3));
    assertThat(bits(captured)).isEqualTo(bits(plain));
  }

  @Test
  void schedulesNoiseDropoutAndChangesInMidTrainingAreBitIdenticalToo() throws Exception {
    MultiLayerNetwork plain = Rich.network();
    plain.fit(Iris.iterator(), 3);
    plain.setLearningRate(0.05);
    plain.fit(Iris.iterator(), 2);
    MultiLayerNetwork captured = Rich.network();
    graph.capture(
        captured,
        provenance -> {
          captured.fit(Iris.iterator(), 3);
          provenance.adapt("why not", Responsible.OPERATOR, () -> captured.setLearningRate(0.05));
          captured.fit(Iris.iterator(), 2);
        });
    assertThat(bits(captured)).isEqualTo(bits(plain));
    graph.assertAsk("?a a provdl:Adaptation ; provdl:reason 'why not'");
  }

  @Test
  void aSinkThatAlwaysFailsChangesNothingInTraining(@TempDir Path directory) throws Exception {
    MultiLayerNetwork plain = Iris.network(new Adam(0.01));
    plain.fit(Iris.iterator(), 5);
    MultiLayerNetwork captured = Iris.network(new Adam(0.01));
    try (Capture capture =
            Capture.builder(new AlwaysFailing())
                .journal(directory)
                .closeTimeout(Duration.ofMillis(200))
                .open();
        ProvenanceListener provenance = ProvenanceListener.attach(captured, capture, "iris")) {
      captured.fit(Iris.iterator(), 5);
      provenance.saved(Path.of("there is no such file"));
    }
    assertThat(bits(captured)).isEqualTo(bits(plain));
  }

  static byte[] bits(Model network) {
    INDArray parameters = network.params();
    return parameters.dup().data().asBytes();
  }

  private static final class AlwaysFailing implements QuadSink {
    @Override
    public void write(List<Quad> quads) {
      throw new IllegalStateException("failing on purpose");
    }

    @Override
    public String destination() {
      return "nowhere:";
    }

    @Override
    public void close() {
      throw new IllegalStateException("failing on purpose");
    }
  }
}
