package org.provdl.trackers;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.provdl.capture.Capture;
import org.provdl.capture.ImportedRecord;
import org.provdl.capture.PastRun;
import org.provdl.capture.QuadSink;
import org.provdl.capture.Split;

/**
 * Imports runs that another program has recorded. Each is a graph as a capture would have made it,
 * whose name follows from what the program calls the run: to import again changes nothing, or adds
 * what has been recorded since.
 *
 * <p>Not thread-safe.
 */
public final class RunImport {

  /** What is in the store already. */
  public interface Earlier {

    /** Nothing. */
    Earlier NONE =
        new Earlier() {
          @Override
          public Set<String> importsOf(String run) {
            return Set.of();
          }

          @Override
          public Graph graph(String run) {
            return Graph.emptyGraph;
          }
        };

    /**
     * The imports that a run was made by.
     *
     * @param run the IRI of the run
     * @return the IRIs of its imports; empty where it is not there
     */
    Set<String> importsOf(String run);

    /**
     * What is said of a run.
     *
     * @param run the IRI of a run that is there
     * @return its graph, to be read
     */
    Graph graph(String run);
  }

  private final QuadSink sink;
  private final String base;
  private final Clock clock;
  private final String operator;
  private final Split unsaid;
  private final Earlier earlier;

  private RunImport(Builder builder) {
    sink = builder.sink;
    base = builder.base;
    clock = builder.clock;
    operator = builder.operator;
    unsaid = builder.unsaid;
    earlier = builder.earlier;
  }

  /**
   * An import to be configured.
   *
   * @param sink where the graphs go; the caller closes it
   * @return its builder
   */
  public static Builder into(QuadSink sink) {
    return new Builder(sink);
  }

  /**
   * Imports all runs of a source, one after the other; those before a failure are there.
   *
   * @param source the source
   * @return what was imported, and what could not be
   * @throws UnreadableSourceException if nothing can be read there at all
   * @throws org.provdl.capture.MergeException if the sink fails
   */
  public ImportReport of(TrackedRuns source) {
    List<ImportReport.Run> runs = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    source.read(
        new TrackedRuns.Reader() {
          @Override
          public void run(TrackedRun run) {
            runs.add(add(run, problems));
          }

          @Override
          public void problem(String problem) {
            problems.add(problem);
          }
        });
    return new ImportReport(runs, problems);
  }

  private ImportReport.Run add(TrackedRun run, List<String> problems) {
    String iri = PastRun.iri(base, run.id());
    ImportedRecord record = new ImportedRecord(run.record, run.tracker, operator, clock.instant());
    Set<String> imports = earlier.importsOf(iri);
    if (imports.contains(record.iri(iri))) {
      return report(run, iri, ImportReport.Outcome.UNCHANGED);
    }
    PastRun past = Telling.of(run, base, record, unsaid);
    if (!imports.isEmpty()) {
      Optional<Triple> other = EarlierImport.notSaidBy(past, earlier.graph(iri), imports);
      if (other.isPresent()) {
        problems.add(
            "%s: its record does not say any more what was imported before (%s); remove %s to import it anew"
                .formatted(run.sourceId, NodeFmtLib.str(other.get()), iri));
        return report(run, iri, ImportReport.Outcome.CHANGED);
      }
    }
    run.problems.forEach(problem -> problems.add(run.sourceId + ": " + problem));
    past.writeTo(sink);
    return report(
        run,
        iri,
        imports.isEmpty() ? ImportReport.Outcome.IMPORTED : ImportReport.Outcome.COMPLETED);
  }

  private static ImportReport.Run report(TrackedRun run, String iri, ImportReport.Outcome outcome) {
    return new ImportReport.Run(
        iri,
        run.sourceId,
        run.name,
        run.experiment,
        run.status,
        run.parameters.size() + run.layerSettings.size(),
        run.metrics.size(),
        run.outputs.size(),
        outcome);
  }

  /** Configures a {@link RunImport}. Not thread-safe. */
  public static final class Builder {

    private final QuadSink sink;
    private String base = Capture.DEFAULT_BASE;
    private Clock clock = Clock.systemUTC();
    private String operator = System.getProperty("user.name", "unknown");
    private Split unsaid = Split.TRAINING;
    private Earlier earlier = Earlier.NONE;

    private Builder(QuadSink sink) {
      this.sink = sink;
    }

    /**
     * Sets what all IRIs begin with.
     *
     * @param iri an absolute IRI that ends with {@code /}; by default {@value Capture#DEFAULT_BASE}
     * @return this
     */
    public Builder base(String iri) {
      this.base = iri;
      return this;
    }

    /**
     * Sets the clock that says when a run was imported.
     *
     * @param source by default the system's, in UTC
     * @return this
     */
    public Builder clock(Clock source) {
      this.clock = source;
      return this;
    }

    /**
     * Sets who imports.
     *
     * @param name by default the user who is logged in
     * @return this
     */
    public Builder operator(String name) {
      this.operator = name;
      return this;
    }

    /**
     * Sets the data that metrics are taken to be measured on whose names do not say.
     *
     * @param split by default {@link Split#TRAINING}
     * @return this
     */
    public Builder unsaidSplit(Split split) {
      this.unsaid = split;
      return this;
    }

    /**
     * Sets who knows what was imported before, so that it is left alone or completed.
     *
     * @param known by default {@link Earlier#NONE}: what is there is written once more, which adds
     *     another import unless the clock stands still
     * @return this
     */
    public Builder knowing(Earlier known) {
      this.earlier = known;
      return this;
    }

    /**
     * Makes it ready.
     *
     * @return the import
     */
    public RunImport build() {
      return new RunImport(this);
    }
  }
}
