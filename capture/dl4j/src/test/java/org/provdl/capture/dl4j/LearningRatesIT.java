package org.provdl.capture.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.schedule.MapSchedule;
import org.nd4j.linalg.schedule.ScheduleType;

/** Each change of the learning rate is one adaptation. */
class LearningRatesIT {

  private final CapturedGraph graph = new CapturedGraph();

  @Test
  void eachStepOfAScheduleIsOneAdaptationByTheFramework() throws Exception {
    MapSchedule schedule = new MapSchedule(ScheduleType.EPOCH, Map.of(0, 0.1, 2, 0.05, 4, 0.01));
    MultiLayerNetwork network = Iris.network(new Sgd(schedule));
    graph.capture(network, provenance -> network.fit(Iris.iterator(), 6));
    String adaptation =
        "?new prov:wasGeneratedBy ?a ; prov:value ?after ; prov:wasRevisionOf/prov:value ?before ; provdl:appliesTo/a provdl:Model ."
            + " ?a a provdl:Adaptation ; provdl:duringEpoch ?epoch ; provdl:iteration ?i ; provdl:reason 'schedule MapSchedule' ;"
            + " prov:wasAssociatedWith/rdfs:label 'Deeplearning4j' } } ORDER BY ?i";
    assertThat(
            graph.values(
                "CONCAT(STR(?before), ' ', STR(?after), ' ', STR(?epoch), ' ', STR(?i)) AS ?all",
                adaptation))
        .containsExactly("0.1e0 0.05e0 3 7", "0.05e0 0.01e0 5 13");
    assertThat(graph.values("?a", "?a a provdl:Adaptation")).hasSize(2);
  }

  @Test
  void aRateThatThePersonSetsForOneLayerIsAnAdaptationOfThatLayer() throws Exception {
    MultiLayerNetwork network = Iris.network(new Sgd(0.1));
    graph.capture(
        network,
        provenance -> {
          network.fit(Iris.iterator(), 1);
          network.setLearningRate(1, 0.02);
          network.fit(Iris.iterator(), 2);
        });
    assertThat(graph.values("?a", "?a a provdl:Adaptation")).hasSize(1);
    graph.assertAsk(
        "?new prov:wasGeneratedBy ?a ; prov:value 0.02e0 ; provdl:appliesTo/provdl:index 1 ; prov:wasRevisionOf/prov:value 0.1e0 ."
            + " ?a provdl:duringEpoch 2 ; provdl:iteration 4 ; prov:wasAssociatedWith ?who . ?who a prov:Person . ?e provdl:index 2 ; prov:used ?new");
  }
}
