package org.provdl.capture;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GraphStoreSinkIT extends QuadSinkContract {

  private final FusekiForTests fuseki = new FusekiForTests();

  @AfterEach
  void stop() {
    fuseki.close();
  }

  @Override
  QuadSink open() {
    return QuadSink.graphStore(fuseki.endpoint("data"));
  }

  @Override
  DatasetGraph content() {
    return fuseki.dataset();
  }

  @Test
  void anAnswerThatIsNotSuccessIsAFailure() {
    try (QuadSink sink = QuadSink.graphStore(fuseki.endpoint("nothing-here"))) {
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
