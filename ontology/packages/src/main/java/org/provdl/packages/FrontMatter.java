package org.provdl.packages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.provdl.packages.RunRecord.Metric;
import org.provdl.packages.RunRecord.Source;
import org.provdl.packages.Subjects.Subject;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/**
 * What model hubs read of a card: YAML, of the keys that Hugging Face documents. What nobody
 * recorded, such as the licence and the language, is left out.
 */
final class FrontMatter {

  private final Subject subject;

  FrontMatter(Subject subject) {
    this.subject = subject;
  }

  String text() {
    Map<String, Object> yaml = new LinkedHashMap<>();
    RunRecord run = subject.run();
    run.frameworks().stream()
        .findFirst()
        .ifPresent(framework -> yaml.put("library_name", lower(framework.name())));
    yaml.put("tags", List.of("prov-dl", "provenance"));
    List<Map<String, Object>> results = results(run);
    if (!results.isEmpty()) {
      yaml.put("metrics", run.metrics().stream().map(Metric::name).distinct().toList());
      yaml.put("model-index", List.of(map("name", subject.name(), "results", results)));
    }
    return new Dump(
            DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setExplicitStart(true)
                .build())
        .dumpToString(yaml);
  }

  /** One for each part of the data; what the model is for nobody recorded. */
  private static List<Map<String, Object>> results(RunRecord run) {
    Map<String, List<Map<String, Object>>> bySplit = new LinkedHashMap<>();
    for (Metric metric : run.metrics()) {
      metric
          .value()
          .filter(Number.class::isInstance)
          .ifPresent(
              value ->
                  bySplit
                      .computeIfAbsent(metric.split(), any -> new ArrayList<>())
                      .add(
                          map(
                              "type",
                              metric.name(),
                              "value",
                              value,
                              "name",
                              "%s on %s data".formatted(metric.name(), metric.split()))));
    }
    List<Map<String, Object>> results = new ArrayList<>();
    bySplit.forEach(
        (split, metrics) ->
            results.add(
                map(
                    "task",
                    map("type", "other", "name", "not recorded"),
                    "dataset",
                    dataset(run, split),
                    "metrics",
                    metrics)));
    return results;
  }

  private static Map<String, Object> dataset(RunRecord run, String split) {
    String name =
        run.splits().stream()
            .filter(part -> part.name().equals(split))
            .flatMap(part -> part.sources().stream())
            .map(Source::name)
            .findFirst()
            .orElse("not recorded");
    return map("type", name, "name", name, "split", split);
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static Map<String, Object> map(Object... pairs) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i].toString(), pairs[i + 1]);
    }
    return map;
  }
}
