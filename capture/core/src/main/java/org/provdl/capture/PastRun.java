package org.provdl.capture;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;
import org.provdl.vocabulary.Ontology;

/**
 * One training run that is told afterwards, each fact with the time at which it was so, from what
 * another program has recorded. It gives the graph that a capture would have given.
 *
 * <p>The counterpart of {@link TrainingRun}, without clock, threads or journal: nothing is written
 * before {@link #writeTo(QuadSink)}. Facts are told in the order in which they happened. Not
 * thread-safe.
 */
public final class PastRun {

  /** What stands for an iteration of which nobody said the number: {@value}. */
  public static final long UNKNOWN_ITERATION = 0;

  private final RunGraph graph;
  private final Mapping mapping;
  private final List<Quad> quads = new ArrayList<>();

  /**
   * Begins with what was known at the start.
   *
   * @param base what all IRIs begin with; an absolute IRI that ends with {@code /}
   * @param id the id of the run, which its IRI follows from: the same for the same run
   * @param started when the training started
   * @param description what is known of it
   * @param record what it is known from
   */
  public PastRun(
      String base, String id, Instant started, RunDescription description, ImportedRecord record) {
    graph = new RunGraph(base, DocumentKind.RUN, id);
    mapping = new RunMapping(graph, new Terms(Ontology.model()), description, Version.CURRENT);
    tell(new Event.RunStarted(started, id, description));
    tell(new Event.RunImported(started, record));
  }

  /**
   * The IRI of the document that describes a run.
   *
   * @param base what all IRIs begin with
   * @param id the id of the run
   * @return an absolute IRI
   */
  public static String iri(String base, String id) {
    return new RunGraph(base, DocumentKind.RUN, id).iri();
  }

  /**
   * The IRI of the document, a named graph, that describes this run.
   *
   * @return an absolute IRI
   */
  public String iri() {
    return graph.iri();
  }

  /**
   * Tells that this training was a part of another.
   *
   * @param time the time of this
   * @param run the IRI of that run's document
   */
  public void partOf(Instant time, String run) {
    tell(new Event.RunNested(time, run + "#" + DocumentKind.RUN.activity()));
  }

  /**
   * Tells something for which there is no other method.
   *
   * @param time the time of this
   * @param name what it is about
   * @param value what is said
   */
  public void tag(Instant time, String name, String value) {
    tell(new Event.TagGiven(time, name, value));
  }

  /**
   * Tells the version of the code, where it is not known whether the code differed from it.
   *
   * @param time the time of this
   * @param commit the commit
   * @param branch the branch; null where unknown
   * @param remote where the repository is; null where unknown
   */
  public void codeWas(
      Instant time, String commit, @Nullable String branch, @Nullable String remote) {
    tell(new Event.CommitNamed(time, commit, branch, remote));
  }

  /**
   * As {@link TrainingRun#choose(Setting)}.
   *
   * @param time the time of this
   * @param setting the setting
   */
  public void choose(Instant time, Setting setting) {
    tell(new Event.SettingChosen(time, setting));
  }

  /**
   * As {@link TrainingRun#adapt(Setting, String, Responsible, long)}.
   *
   * @param time the time of this
   * @param setting what holds from that iteration on
   * @param reason why it changed, in words
   * @param responsible who changed it
   * @param fromIteration the first iteration that it holds for, from 1; or {@link
   *     #UNKNOWN_ITERATION}, and then it holds from the epoch on that runs, or else from the next
   */
  public void adapt(
      Instant time, Setting setting, String reason, Responsible responsible, long fromIteration) {
    tell(new Event.SettingAdapted(time, setting, fromIteration, reason, responsible));
  }

