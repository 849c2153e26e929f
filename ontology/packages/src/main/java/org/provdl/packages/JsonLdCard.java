package org.provdl.packages;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.provdl.packages.RunRecord.Code;
import org.provdl.packages.RunRecord.Metric;
import org.provdl.packages.RunRecord.SplitRecord;
import org.provdl.packages.Subjects.Subject;

/**
 * A model card as JSON-LD: terms of FAIR4ML 0.1.0, and of schema.org for the rest. Its context is
 * in it, so that nobody needs to fetch one.
 */
final class JsonLdCard {

  private static final String AUTHOR = "Not recorded: for the author to write.";

  private static final Map<String, String> TRAINED_ON =
      Map.of(
          "training", "fair4ml:trainedOn",
          "validation", "fair4ml:validatedOn",
          "test", "fair4ml:testedOn");

  private final Subject subject;
  private final RunRecord run;
  private final String id;

  JsonLdCard(Subject subject) {
    this.subject = subject;
    run = subject.run();
    id = Entity.id(subject.iri());
  }

  String text() {
    Entity model = Entities.alone(id, "fair4ml:MLModel");
    ObjectNode document = model.json().objectNode();
    document
        .putObject("@context")
        .put("@vocab", "http://schema.org/")
        .put("fair4ml", "https://w3id.org/fair4ml#")
        .put("prov", "http://www.w3.org/ns/prov#");
    describe(model);
    document.setAll(model.json());
    return Entities.text(document);
  }

  private void describe(Entity model) {
    Code code = run.code();
    model
        .with("name", subject.name())
        .with(
            "description",
            "A model trained in the run '%s' (%s)%s."
                .formatted(
                    run.name(), run.status(), run.reason() == null ? "" : ": " + run.reason()))
        .with("dateCreated", subject.file().map(ArtifactRecord::generated).orElse(run.ended()))
        .with("author", run.people().stream().map(this::person).toList())
        .with("codeRepository", code == null ? null : code.remote())
        .with("distribution", subject.file().stream().map(this::file).toList())
        .with("softwareRequirements", run.frameworks().stream().map(this::software).toList());
    for (SplitRecord split : run.splits()) {
      String relation = TRAINED_ON.get(split.name());
      if (relation != null) {
        model.with(relation, List.of(dataset(split)));
      }
    }
    RunRecord.Start start = run.start();
    if (start != null && start.trained()) {
      model.to("fair4ml:fineTunedFrom", Entity.id(start.iri()));
    }
    model
        .with("fair4ml:hasEvaluation", evaluations())
        .with("fair4ml:intendedUse", AUTHOR)
        .with("fair4ml:modelRisksBiasLimitations", AUTHOR)
        .with("prov:wasGeneratedBy", List.of(training()));
  }

  private Entity person(RunRecord.Agent agent) {
    return Entities.alone(Entity.id(agent.iri()), "Person").with("name", agent.name());
  }

  private Entity software(RunRecord.Agent agent) {
    return Entities.alone(Entity.id(agent.iri()), "SoftwareApplication")
        .with("name", agent.name())
        .with("softwareVersion", agent.version());
  }

  private Entity file(ArtifactRecord file) {
    return Entities.alone(id + "#file", "DataDownload")
        .with("name", file.name())
        .with("sha256", file.sha256())
        .with("contentSize", file.size() == null ? null : file.size().toString())
        .with("encodingFormat", MediaTypes.of(file.name()));
  }

  private Entity dataset(SplitRecord split) {
    return Entities.alone(Entity.id(split.iri()), "Dataset")
        .with("name", "The %s data of %s".formatted(split.name(), run.name()))
        .with("size", split.examples() == null ? null : split.examples() + " examples")
        .with(
            "isBasedOn",
            split.sources().stream()
                .map(
                    source ->
                        Entities.alone(Entity.id(source.iri()), "Dataset")
                            .with("name", source.name())
                            .with("sha256", source.sha256()))
                .toList());
  }

  /** One for each part of the data. */
  private List<Entity> evaluations() {
    List<Entity> evaluations = new ArrayList<>();
    for (String split : run.metrics().stream().map(Metric::split).distinct().toList()) {
      List<Metric> metrics =
          run.metrics().stream().filter(metric -> metric.split().equals(split)).toList();
      Entity evaluation =
          Entities.alone(
                  Entity.id(run.iri()) + "#evaluation-on-" + split, "fair4ml:MLModelEvaluation")
              .with("name", "Evaluation on %s data".formatted(split))
              .to("fair4ml:evaluatedMLModel", id)
              .with("fair4ml:extrinsicEvaluation", false)
              .with("fair4ml:evaluationResults", metrics.stream().map(this::result).toList());
      run.splits().stream()
          .filter(part -> part.name().equals(split))
          .findFirst()
          .ifPresent(part -> evaluation.to("fair4ml:evaluationDataset", Entity.id(part.iri())));
      evaluations.add(evaluation);
    }
    return evaluations;
  }

  private Entity result(Metric metric) {
    return Entities.nameless("PropertyValue")
        .with("name", metric.name())
        .with("value", metric.value().orElse(null))
        .with("description", metric.best() == null ? null : "The best value.");
  }

  /** How it was made: what FAIR4ML has no word for. */
  private Entity training() {
    return Entities.alone(Entity.id(run.training()), "CreateAction", "prov:Activity")
        .with("name", "Training of " + run.name())
        .with("startTime", run.started())
        .with("endTime", run.ended())
        .with("error", run.reason())
        .with(
            "object",
            run.settings().stream()
                .map(
                    setting ->
                        Entities.alone(Entity.id(setting.iri()), "PropertyValue")
                            .with(
                                "name",
                                setting.layer() == null
                                    ? setting.name()
                                    : setting.name() + " of layer " + setting.layer())
                            .with("propertyID", setting.hyperparameter())
                            .with("value", setting.value()))
                .toList());
  }
}
