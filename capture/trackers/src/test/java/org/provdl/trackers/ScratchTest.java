package org.provdl.trackers;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.provdl.queries.*;

class ScratchTest {
  static void show(String title, Imported i) {
    System.out.println("##### " + title);
    i.report().runs().stream().limit(10).forEach(System.out::println);
    i.report().problems().stream().limit(20).forEach(p -> System.out.println("PROBLEM " + p));
    print(i, "list-runs", Map.of());
    print(i, "best-runs", Map.of("metric", "accuracy"));
    print(i, "values-tried", Map.of());
    print(i, "imported-runs", Map.of("limit", "2"));
    print(i, "runs-by-commit", Map.of());
    print(i, "trained-models", Map.of());
    print(i, "failed-runs", Map.of());
    String run = i.report().runs().get(Math.min(1, i.report().runs().size() - 1)).iri();
    for (ImportReport.Run r : i.report().runs()) { if (r.name().equals("sgd")) { run = r.iri(); } }
    for (String q : List.of("hyperparameters", "epochs", "metrics-by-epoch", "adaptations", "run-data", "run-artifacts", "iteration-curve", "metric-summaries")) {
      print(i, q, Map.of("run", run));
    }
    print(i, "tags", Map.of("run", run));
    print(i, "lineage", Map.of("entity", run + "#training", "settings", "false"));
    System.out.println("quads " + i.dataset().stream().count());
  }
  static void print(Imported i, String q, Map<String, String> v) {
    System.out.println("--- " + q);
    try {
      ResultTable t = Catalogue.standard().query(q).with(v).on(SparqlEndpoint.local(i.dataset()));
      i.ask(q, v, t.columns().toArray(String[]::new)).stream().limit(12).forEach(r -> System.out.println("  " + r));
    } catch (RuntimeException e) { System.out.println("  !! " + e); }
  }
  @Test
  void all() {
    tryIt("mlflow", MlflowFolder.of(Imported.resource("mlruns")));
    tryIt("yprov", Yprov4mlDocument.of(Path.of("/tmp/fy/prov")));
    tryIt("dump2", DfAnalyzerDump.of(Path.of("/tmp/dump2.sql")));
    tryIt("dump1", DfAnalyzerDump.of(Path.of("/tmp/dump1.sql")));
  }
  static void tryIt(String t, TrackedRuns r) {
    try { show(t, Imported.of(r)); } catch (RuntimeException e) { System.out.println("#### " + t + " FAILED " + e); e.printStackTrace(System.out); }
  }
}
