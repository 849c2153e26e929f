package org.provdl.capture;

import java.net.URI;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;

/** A stock Fuseki over a dataset in memory, at any free port. */
final class FusekiForTests implements AutoCloseable {

  private final DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
  private final FusekiServer server =
      FusekiServer.create().loopback(true).port(0).add("/dataset", dataset, true).build().start();

  URI endpoint(String service) {
    return URI.create("http://localhost:" + server.getHttpPort() + "/dataset/" + service);
  }

  DatasetGraph dataset() {
    return dataset;
  }

  @Override
  public void close() {
    server.stop();
  }
}
