package org.provdl.capture.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.environment.Nd4jEnvironment;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.provdl.capture.Artifact;

/** Backend, class path and use of the machine are what ND4J, the files and the clock say. */
class CapturedEnvironmentIT {

  private static final String CDT = "<http://w3id.org/awslabs/neptune/SPARQL-CDTs/get>";

  private final CapturedGraph graph = new CapturedGraph();

  @Test
  void backendAndSeedAreWhatNd4jSays() throws Exception {
    MultiLayerNetwork network = Iris.network(new Adam(0.01));
    Nd4j.getRandom().setSeed(4711);
    graph.capture(network, provenance -> network.fit(Iris.iterator(), 1));
    Properties facts = Nd4j.getExecutioner().getEnvironmentInformation();
    graph.assertAsk(
        "?machine a provdl:ComputeNode ; provdl:backend 'CpuBackend' ; provdl:blasVendor '%s' ; provdl:blasThreadCount %s ; provdl:threadCount %s ; provdl:defaultDataType '%s'"
            .formatted(
                facts.get(Nd4jEnvironment.BLAS_VENDOR_KEY),
                facts.get(Nd4jEnvironment.BLAS_THREADS_KEY),
                facts.get(Nd4jEnvironment.OMP_THREADS_KEY),
                Nd4j.dataType()));
    assertThat(
            graph.values(
                "?v", "?s provdl:hyperparameter provdl:randomGeneratorSeed ; prov:value ?v"))
        .containsExactly("4711");
    graph.assertAsk("?machine provdl:virtualMachine ?name ; provdl:coreCount ?cores");
  }

  @Test
  void theClassPathHoldsDeeplearning4jWithItsHashAndVersion() throws Exception {
    MultiLayerNetwork network = Iris.network(new Adam(0.01));
    graph.capture(network, provenance -> network.fit(Iris.iterator(), 1));
    Path jar =
        Path.of(
            MultiLayerNetwork.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    String entry =
        "?t a provdl:TrainingRun ; prov:used ?path ; prov:qualifiedUsage [ prov:entity ?path ; prov:hadRole provdl:libraryRole ] ."
            + " ?path a provdl:ClassPath ; provdl:libraries ?list . UNFOLD(?list AS ?library)"
            + " FILTER("
            + CDT
            + "(?library, 'name') = '"
            + jar.getFileName()
            + "')";
    assertThat(graph.values(CDT + "(?library, 'sha256') AS ?x", entry))
        .containsExactly(Artifact.of(jar).sha256());
    assertThat(graph.values(CDT + "(?library, 'version') AS ?x", entry))
        .containsExactly("1.0.0-M2.1");
  }

  @Test
  void eachEpochTellsWhatTheProcessUsedInIt() throws Exception {
    MultiLayerNetwork network = Iris.network(new Adam(0.01));
    network.setListeners(new Busy());
    graph.capture(network, provenance -> network.fit(Iris.iterator(), 2));
    assertThat(graph.values("?s", "?e a provdl:Epoch ; provdl:processorTimeInSeconds ?s"))
        .hasSize(2)
        .allSatisfy(seconds -> assertThat(Double.parseDouble(seconds)).isGreaterThan(0.5));
    assertThat(graph.values("?m", "?e a provdl:Epoch ; provdl:residentMemoryInBytes ?m"))
        .hasSize(2)
        .allSatisfy(bytes -> assertThat(Long.parseLong(bytes)).isGreaterThan(1L << 25));
    graph.assertAsk(
        "?e a provdl:Epoch ; provdl:heapInBytes ?h ; provdl:garbageCollectionTimeInSeconds ?g");
    List<String> whole =
        graph.values("?s", "?t a provdl:TrainingRun ; provdl:processorTimeInSeconds ?s");
    assertThat(whole)
        .singleElement()
        .satisfies(seconds -> assertThat(Double.parseDouble(seconds)).isGreaterThan(1));
  }

  /** Keeps a processor busy in each epoch, before the capture sees it end. */
  private static final class Busy extends BaseTrainingListener {
    private static final long NANOSECONDS = TimeUnit.MILLISECONDS.toNanos(1_200);

    @Override
    public void onEpochEnd(Model model) {
      ThreadMXBean threads = ManagementFactory.getThreadMXBean();
      long used = threads.getCurrentThreadCpuTime();
      long time = System.nanoTime();
      while (System.nanoTime() - time < NANOSECONDS
          || threads.getCurrentThreadCpuTime() - used < NANOSECONDS / 2) {
        Thread.onSpinWait();
      }
    }
  }
}