  /**
   * As {@link TrainingRun#see(Split, long, String, String)}.
   *
   * @param time the time of this
   * @param split which
   * @param exampleCount how many examples
   * @param featureShape the shape of one example, without the batch
   * @param labelShape the shape of one label; null where there is none
   */
  public void see(
      Instant time,
      Split split,
      long exampleCount,
      String featureShape,
      @Nullable String labelShape) {
    tell(new Event.DataSeen(time, split, exampleCount, featureShape, labelShape));
  }

  /**
   * As {@link TrainingRun#source(Split, Artifact)}; the split is known from then on.
   *
   * @param time the time of this
   * @param split which
   * @param source the file or folder
   */
  public void source(Instant time, Split split, Artifact source) {
    tell(new Event.SourceNamed(time, split, source));
  }

  /**
   * As {@link TrainingRun#source(Split, java.net.URI)}.
   *
   * @param time the time of this
   * @param split which
   * @param location where the data was
   */
  public void source(Instant time, Split split, String location) {
    tell(new Event.SourceLocated(time, split, location));
  }

  /**
   * As {@link TrainingRun#startEpoch()}.
   *
   * @param time the time of this
   */
  public void startEpoch(Instant time) {
    tell(new Event.EpochStarted(time));
  }

  /**
   * As {@link TrainingRun#measure(String, double, Split)}.
   *
   * @param time the time of this
   * @param metric its name
   * @param value its value; may be NaN or infinite
   * @param split the data that it was measured on
   */
  public void measure(Instant time, String metric, double value, Split split) {
    tell(new Event.MetricMeasured(time, metric, value, split));
  }

  /**
   * Tells all values of a metric by iteration, for the run as a whole; after the values of epochs,
   * if there are any.
   *
   * @param time the time of the last
   * @param metric its name
   * @param split the data that it was measured on
   * @param firstIteration the iteration of the first value
   * @param stride how many iterations lie between two values
   * @param values the values; null for one that is missing
   */
  public void curve(
      Instant time,
      String metric,
      Split split,
      long firstIteration,
      long stride,
      List<@Nullable Double> values) {
    tell(new Event.SeriesMeasured(time, metric, split, firstIteration, stride, values));
  }

  /**
   * As {@link TrainingRun#endEpoch()}.
   *
   * @param time the time of this
   */
  public void endEpoch(Instant time) {
    tell(new Event.EpochEnded(time, 0, null));
  }

  /**
   * As {@link TrainingRun#evaluate(Split, Map, Parameters)}, of a model whose parameters are not
   * known.
   *
   * @param time the time of this
   * @param split the data that it was made on
   * @param metrics the values by name of metric
   */
  public void evaluate(Instant time, Split split, Map<String, Double> metrics) {
    tell(Event.ModelEvaluated.of(time, split, EvaluationResult.of(metrics), null, null));
  }

  /**
   * Tells that a file was written of which no more is known.
   *
   * @param time when
   * @param file the file or folder
   */
  public void wrote(Instant time, Artifact file) {
    tell(new Event.FileWritten(time, file, false));
  }

  /**
   * Tells that the trained model was written, of whose parameters nothing is known.
   *
   * @param time when
   * @param file the file or folder
   */
  public void wroteModel(Instant time, Artifact file) {
    tell(new Event.FileWritten(time, file, true));
  }

  /**
   * Tells how the run ended. Without that, it is still running.
   *
   * @param time when
   * @param status how
   * @param reason why, in words; null where nobody said
   */
  public void end(Instant time, RunStatus status, @Nullable String reason) {
    tell(new Event.RunEnded(time, status, reason, 0, null));
  }

  /**
   * Writes the graph, in batches of bounded size; once more does no harm.
   *
   * @param sink where it goes; the caller closes it
   * @return how many quads
   * @throws MergeException if the sink fails
   */
  public long writeTo(QuadSink sink) {
    PatientWriter writer = new PatientWriter(sink, "Import");
    quads.forEach(writer::add);
    writer.write();
    return quads.size();
  }

  private void tell(Event event) {
    quads.addAll(mapping.map(event));
  }
}
