package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;
import org.provdl.vocabulary.PROVDL;

class CompareRunsTest {

  private final DatasetGraph dataset = Runs.of("comparison");

  @Test
  void everyAspectIsCompared() {
    assertThat(differences("one", "two"))
        .containsExactly(
            "\"settings\" | \"decay\" | \"model\" | \"NaN\"^^xsd:double | ",
            "\"settings\" | \"rate\" | \"model\" | 0.10 | 0.2",
            "\"settings\" | \"dropout\" | \"output\" | 0.5e0 | \"off\"",
            "\"adaptations\" | \"rate: schedule\" | \"model\" |  | 2",
            "\"adaptations\" | \"dropout\" | \"输入\" |  | 1",
            "\"model\" | \"initialParameters\" |  |  | <parameters/sha256-ff-0>",
            "\"model\" | \"configuration\" | \"model\" |  | \"44\"",
            "\"model\" | \"parameterCount\" | \"model\" |  | 7",
            "\"model\" | \"layerType\" | \"output\" | \"OutputLayer\" | \"LossLayer\"",
            "\"data\" | \"exampleCount\" | \"training\" | 100 | 90",
            "\"data\" | \"labels\" | \"training\" | \"[\\\"a\\\", \\\"b\\\"]\"^^<http://w3id.org/awslabs/neptune/SPARQL-CDTs/List> | \"[\\\"a\\\"]\"^^<http://w3id.org/awslabs/neptune/SPARQL-CDTs/List>",
            "\"data\" | \"source\" | \"training\" | \"digits.csv (d1)\" | \"digits.csv (d2), s3://数字\"",
            "\"data\" | \"maximum\" | \"step 1\" | 16 | 255",
            "\"data\" | \"name\" | \"step 2\" |  | \"shuffle\"",
            "\"code\" | \"commit\" |  |  | \"abc\"",
            "\"code\" | \"dirty\" |  |  | true",
            "\"environment\" | \"commandLine\" |  | \"java Digits\" | \"java Digits --rate 0.2\"",
            "\"environment\" | \"coreCount\" |  |  | 64",
            "\"environment\" | \"name\" |  |  | \"host\"",
            "\"environment\" | \"operator\" |  |  | <agent/person/ada>",
            "\"environment\" | \"name\" | \"device 0\" |  | \"A100\"",
            "\"libraries\" | \"classPath\" |  |  | <artifact/sha256-c2>",
            "\"outcome\" | \"energyInJoules\" |  |  | 5e0",
            "\"outcome\" | \"epochs\" |  | 2 | 1",
            "\"outcome\" | \"parameters\" |  |  | \"22\"",
            "\"outcome\" | \"reason\" |  |  | \"out of memory\"",
            "\"outcome\" | \"seconds\" |  | 60.0e0 | 1.5e0",
            "\"outcome\" | \"status\" |  | provdl:completed | provdl:failed",
            "\"outcome\" | \"norm\" | \"no epoch\" |  | \"INF\"^^xsd:double",
            "\"outcome\" | \"accuracy\" | \"test\" |  | 0.5e0",
            "\"outcome\" | \"loss\" | \"training\" | \"NaN\"^^xsd:double | 0.75e0");
  }

  @Test
  void chosenAspectsAloneAreCompared() {
    assertThat(
            Runs.rows(
                Runs.ask(
                    Runs.query("compare-runs")
                        .with("runA", "one")
                        .with("runB", "two")
                        .with("only", "environment,code"),
                    dataset)))
        .containsExactly(
            "\"code\" | \"commit\" |  |  | \"abc\"",
            "\"code\" | \"dirty\" |  |  | true",
            "\"environment\" | \"commandLine\" |  | \"java Digits\" | \"java Digits --rate 0.2\"",
            "\"environment\" | \"coreCount\" |  |  | 64",
            "\"environment\" | \"name\" |  |  | \"host\"",
            "\"environment\" | \"operator\" |  |  | <agent/person/ada>",
            "\"environment\" | \"name\" | \"device 0\" |  | \"A100\"");
  }

  @Test
  void otherDigitsAndOtherTimesAreNoDifference() {
    assertThat(differences("one", "same")).isEmpty();
    assertThat(differences("same", "one")).isEmpty();
  }

  @Test
  void aRunDoesNotDifferFromItself() {
    assertThat(differences("two", "two")).isEmpty();
    assertThat(Runs.rows(compare(Runs.training(), Runs.ADA, Runs.ADA))).isEmpty();
  }

  @Test
  void theOtherWayRoundTheValuesChangePlaces() {
    assertThat(differences("two", "one"))
        .hasSameSizeAs(differences("one", "two"))
        .contains("\"settings\" | \"rate\" | \"model\" | 0.2 | 0.10");
  }

  @Test
  void whatOneRunLacksIsEmpty() {
    assertThat(differences("bare", "same"))
        .containsExactly(
            "\"settings\" | \"decay\" | \"model\" |  | \"NaN\"^^xsd:double",
            "\"settings\" | \"rate\" | \"model\" |  | 0.1",
            "\"settings\" | \"dropout\" | \"输入\" |  | 0.50",
            "\"settings\" | \"dropout\" | \"output\" |  | 5e-1",
            "\"model\" | \"layerType\" | \"输入\" |  | \"DenseLayer\"",
            "\"model\" | \"name\" | \"输入\" |  | \"输入\"",
            "\"model\" | \"layerType\" | \"output\" |  | \"OutputLayer\"",
            "\"model\" | \"name\" | \"output\" |  | \"output\"",
            "\"data\" | \"exampleCount\" | \"training\" |  | 100",
            "\"data\" | \"labels\" | \"training\" |  | \"[\\\"a\\\", \\\"b\\\"]\"^^<http://w3id.org/awslabs/neptune/SPARQL-CDTs/List>",
            "\"data\" | \"name\" | \"training\" |  | \"training\"",
            "\"data\" | \"source\" | \"training\" |  | \"digits.csv (d1)\"",
            "\"data\" | \"maximum\" | \"step 1\" |  | 16",
            "\"data\" | \"name\" | \"step 1\" |  | \"normalize\"",
            "\"environment\" | \"commandLine\" |  |  | \"java Digits\"",
            "\"outcome\" | \"epochs\" |  |  | 2",
            "\"outcome\" | \"seconds\" |  |  | \"60.0\"^^xsd:double",
            "\"outcome\" | \"status\" |  |  | provdl:completed",
            "\"outcome\" | \"loss\" | \"training\" |  | \"NaN\"^^xsd:double");
  }

  @Test
  void severalValuesOfOnePropertyAreComparedAsASet() {
    DatasetGraph more = Runs.of("comparison");
    more.executeWrite(
        () -> {
          addExampleCount(more, "one");
          addExampleCount(more, "same");
        });
    assertThat(Runs.rows(compare(more, "one", "same"))).isEmpty();
  }

  private static void addExampleCount(DatasetGraph dataset, String run) {
    dataset.add(
        NodeFactory.createURI(Runs.BASE + "run/" + run),
        NodeFactory.createURI(Runs.BASE + "run/" + run + "#split-training"),
        PROVDL.exampleCount.asNode(),
        NodeFactory.createLiteralDT("101", XSDDatatype.XSDinteger));
  }

  private List<String> differences(String a, String b) {
    return Runs.rows(compare(dataset, a, b));
  }

  private static ResultTable compare(DatasetGraph dataset, String a, String b) {
    return Runs.ask(Runs.query("compare-runs").with("runA", a).with("runB", b), dataset);
  }
}
