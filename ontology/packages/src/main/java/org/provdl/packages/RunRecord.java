package org.provdl.packages;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a store says of a run, in plain values. Null is what it does not say, and so is an empty
 * list.
 *
 * @param graph where all of it was read
 * @param iri the document of the run
 * @param training the IRI of the activity
 * @param name what people call it
 * @param experiments the names of those that it belongs to
 * @param status running, completed, failed or interrupted
 * @param reason why it failed or was interrupted
 * @param started when
 * @param ended when
 * @param commandLine of the process, without secrets
 * @param people who ran it
 * @param frameworks that trained it
 * @param recorders that recorded it
 * @param code that the program was made from
 * @param settings that it started with
 * @param adaptations of settings, each in words
 * @param splits of the data, in order
 * @param artifacts files that it read or wrote
 * @param start the parameters that it started from
 * @param metrics what each came to
 * @param parameterCount of the model
 * @param layers of the model, in order
 * @param environment machine, software, process and code, by name
 * @param libraries that it could load
 * @param preparations of the data, in order
 */
record RunRecord(
    RunGraph graph,
    String iri,
    String training,
    String name,
    List<String> experiments,
    String status,
    @Nullable String reason,
    @Nullable Instant started,
    @Nullable Instant ended,
    @Nullable String commandLine,
    List<Agent> people,
    List<Agent> frameworks,
    List<Agent> recorders,
    @Nullable Code code,
    List<Setting> settings,
    List<String> adaptations,
    List<SplitRecord> splits,
    List<ArtifactRecord> artifacts,
    @Nullable Start start,
    List<Metric> metrics,
    @Nullable Object parameterCount,
    List<LayerRow> layers,
    List<EnvironmentRow> environment,
    List<LibraryRow> libraries,
    List<PreparationRow> preparations) {

  /** Who or what; the version is that of software. */
  record Agent(String iri, String name, @Nullable String version) {

    /** The name, and the version where there is one. */
    String text() {
      return version == null ? name : name + " " + version;
    }
  }

  /** The IRI of parameters, and whether they had been trained. */
  record Start(String iri, boolean trained) {}

  record Code(
      String iri,
      String name,
      @Nullable String commit,
      @Nullable String branch,
      @Nullable String remote,
      @Nullable Object dirty) {}

  /** Where {@code layer} is null, it holds for the whole model. */
  record Setting(
      String iri, String name, String hyperparameter, Object value, @Nullable String layer) {}

  /** A part of the data: training, validation or test. */
  record SplitRecord(
      String iri,
      String name,
      @Nullable Object examples,
      @Nullable Object shuffleSeed,
      List<Source> sources) {}

  /** What a part of the data comes from; not always a file. */
  record Source(String iri, String name, @Nullable String sha256) {}

  /** A metric on a part of the data. What is null is not a number, or not told. */
  record Metric(
      String name,
      String split,
      @Nullable Object best,
      @Nullable Object last,
      @Nullable Boolean higherIsBetter) {

    /** The best value where there is one, else the last. */
    Optional<Object> value() {
      return Optional.ofNullable(best == null ? last : best);
    }
  }

  record LayerRow(
      @Nullable Object index,
      @Nullable String layer,
      @Nullable String type,
      @Nullable String activation,
      @Nullable Object inputs,
      @Nullable Object outputs,
      @Nullable Object parameters) {}

  record EnvironmentRow(String part, String name, String value, @Nullable String unit) {}

  record LibraryRow(String library, @Nullable String version, @Nullable String sha256) {}

  record PreparationRow(String name, @Nullable String parameters) {}

  /** The last part of its IRI. */
  String id() {
    return iri.replaceFirst("(?s).*/", "");
  }

  /** Model files that it wrote, the last one first. */
  List<ArtifactRecord> models() {
    return artifacts.stream().filter(ArtifactRecord::isModel).toList();
  }

  /** Files that it read. */
  List<ArtifactRecord> inputs() {
    return artifacts.stream().filter(artifact -> !artifact.isGenerated()).toList();
  }

  /** Files that it wrote. */
  List<ArtifactRecord> outputs() {
    return artifacts.stream().filter(ArtifactRecord::isGenerated).toList();
  }

  Optional<ArtifactRecord> artifact(String artifactIri) {
    return artifacts.stream().filter(artifact -> artifact.iri().equals(artifactIri)).findFirst();
  }

  /** The values of one part of the environment under a name. */
  String environment(String part, String factName) {
    return environment.stream()
        .filter(row -> row.part().equals(part) && row.name().equals(factName))
        .map(EnvironmentRow::value)
        .collect(Collectors.joining(", "));
  }
}
