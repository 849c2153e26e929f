package org.provdl.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;

class PrefixesTest {

  @Test
  void whatTheNamesOfGraphsBeginWithHasPrefixesNumberedFromTheSecondBaseOn() {
    assertThat(
            Prefixes.of(
                List.of(
                    NodeFactory.createURI("http://a.example/provdl/run/1"),
                    NodeFactory.createURI("http://a.example/provdl/study/2"),
                    NodeFactory.createURI("http://b.example/run/3"),
                    NodeFactory.createURI("urn:other"))))
        .containsAllEntriesOf(Prefixes.ALL)
        .containsEntry("run", "http://a.example/provdl/run/")
        .containsEntry("person", "http://a.example/provdl/agent/person/")
        .containsEntry("artifact2", "http://b.example/artifact/")
        .hasSize(Prefixes.ALL.size() + 14);
  }
}
