package org.provdl.packages;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.provdl.packages.CrateFiles.Placed;
import org.provdl.packages.RunRecord.Agent;
import org.provdl.packages.RunRecord.Code;
import org.provdl.packages.RunRecord.Metric;
import org.provdl.packages.RunRecord.Setting;
import org.provdl.packages.RunRecord.Source;
import org.provdl.packages.RunRecord.SplitRecord;
import org.provdl.vocabulary.Base;
import org.provdl.vocabulary.PROVDL;

/** A run and all that belongs to it, as things of a crate. */
final class RunEntities {

  /** The form of ISO 8601 that the validator of the profile takes. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final RunRecord run;
  private final Entities entities;
  private final CrateFiles crateFiles;
  private final Set<String> files = new LinkedHashSet<>();
  private final List<String> people;
  private final Entity action;

  RunEntities(RunRecord run, Entities entities, CrateFiles crateFiles) throws IOException {
    this.run = run;
    this.entities = entities;
    this.crateFiles = crateFiles;
    people = run.people().stream().map(this::person).toList();
    action = entities.entity(Entity.id(run.training()), "CreateAction");
    describe();
  }

  /** The id of the training. */
  String action() {
    return action.id();
  }

  /** The ids of the files that are in the crate. */
  Set<String> files() {
    return files;
  }

  /** The ids of those who ran it. */
  List<String> people() {
    return people;
  }

  private void describe() throws IOException {
    List<String> objects = new ArrayList<>();
    List<String> results = new ArrayList<>();
    for (ArtifactRecord input : run.inputs()) {
      objects.add(file(input));
    }
    for (ArtifactRecord output : run.outputs()) {
      results.add(file(output));
    }
    run.splits().forEach(split -> objects.add(split(split)));
    run.settings().forEach(setting -> objects.add(setting(setting)));
    run.metrics().forEach(metric -> results.addAll(metric(metric)));
    action
        .with("name", "Training of " + run.name())
        .with("description", description())
        .with("startTime", time(run.started()))
        .with("endTime", time(run.ended()))
        .with("actionStatus", "http://schema.org/" + status())
        .with("error", error().orElse(null))
        .to("agent", people)
        .to("instrument", instruments())
        .to("object", objects)
        .to("result", results)
        .to("subjectOf", provenance());
  }

  private static @Nullable String time(@Nullable Instant instant) {
    return instant == null ? null : TIME.format(instant);
  }

  private String description() {
    String where = run.environment("machine", "host");
    return "Run %s, %s%s.%s"
        .formatted(
            run.id(),
            run.status(),
            where.isEmpty() ? "" : " on " + where,
            run.commandLine() == null ? "" : " Command line: " + run.commandLine());
  }

  private String status() {
    return switch (run.status()) {
      case "completed" -> "CompletedActionStatus";
      case "running" -> "ActiveActionStatus";
      default -> "FailedActionStatus";
    };
  }

  private Optional<String> error() {
    return status().equals("FailedActionStatus")
        ? Optional.of(run.reason() == null ? run.status() : run.status() + ": " + run.reason())
        : Optional.empty();
  }

  private String person(Agent agent) {
    return entities.entity(Entity.id(agent.iri()), "Person").with("name", agent.name()).id();
  }

  /** The profile wants one; where no framework trained it, the program did. */
  private List<String> instruments() {
    List<String> instruments = new ArrayList<>();
    run.frameworks().forEach(framework -> instruments.add(software(framework)));
    Code code = run.code();
    if (code != null) {
      instruments.add(code(code));
    }
    if (instruments.isEmpty()) {
      instruments.add(
          entities
              .entity(Entity.id(run.iri()) + "#program", "SoftwareApplication")
              .with("name", "A program that was not recorded")
              .id());
    }
    return instruments;
  }

  private String software(Agent agent) {
    return entities
        .entity(Entity.id(agent.iri()), "SoftwareApplication")
        .with("name", agent.name())
        .with("softwareVersion", agent.version())
        .id();
  }

  private String code(Code code) {
    return entities
        .entity(Entity.id(code.iri()), "SoftwareSourceCode")
        .with("name", "Source code at " + code.name())
        .with("version", code.commit())
        .with("codeRepository", code.remote())
        .with(
            "description",
            Boolean.TRUE.equals(code.dirty()) ? "With changes that were not committed." : null)
        .id();
  }

  private String file(ArtifactRecord artifact) throws IOException {
    Placed placed = crateFiles.place(artifact);
    placed.name().ifPresent(files::add);
    return entities
        .entity(
            placed.name().orElse(Entity.id(artifact.iri())),
            placed.name().isPresent() ? "File" : "CreativeWork")
        .with("name", artifact.name())
        .with("identifier", artifact.iri())
        .with("additionalType", PROVDL.NS + artifact.kind())
        .with("sha256", artifact.sha256())
        .with("contentSize", artifact.size() == null ? null : artifact.size().toString())
        .with("encodingFormat", MediaTypes.of(artifact.name()))
        .with(
            "description",
            placed.name().isPresent() ? null : "Not in this crate: %s.".formatted(placed.remark()))
        .id();
  }

  private String split(SplitRecord split) {
    List<String> sources = split.sources().stream().map(this::source).toList();
    return entities
        .entity(Entity.id(split.iri()), "CreativeWork")
        .with("name", "The %s data of %s".formatted(split.name(), run.name()))
        .with("additionalType", PROVDL.DatasetSplit.getURI())
        .with(
            "description",
            split.examples() == null ? null : "%s examples.".formatted(split.examples()))
        .to("isBasedOn", sources)
        .id();
  }

  /** A file was named before; what has no hash is known by name alone. */
  private String source(Source source) {
    Optional<String> file =
        run.artifact(source.iri()).map(ArtifactRecord::sha256).flatMap(crateFiles::nameOf);
    return file.orElseGet(
        () ->
            entities
                .entity(Entity.id(source.iri()), "CreativeWork")
                .with("name", source.name())
                .with("description", "Not in this crate: its content was not recorded.")
                .id());
  }

  private String setting(Setting setting) {
    String of = setting.layer() == null ? "" : " of layer " + setting.layer();
    return entities
        .entity(Entity.id(setting.iri()), "PropertyValue")
        .with("name", setting.name() + of)
        .with("propertyID", setting.hyperparameter())
        .with("value", setting.value())
        .id();
  }

  private List<String> metric(Metric metric) {
    List<String> values = new ArrayList<>();
    if (metric.best() != null) {
      values.add(metric(metric, "best", metric.best()));
    }
    if (metric.last() != null && !metric.last().equals(metric.best())) {
      values.add(metric(metric, "last", metric.last()));
    }
    return values;
  }

  private String metric(Metric metric, String which, Object value) {
    String id =
        "#metric-%s-%s-%s-%s"
            .formatted(
                Base.segment(run.id()),
                Base.segment(metric.split()),
                Base.segment(metric.name()),
                which);
    return entities
        .entity(id, "PropertyValue")
        .with("name", "%s on %s data, %s value".formatted(metric.name(), metric.split(), which))
        .with("value", value)
        .id();
  }

  private String provenance() throws IOException {
    String name = crateFiles.provenance(run);
    files.add(name);
    return entities
        .entity(name, "File")
        .with("name", "Provenance of " + run.name())
        .with("description", "All that was recorded of the run, as W3C PROV-O.")
        .with("encodingFormat", "application/trig")
        .to("about", action.id())
        .id();
  }
}
