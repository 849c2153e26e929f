package org.provdl.queries;

import org.junit.jupiter.api.Test;

class PrintTest {
  @Test
  void print() {
    SparqlEndpoint e = SparqlEndpoint.local(Runs.training());
    for (CannedQuery q : Catalogue.standard().queries()) {
      System.out.println("== " + q.name());
      java.util.Map<String, String> v = new java.util.HashMap<>();
      for (Parameter p : q.parameters())
        if (p.required())
          v.put(
              p.name(),
              p.type() == ParameterType.RUN ? Runs.ADA : Runs.ADA + "#model-5e884898da280471");
      try {
        ResultTable t = q.with(v).on(e);
        Runs.rows(t).forEach(System.out::println);
        Format.TABLE.write(t, System.out);
      } catch (RuntimeException x) {
        x.printStackTrace(System.out);
      }
    }
  }
}
