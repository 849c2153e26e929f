package org.provdl.capture.dl4j;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.autodiff.listeners.Listener;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.evaluation.IEvaluation;
import org.provdl.capture.Artifact;
import org.provdl.capture.Capture;
import org.provdl.capture.RunDescription;
import org.provdl.capture.Split;
import org.provdl.capture.TrainingRun;

/**
 * Captures the training of one SameDiff graph as one run: settings of its training configuration,
 * number of parameters, epochs, loss, changes of the learning rate, data seen.
 *
 * <pre>{@code
 * try (var provenance = SameDiffProvenance.attach(graph, capture, "iris")) {
 *   graph.fit(iterator, 20);
 * }
 * }</pre>
 *
 * <p>After attaching nothing here ever throws, and training is bit for bit what it is without. The
 * methods may be called on any thread, but not while the graph is being trained on another.
 */
public final class SameDiffProvenance implements AutoCloseable {

  private final SameDiff graph;
  private final TrainingRun run;
  private final Guard guard = new Guard();
  private final SameDiffListener listener;

  private SameDiffProvenance(SameDiff graph, Capture capture, String name) {
    this.graph = graph;
    run =
        capture.start(RunDescription.named(name).trainedBy(FrameworkVersion.framework("SameDiff")));
    listener = new SameDiffListener(graph, run, guard);
    graph.addListeners(listener);
  }

  /**
   * Captures all that is known of a graph from now on. Its training configuration is read when
   * training begins.
   *
   * @param graph the graph
   * @param capture where the run goes
   * @param name what people call the run
   * @return the provenance, to be closed when training has ended
   */
  public static SameDiffProvenance attach(SameDiff graph, Capture capture, String name) {
    return new SameDiffProvenance(graph, capture, name);
  }

  /**
   * The run, for facts that a listener cannot see: your own hyperparameters, metrics, files.
   *
   * @return the run
   */
  public TrainingRun run() {
    return run;
  }

  /**
   * Records an evaluation of the graph in its present state: its metrics, those of each class or
   * column, and the confusion matrix of up to 1,000 classes.
   *
   * @param evaluation what {@code graph.evaluate(...)} filled, or {@code
   *     history.finalValidationEvaluations()} returned: any of ND4J's evaluations
   * @param split the data that it was made on
   */
  public void evaluated(IEvaluation<?> evaluation, Split split) {
    guard.run(
        () ->
            run.evaluate(
                split, EvaluationReader.read(evaluation), SameDiffReader.parameters(graph)));
  }

  /**
   * Records that the graph was written to a file, in its present state.
   *
   * @param file the file, which is read to its end
   */
  public void saved(Path file) {
    guard.run(() -> run.save(SameDiffReader.parameters(graph), Artifact.of(file)));
  }

  /**
   * Ends the run as failed.
   *
   * @param cause why
   */
  public void failed(Throwable cause) {
    guard.run(
        () -> {
          listener.tellData();
          run.fail(cause);
        });
    close();
  }

  /**
   * Takes the listener off the graph and ends the run: completed, or interrupted in mid-epoch.
   * Idempotent.
   */
  @Override
  public void close() {
    guard.run(this::detach);
    guard.run(listener::tellData);
    guard.run(this::tellModel);
    run.close();
  }

  private void detach() {
    List<Listener> others = new ArrayList<>(graph.getListeners());
    others.remove(listener);
    graph.setListeners(others);
  }

  /** What training has made of the graph; only a state on the way, where it was broken off. */
  private void tellModel() {
    if (listener.isInEpoch()) {
      run.checkpoint(SameDiffReader.parameters(graph));
    } else if (listener.hasSeenData()) {
      run.trained(SameDiffReader.parameters(graph));
    }
  }
}
