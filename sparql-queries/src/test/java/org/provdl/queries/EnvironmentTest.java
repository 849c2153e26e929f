package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;

class EnvironmentTest {

  @Test
  void hardwareSoftwareProcessAndCodeAreRows() {
    assertThat(ask(Runs.training(), Map.of("run", "01JD8X0000000000000000000A")))
        .containsExactly(
            "\"machine\" | \"host\" | \"host.example\" | ",
            "\"machine\" | \"operating system\" | \"Linux 6.1 amd64\" | ",
            "\"machine\" | \"processor\" | \"AMD EPYC 7763 64-Core Processor\" | ",
            "\"machine\" | \"vendor of the processor\" | \"AuthenticAMD\" | ",
            "\"machine\" | \"cores\" | 64 | ",
            "\"machine\" | \"hardware threads\" | 128 | ",
            "\"machine\" | \"processors for the process\" | 2 | ",
            "\"machine\" | \"memory\" | 25769803776 | \"byte\"",
            "\"machine\" | \"container\" | \"docker\" | ",
            "\"machine\" | \"limit of processors\" | \"2\"^^xsd:double | ",
            "\"machine\" | \"limit of memory\" | 25769803776 | \"byte\"",
            "\"NVIDIA A100-SXM4-40GB\" | \"memory\" | 42505273344 | \"byte\"",
            "\"NVIDIA A100-SXM4-40GB\" | \"compute capability\" | \"8.0\" | ",
            "\"software\" | \"Deeplearning4j\" | \"1.0.0-M2.1\" | ",
            "\"software\" | \"Java\" | \"17.0.15\" | ",
            "\"software\" | \"virtual machine\" | \"OpenJDK 64-Bit Server VM 17.0.15+6\" | ",
            "\"software\" | \"vendor of the virtual machine\" | \"Debian\" | ",
            "\"software\" | \"backend\" | \"CPU\" | ",
            "\"software\" | \"BLAS\" | \"OPENBLAS\" | ",
            "\"software\" | \"threads of BLAS\" | 2 | ",
            "\"software\" | \"threads of the backend\" | 2 | ",
            "\"software\" | \"data type\" | \"FLOAT\" | ",
            "\"software\" | \"SHA-256 of the class path\" | \"7d865e959b2466918c9863afca942d0fb89d7c9ac0c99bafc3749504ded97730\" | ",
            "\"process\" | \"command line\" | \"java -Xmx1g -Dtoken=[redacted] Digits --epochs 2\" | ",
            "\"process\" | \"options of the virtual machine\" | \"-Xmx1g -Dtoken=[redacted]\" | ",
            "\"process\" | \"processor time\" | \"101.5\"^^xsd:double | \"s\"",
            "\"process\" | \"garbage collection\" | \"0.375\"^^xsd:double | \"s\"",
            "\"process\" | \"heap\" | 210763776 | \"byte\"",
            "\"process\" | \"physical memory\" | 1203765248 | \"byte\"",
            "\"process\" | \"energy\" | \"2890.5\"^^xsd:double | \"J\"",
            "\"code\" | \"commit\" | \"3f2a9c1d5e6b7a8091a2b3c4d5e6f708192a3b4c\" | ",
            "\"code\" | \"branch\" | \"main\" | ",
            "\"code\" | \"remote\" | \"https://example.org/team/digits.git\" | ",
            "\"code\" | \"uncommitted changes\" | true | ",
            "\"code\" | \"SHA-256 of the changes\" | \"d7a8fbb307d7809469ca9abcb0082e4f8d5651e46d3cdb762d02d0bf37c9e592\" | ");
  }

  @Test
  void onlyTheCodeIsKnown() {
    assertThat(ask(Runs.of("origins"), Map.of("run", "resumed")))
        .containsExactly(
            "\"code\" | \"commit\" | \"aaaa000000000000000000000000000000000000\" | ",
            "\"code\" | \"uncommitted changes\" | true | ",
            "\"code\" | \"SHA-256 of the changes\" | \"dd\" | ");
  }

  @Test
  void nothingIsKnown() {
    assertThat(ask(Runs.of("failed-and-running"), Map.of("run", "failed"))).isEmpty();
  }

  private static List<String> ask(DatasetGraph dataset, Map<String, String> values) {
    return Runs.rows(Runs.ask(Runs.query("environment").with(values), dataset));
  }
}
