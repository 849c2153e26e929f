package org.provdl.packages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.Hash;
import org.cyclonedx.model.Hash.Algorithm;
import org.cyclonedx.model.Property;
import org.cyclonedx.model.component.ModelCard;
import org.cyclonedx.model.component.data.ComponentData;
import org.cyclonedx.model.component.data.ComponentData.ComponentDataType;
import org.cyclonedx.model.component.data.DatasetChoice;
import org.cyclonedx.model.component.modelCard.ModelParameters;
import org.cyclonedx.model.component.modelCard.PerformanceMetric;
import org.cyclonedx.model.component.modelCard.QuantitativeAnalysis;
import org.jspecify.annotations.Nullable;
import org.provdl.packages.RunRecord.Agent;
import org.provdl.packages.RunRecord.LibraryRow;
import org.provdl.packages.RunRecord.Metric;
import org.provdl.packages.RunRecord.Setting;
import org.provdl.packages.RunRecord.Source;
import org.provdl.packages.Subjects.Subject;

/** The model, and what it was made of, as components of a bill. */
final class BomComponents {

  private static final String DIGEST = "[0-9a-f]{64}";

  private final Subject subject;
  private final RunRecord run;

  BomComponents(Subject subject) {
    this.subject = subject;
    run = subject.run();
  }

  Component model() {
    Component model =
        component(Component.Type.MACHINE_LEARNING_MODEL, subject.iri(), subject.name());
    model.setVersion(run.id());
    model.setDescription("Trained in the run '%s', %s".formatted(run.name(), run.status()));
    subject.file().ifPresent(file -> hash(model, file.sha256()));
    model.setModelCard(card());
    property(model, "provdl:run", run.iri());
    property(model, "provdl:status", run.status());
    property(model, "provdl:reason", run.reason());
    property(model, "provdl:parameterCount", run.parameterCount());
    run.settings().forEach(setting -> property(model, name(setting), setting.value()));
    return model;
  }

  private static String name(Setting setting) {
    String name = "provdl:setting:" + setting.name();
    return setting.layer() == null ? name : name + ":" + setting.layer();
  }

  private ModelCard card() {
    ModelCard card = new ModelCard();
    ModelParameters parameters = new ModelParameters();
    parameters.setDatasets(sources().values().stream().map(source -> choice(source)).toList());
    card.setModelParameters(parameters);
    QuantitativeAnalysis analysis = new QuantitativeAnalysis();
    analysis.setPerformanceMetrics(
        run.metrics().stream().flatMap(BomComponents::performance).toList());
    card.setQuantitativeAnalysis(analysis);
    return card;
  }

  private static DatasetChoice choice(Source source) {
    DatasetChoice choice = new DatasetChoice();
    choice.setRef(source.iri());
    return choice;
  }

  private static Stream<PerformanceMetric> performance(Metric metric) {
    return metric.value().stream()
        .map(
            value -> {
              PerformanceMetric performance = new PerformanceMetric();
              performance.setType(metric.name());
              performance.setValue(Values.text(value));
              performance.setSlice(metric.split());
              return performance;
            });
  }

  /** What the data comes from, each but once. */
  List<Component> data() {
    List<Component> data = new ArrayList<>();
    for (Source source : sources().values()) {
      Component component = component(Component.Type.DATA, source.iri(), source.name());
      hash(component, source.sha256());
      ComponentData contents = new ComponentData();
      contents.setType(ComponentDataType.DATASET);
      contents.setName(source.name());
      component.setData(List.of(contents));
      run.splits().stream()
          .filter(split -> split.sources().contains(source))
          .forEach(split -> property(component, "provdl:split", split.name()));
      data.add(component);
    }
    return data;
  }

  private Map<String, Source> sources() {
    Map<String, Source> sources = new LinkedHashMap<>();
    run.splits().stream()
        .flatMap(split -> split.sources().stream())
        .forEach(source -> sources.putIfAbsent(source.iri(), source));
    return sources;
  }

  List<Component> software() {
    return run.frameworks().stream().map(BomComponents::software).toList();
  }

  static Component software(Agent agent) {
    Component software = component(Component.Type.FRAMEWORK, agent.iri(), agent.name());
    software.setVersion(agent.version());
    return software;
  }

  /** A name alone does not say from which repository a library is, so there is no package URL. */
  List<Component> libraries() {
    List<Component> libraries = new ArrayList<>();
    for (LibraryRow row : run.libraries()) {
      Component library =
          component(
              Component.Type.LIBRARY, "library-%d".formatted(libraries.size() + 1), row.library());
      library.setVersion(row.version());
      hash(library, row.sha256());
      libraries.add(library);
    }
    return libraries;
  }

  private static Component component(Component.Type type, String reference, String name) {
    Component component = new Component();
    component.setType(type);
    component.setBomRef(reference);
    component.setName(name.isBlank() ? "not recorded" : name);
    return component;
  }

  private static void hash(Component component, @Nullable String sha256) {
    if (sha256 != null && sha256.matches(DIGEST)) {
      component.addHash(new Hash(Algorithm.SHA_256, sha256));
    }
  }

  private static void property(Component component, String name, @Nullable Object value) {
    if (value != null) {
      component.addProperty(new Property(name, Values.text(value)));
    }
  }
}
