package org.provdl.capture;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every sink must do that writes over HTTP. */
abstract class HttpSinkContract extends QuadSinkContract {

  private final FusekiForTests fuseki = new FusekiForTests();

  @AfterEach
  void stop() {
    fuseki.close();
  }

  /** The service of a stock Fuseki that the sink writes to. */
  abstract String service();

  abstract QuadSink open(URI endpoint);

  @Override
  QuadSink open() {
    return open(fuseki.endpoint(service()));
  }

  @Override
  DatasetGraph content() {
    return fuseki.dataset();
  }

  @Test
  void anAnswerThatIsNotSuccessIsAFailure() {
    try (QuadSink sink = open(fuseki.endpoint("nothing-here"))) {
      assertThatThrownBy(() -> sink.write(List.of(quad())))
          .hasMessageContaining("nothing-here")
          .hasMessageContaining("40");
    }
  }

  @Test
  void aServerThatIsNotThereIsAFailure() {
    try (QuadSink sink = open()) {
      fuseki.close();
      assertThatThrownBy(() -> sink.write(List.of(quad())))
          .hasMessageContaining("could not be reached");
    }
  }

  private static Quad quad() {
    return new Quad(
        NodeFactory.createURI("http://example.org/g"),
        NodeFactory.createURI("http://example.org/s"),
        NodeFactory.createURI("http://example.org/p"),
        NodeFactory.createURI("http://example.org/o"));
  }
}
