package org.provdl.capture.dl4j;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deeplearning4j.earlystopping.EarlyStoppingConfiguration;
import org.deeplearning4j.earlystopping.EarlyStoppingResult;
import org.deeplearning4j.earlystopping.listener.EarlyStoppingListener;
import org.deeplearning4j.earlystopping.scorecalc.ScoreCalculator;
import org.deeplearning4j.nn.api.Model;
import org.provdl.capture.Responsible;
import org.provdl.capture.Setting;
import org.provdl.capture.Split;
import org.provdl.capture.TrainingRun;

/**
 * Tells a run what a trainer with early stopping measures and decides. The trainer counts its
 * epochs from 0, the run its own from 1.
 */
final class EarlyStopping<T extends Model> implements EarlyStoppingListener<T> {

  private final RunListener listener;
  private final TrainingRun run;
  private final Guard guard;
  private String metric = "loss";
  private List<AskTerminationCondition> asked = List.of();
  private double best = Double.NaN;
  private int epochsBefore;

  EarlyStopping(RunListener listener, TrainingRun run, Guard guard) {
    this.listener = listener;
    this.run = run;
    this.guard = guard;
  }

  @Override
  public void onStart(EarlyStoppingConfiguration<T> configuration, T network) {
    guard.run(() -> start(configuration));
  }

  /** After the epoch and its score; the trainer has saved the model where it is the best so far. */
  @Override
  public void onEpoch(
      int epoch, double score, EarlyStoppingConfiguration<T> configuration, T network) {
    guard.run(
        () -> {
          listener.endOpenEpoch();
          epochsBefore = listener.epochs() - epoch - 1;
          run.measure(metric, score, Split.VALIDATION);
          if (isBest(score, configuration.getScoreCalculator())) {
            best = score;
            run.checkpoint(ParametersReader.read(CapturedNetwork.of(network)));
          }
        });
  }

  @Override
  public void onCompletion(EarlyStoppingResult<T> result) {
    guard.run(() -> complete(result));
  }

  private void start(EarlyStoppingConfiguration<T> configuration) {
    best = Double.NaN;
    listener.startEpochsByThemselves(true);
    ScoreCalculator<?> calculator = configuration.getScoreCalculator();
    metric = metric(calculator);
    asked =
        configuration.getEpochTerminationConditions().stream()
            .filter(AskTerminationCondition.class::isInstance)
            .map(AskTerminationCondition.class::cast)
            .toList();
    run.choose(Setting.ofModel("terminationConditions", conditions(configuration)));
    run.choose(Setting.ofModel("epochsPerScore", configuration.getEvaluateEveryNEpochs()));
    run.choose(Setting.ofModel("scoreCalculator", calculator.getClass().getSimpleName()));
  }

  private void complete(EarlyStoppingResult<T> result) {
    listener.endOpenEpoch(); // a condition on iterations leaves it open
    listener.startEpochsByThemselves(false);
    T model = result.getBestModel();
    run.stop(
        result.getTerminationReason() + ": " + result.getTerminationDetails(),
        metric,
        result.getBestModelEpoch() < 0 ? 0 : epochsBefore + result.getBestModelEpoch() + 1,
        model == null ? null : ParametersReader.read(CapturedNetwork.of(model)),
        asked.stream()
            .filter(AskTerminationCondition::hasTerminated)
            .findFirst()
            .<Responsible>map(AskTerminationCondition::responsible)
            .orElse(Responsible.FRAMEWORK));
  }

  private boolean isBest(double score, ScoreCalculator<?> calculator) {
    return Double.isNaN(best) || (calculator.minimizeScore() ? score < best : score > best);
  }

  private static String conditions(EarlyStoppingConfiguration<?> configuration) {
    return Stream.concat(
            configuration.getEpochTerminationConditions().stream(),
            configuration.getIterationTerminationConditions().stream())
        .map(Object::toString)
        .collect(Collectors.joining(", "));
  }

  /** The ontology's name of a loss; the calculator's own name of any other score. */
  private static String metric(ScoreCalculator<?> calculator) {
    String name = calculator.getClass().getSimpleName();
    if (name.startsWith("DataSetLossCalculator")) {
      return "loss";
    }
    String score = name.replaceFirst("Calculator$", "");
    return score.isEmpty()
        ? "score"
        : score.substring(0, 1).toLowerCase(Locale.ROOT) + score.substring(1);
  }
}
