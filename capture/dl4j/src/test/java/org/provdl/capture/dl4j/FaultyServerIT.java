package org.provdl.capture.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.util.IsoMatcher;
import org.deeplearning4j.datasets.iterator.utilty.ListDataSetIterator;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.learning.config.Adam;
import org.provdl.capture.Capture;
import org.provdl.capture.Credentials;
import org.provdl.capture.FaultyProxy;
import org.provdl.capture.FaultyProxy.Fault;
import org.provdl.capture.FusekiProcess;
import org.provdl.capture.HttpAccess;
import org.provdl.capture.QuadSink;
import org.provdl.capture.Recovery;

/** A real training whose server breaks in every way while it goes on. */
@Timeout(180)
class FaultyServerIT {

  private static final HttpAccess ACCESS =
      HttpAccess.with(Credentials.bearer("secret")).requestTimeout(Duration.ofSeconds(1));

  private static final List<Fault> FAULTS =
      List.of(
          FaultyProxy.answer(500),
          FaultyProxy.slowly(500),
          FaultyProxy.slowly(1_500),
          FaultyProxy.cutRequest(),
          FaultyProxy.cutAnswer(),
          FaultyProxy.answer(401, "WWW-Authenticate: Bearer"),
          FaultyProxy.answer(403),
          FaultyProxy.never());

  private int epochs;

  @Test
  void changesNothingInTrainingAndMissesNothing(@TempDir Path directory) throws Exception {
    MultiLayerNetwork captured = Iris.network(new Adam(0.01));
    Path journals = directory.resolve("journals");
    DatasetGraph served;
    try (FusekiProcess fuseki = new FusekiProcess(directory);
        FaultyProxy proxy = new FaultyProxy(fuseki.endpoint("data"))) {
      try (Capture capture =
              Capture.builder(QuadSink.graphStore(proxy.uri(), ACCESS))
                  .journal(journals)
                  .keepJournals()
                  .pace(Duration.ofMillis(50))
                  .closeTimeout(Duration.ofSeconds(60))
                  .open();
          ProvenanceListener provenance = ProvenanceListener.attach(captured, capture, "iris")) {
        for (Fault fault : FAULTS) {
          trainUntilARequest(captured, proxy, FaultyProxy.pass());
          trainUntilARequest(captured, proxy, fault);
        }
        trainUntilARequest(captured, proxy, FaultyProxy.pass());
        fuseki.kill();
        trainUntilARequest(captured, proxy, FaultyProxy.pass());
        FutureTask<Boolean> restart =
            new FutureTask<>(
                () -> {
                  fuseki.start();
                  return true;
                });
        new Thread(restart).start();
        train(captured, restart::isDone);
        restart.get();
        trainUntilARequest(captured, proxy, FaultyProxy.pass());
      }
      served = fuseki.content();
    }
    MultiLayerNetwork plain = Iris.network(new Adam(0.01));
    for (int epoch = 0; epoch < epochs; epoch++) {
      plain.fit(oneByOne());
    }
    assertThat(UnchangedTrainingIT.bits(captured)).isEqualTo(UnchangedTrainingIT.bits(plain));
    assertThat(IsoMatcher.isomorphic(inPeace(journals), served)).isTrue();
  }

  /** Trains until at least one request more has met that. */
  private void trainUntilARequest(MultiLayerNetwork network, FaultyProxy proxy, Fault fault)
      throws IOException {
    proxy.otherwise(fault);
    int before = proxy.requests().size();
    train(network, () -> proxy.requests().size() > before);
  }

  private void train(MultiLayerNetwork network, BooleanSupplier enough) throws IOException {
    while (!enough.getAsBoolean()) {
      network.fit(oneByOne());
      epochs++;
    }
  }

  /** Many iterations in an epoch, so that there are not too many epochs. */
  private static DataSetIterator oneByOne() throws IOException {
    return new ListDataSetIterator<>(Iris.flowers().asList(), 1);
  }

  private static DatasetGraph inPeace(Path journals) {
    DatasetGraph expected = DatasetGraphFactory.createTxnMem();
    Recovery.Report report = Recovery.to(QuadSink.memory(expected), journals.resolve("delivered"));
    assertThat(report.runs()).hasSize(1);
    return expected;
  }
}
