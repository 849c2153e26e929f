package org.provdl.packages;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.jspecify.annotations.Nullable;
import org.provdl.queries.Catalogue;
import org.provdl.queries.QueryParameterException;
import org.provdl.queries.SparqlEndpoint;
import org.provdl.vocabulary.PROVDL;

/** What is meant by a name, an id, a hash or an IRI that somebody gave. */
final class Subjects {

  /** How many runs of an experiment go into one package. */
  static final int MOST_RUNS = 1_000;

  private static final String EXPERIMENT = "experiment/";

  /** A part of a run stands for the run. */
  private static final String PART = "(?<=[0-9A-Z]{26})#.*";

  private static final Pattern DIGEST = Pattern.compile("(?:.*sha256-)?([0-9a-f]{64})");
  private static final Var TEXT = Var.alloc("text");
  private static final Query RUNS_OF_EXPERIMENT =
      QueryFactory.create(
          """
          SELECT DISTINCT ?run ?label WHERE {
            GRAPH ?run {
              ?training a <%s> ; <%s> ?experiment .
              OPTIONAL { ?experiment <http://www.w3.org/2000/01/rdf-schema#label> ?label }
            }
            FILTER(STR(?experiment) = ?text || COALESCE(STR(?label) = ?text, false))
          } ORDER BY ?run ?label LIMIT %d
          """
              .formatted(PROVDL.TrainingRun, PROVDL.partOfExperiment, MOST_RUNS + 1));

  private final Catalogue catalogue = Catalogue.standard();
  private final SparqlEndpoint endpoint;

  Subjects(SparqlEndpoint endpoint) {
    this.endpoint = endpoint;
  }

  /**
   * What a card or bill is about.
   *
   * @param run the run that made it
   * @param sha256 of one of its model files, or of the parameters in it; null for the last one
   */
  record Subject(RunRecord run, @Nullable String sha256) {

    /** The file; nothing where the model was not saved. */
    Optional<ArtifactRecord> file() {
      return run.models().stream()
          .filter(
              model ->
                  sha256 == null
                      || sha256.equals(model.sha256())
                      || sha256.equals(model.parameters()))
          .findFirst();
    }

    /** What the model is called. */
    String name() {
      return file().map(ArtifactRecord::name).orElse(run.name());
    }

    /** What stands for the model: its file, or the training that made it or should have. */
    String iri() {
      return file().map(ArtifactRecord::iri).orElse(run.iri() + "#model");
    }
  }

  /** What a crate is about. A run comes before an experiment of the same name. */
  List<Node> runs(String text) {
    QueryParameterException noRun;
    try {
      return List.of(catalogue.run(text, endpoint).iri());
    } catch (QueryParameterException none) {
      noRun = none;
    }
    List<Node> runs = ofExperiment(text).stream().map(Subjects::run).distinct().toList();
    if (runs.isEmpty()) {
      throw noRun;
    }
    if (runs.size() > MOST_RUNS) {
      throw new PackageException(
          "The experiment '%s' has more than %,d runs, which is more than a package takes"
              .formatted(text, MOST_RUNS));
    }
    return runs;
  }

  /**
   * A run, by itself, by a model of it, or as the best of an experiment.
   *
   * @param metric that says which is the best
   * @param split that the metric was measured on
   */
  Subject model(String text, String metric, String split) {
    Matcher digest = DIGEST.matcher(text);
    if (digest.matches()) {
      return ofFile(digest.group(1));
    }
    String run = text.replaceFirst(PART, "");
    QueryParameterException noRun;
    try {
      return new Subject(read(catalogue.run(run, endpoint).iri()), null);
    } catch (QueryParameterException none) {
      noRun = none;
    }
    String experiment =
        ofExperiment(text).stream()
            .flatMap(row -> Stream.ofNullable(row.get("label")))
            .map(Node::getLiteralLexicalForm)
            .findFirst()
            .orElseThrow(() -> noRun);
    return new Subject(read(best(experiment, metric, split)), null);
  }

  private Subject ofFile(String sha256) {
    return catalogue
        .query("model-origins")
        .with("file", sha256)
        .with("parameters", sha256)
        .on(endpoint)
        .rows()
        .stream()
        .filter(row -> List.of("file", "parameters").contains(evidence(row)))
        .findFirst()
        .map(row -> new Subject(read(run(row)), sha256))
        .orElseThrow(
            () ->
                new PackageException(
                    "No run here made a model with the SHA-256 %s; the query trained-models lists those that are known"
                        .formatted(sha256)));
  }

  private Node best(String experiment, String metric, String split) {
    return catalogue
        .query("best-runs")
        .with(Map.of("experiment", experiment, "metric", metric, "split", split, "limit", "1"))
        .on(endpoint)
        .rows()
        .stream()
        .map(Subjects::run)
        .findFirst()
        .orElseThrow(
            () ->
                new PackageException(
                    "No run of the experiment '%s' has a value of %s on %s; name a run, or another metric or split"
                        .formatted(experiment, metric, split)));
  }

  /** Runs with the name of the experiment. */
  private List<Map<String, Node>> ofExperiment(String text) {
    Node name = NodeFactory.createLiteralString(experiment(text));
    return endpoint
        .select(QueryTransformOps.replaceVars(RUNS_OF_EXPERIMENT, Map.of(TEXT, name)))
        .rows();
  }

  private static Node run(Map<String, Node> row) {
    return Objects.requireNonNull(row.get("run"));
  }

  private static String evidence(Map<String, Node> row) {
    return Objects.requireNonNull(row.get("evidence")).getLiteralLexicalForm();
  }

  private static String experiment(String text) {
    return text.startsWith(EXPERIMENT) ? text.substring(EXPERIMENT.length()) : text;
  }

  RunRecord read(Node run) {
    return RunReader.read(run, catalogue, endpoint);
  }
}
