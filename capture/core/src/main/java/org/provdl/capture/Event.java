package org.provdl.capture;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a run: plain values only, so that an event can be kept outside of
 * memory. Iterations carry their number, because some may be left out; all other numbers follow
 * from the order.
 */
sealed interface Event extends JournalEntry {

  Instant time();

  @Override
  default void forEach(Consumer<Event> consumer) {
    consumer.accept(this);
  }

  void accept(Visitor visitor);

  /** Whether nothing comes after it in its journal. */
  default boolean endsJournal() {
    return false;
  }

  /** One method for each kind of event, so that the compiler sees when one is forgotten. */
  interface Visitor {
    void runStarted(RunStarted event);

    void runReproduced(RunReproduced event);

    void environmentFound(EnvironmentFound event);

    void backendFound(BackendFound event);

    void settingChosen(SettingChosen event);

    void modelConfigured(ModelConfigured event);

    void dataSeen(DataSeen event);

    void sourceNamed(SourceNamed event);

    void sourceLocated(SourceLocated event);

    void splitDescribed(SplitDescribed event);

    void dataPrepared(DataPrepared event);

    void readerNamed(ReaderNamed event);

    void generatorFound(GeneratorFound event);

    void epochStarted(EpochStarted event);

    void iterationEnded(IterationEnded event);

    void metricMeasured(MetricMeasured event);

    void epochEnded(EpochEnded event);

    void settingAdapted(SettingAdapted event);

    void modelInitialized(ModelInitialized event);

    void modelTransferred(ModelTransferred event);

    void modelImported(ModelImported event);

    void modelReached(ModelReached event);

    void modelEvaluated(ModelEvaluated event);

    void trainingStopped(TrainingStopped event);

    void runImported(RunImported event);

    void runNested(RunNested event);

    void tagGiven(TagGiven event);

    void commitNamed(CommitNamed event);

    void fileWritten(FileWritten event);

    void seriesMeasured(SeriesMeasured event);

    void runEnded(RunEnded event);

    /** What happens in a study; never in the journal of a run. */
    default void inStudy(StudyEvent event) {}
  }

  record RunStarted(Instant time, String id, RunDescription description) implements Event {
    @Override
    public void accept(Visitor visitor) {
      visitor.runStarted(this);
    }
  }

  /** The IRI of the run that this one repeats. */
  record RunReproduced(Instant time, String run) implements Event {
    @Override
    public void accept(Visitor visitor) {
      visitor.runReproduced(this);
    }
  }

  record EnvironmentFound(Instant time, Environment environment) implements Event {
    @Override
    public void accept(Visitor visitor) {
      visitor.environmentFound(this);
    }
  }

  record BackendFound(Instant time, Backend backend) implements Event {
    @Override
    public void accept(Visitor visitor) {
      visitor.backendFound(this);
    }
  }

  record SettingChosen(Instant time, Setting setting) implements Event {
    @Override
    public void accept(Visitor visitor) {
      visitor.settingChosen(this);
    }
  }

  record ModelConfigured(Instant time, String json, long parameterCount, List<Layer> layers)
      implements Event {
    public ModelConfigured {
      layers = List.copyOf(layers);
    }

    @Override
    public void accept(Visitor visitor) {
      visitor.modelConfigured(this);
    }
  }

  record DataSeen(
      Instant time,
      Split split,
      long exampleCount,
      String featureShape,
      @Nullable String labelShape)
      implements Event {
    @Override
    public void accept(Visitor visitor) {
      visitor.dataSeen(this);
    }
  }

  record SourceNamed(Instant time, Split split, Artifact source) implements Event {
    @Override
    public void accept(Visitor visitor) {
      visitor.sourceNamed(this);
    }
  }

  /** A source whose content is not hashed. */
  record SourceLocated(Instant time, Split split, String location) implements Event {
    @Override
    public void accept(Visitor visitor) {
      visitor.sourceLocated(this);
    }
  }

  record SplitDescribed(Instant time, Split split, SplitDescription description) implements Event {
    @Override
    public void accept(Visitor visitor) {
      visitor.splitDescribed(this);
    }
  }

  record DataPrepared(Instant time, Preparation preparation) implements Event {
    @Override
    public void accept(Visitor visitor) {
      visitor.dataPrepared(this);
    }
  }

  record ReaderNamed(Instant time, Split split, DataReader reader) implements Event {
    @Override
    public void accept(Visitor visitor) {
      visitor.readerNamed(this);
    }
  }

  /** The state of the generator of random numbers that training draws from. */
  record GeneratorFound(Instant time, String state) implements Event {
    @Override
    public void accept(Visitor visitor) {
      visitor.generatorFound(this);
    }
  }

  record EpochStarted(Instant time) implements Event {
    @Override
    public void accept(Visitor visitor) {
      visitor.epochStarted(this);
    }
  }

  /**
   * The most frequent event by far: its time is milliseconds since 1970, so that it is one object.
   */
  record IterationEnded(long milliseconds, long iteration, double loss, int exampleCount)
      implements Event {
    @Override
    public Instant time() {
      return Instant.ofEpochMilli(milliseconds);
    }

    @Override
    public void accept(Visitor visitor) {
      visitor.iterationEnded(this);
    }
  }

  record MetricMeasured(Instant time, String metric, double value, Split split) implements Event {
    @Override
    public void accept(Visitor visitor) {
      visitor.metricMeasured(this);
    }
  }

  /**
   * Carries how many iterations of the epoch the bounded queue had no room for, and what the
   * process used in it.
   */
  record EpochEnded(Instant time, long droppedIterations, @Nullable ResourceUse resources)
      implements Event {
    @Override
    public void accept(Visitor visitor) {
      visitor.epochEnded(this);
    }
  }

  record SettingAdapted(
      Instant time, Setting setting, long fromIteration, String reason, Responsible responsible)
      implements Event {
    @Override
    public void accept(Visitor visitor) {
      visitor.settingAdapted(this);
    }
  }

  record ModelInitialized(Instant time, Parameters parameters) implements Event {
    @Override
    public void accept(Visitor visitor) {
      visitor.modelInitialized(this);
    }
  }

  record ModelTransferred(Instant time, Transfer transfer) implements Event {
    @Override
    public void accept(Visitor visitor) {
      visitor.modelTransferred(this);
    }
  }

  record ModelImported(Instant time, ImportedModel model) implements Event {
    @Override
    public void accept(Visitor visitor) {
      visitor.modelImported(this);
    }
  }

  /** Where it is told later, the moment says when it was so. */
  record ModelReached(
      Instant time,
      String parametersSha256,
      @Nullable Long iterationCount,
      boolean trained,
      @Nullable Artifact file,
      @Nullable Moment moment)
      implements Event {
    Parameters parameters() {
      return new Parameters(parametersSha256, iterationCount);
    }

    @Override
    public void accept(Visitor visitor) {
      visitor.modelReached(this);
    }
  }

  /** Journals of before there were labels have only the metrics; older ones, no evaluator. */
  record ModelEvaluated(
      Instant time,
      Split split,
      Map<String, Double> metrics,
      @Nullable String parametersSha256,
      @Nullable Long iterationCount,
      @Nullable List<String> labels,
      @Nullable Map<String, List<Double>> metricsByLabel,
      @Nullable List<List<Long>> confusionMatrix,
      @Nullable String evaluator)
      implements Event {

    static ModelEvaluated of(
        Instant time,
        Split split,
        EvaluationResult result,
        @Nullable Parameters parameters,
        @Nullable String evaluator) {
      return new ModelEvaluated(
          time,
          split,
          result.metrics(),
          parameters == null ? null : parameters.sha256(),
          parameters == null ? null : parameters.iterationCount(),
          result.labels(),
          result.metricsByLabel(),
          result.confusionMatrix(),
          evaluator);
    }

    EvaluationResult result() {
      return new EvaluationResult(
          metrics,
          labels == null ? List.of() : labels,
          metricsByLabel == null ? Map.of() : metricsByLabel,
          confusionMatrix == null ? List.of() : confusionMatrix);
    }

    @Nullable Parameters parameters() {
      return parametersSha256 == null ? null : new Parameters(parametersSha256, iterationCount);
    }

    @Override
    public void accept(Visitor visitor) {
      visitor.modelEvaluated(this);
    }
  }

  /**
   * The best epoch counts from 1 within the run; 0 where no epoch was the best. The framework is
   * responsible where nobody is named, as in old journals.
   */
  record TrainingStopped(
      Instant time,
      String reason,
      String metric,
      int bestEpoch,
      @Nullable String parametersSha256,
      @Nullable Long iterationCount,
      @Nullable Responsible responsible)
      implements Event {

    @Nullable Parameters parameters() {
      return parametersSha256 == null ? null : new Parameters(parametersSha256, iterationCount);
    }

    @Override
    public void accept(Visitor visitor) {
      visitor.trainingStopped(this);
    }
  }

  /** The run is known from what another program recorded. */
  record RunImported(Instant time, ImportedRecord record) implements Event {
    @Override
    public void accept(Visitor visitor) {
      visitor.runImported(this);
    }
  }

  /** The IRI of the training that this one is a part of. */
  record RunNested(Instant time, String training) implements Event {
    @Override
    public void accept(Visitor visitor) {
      visitor.runNested(this);
    }
  }

  record TagGiven(Instant time, String name, String value) implements Event {
    @Override
    public void accept(Visitor visitor) {
      visitor.tagGiven(this);
    }
  }

  /** The version of the code, where it is not known whether the code differed from it. */
  record CommitNamed(Instant time, String commit, @Nullable String branch, @Nullable String remote)
      implements Event {
    @Override
    public void accept(Visitor visitor) {
      visitor.commitNamed(this);
    }
  }

  /** A file that the run wrote; of the parameters that a model holds nothing is known. */
  record FileWritten(Instant time, Artifact file, boolean model) implements Event {
    @Override
    public void accept(Visitor visitor) {
      visitor.fileWritten(this);
    }
  }

  /** The values of a metric by iteration, for the run as a whole. */
  record SeriesMeasured(
      Instant time,
      String metric,
      Split split,
      long firstIteration,
      long stride,
      List<@Nullable Double> values)
      implements Event {

    public SeriesMeasured {
      values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    @Override
    public void accept(Visitor visitor) {
      visitor.seriesMeasured(this);
    }
  }

  record RunEnded(
      Instant time,
      RunStatus status,
      @Nullable String reason,
      long droppedIterations,
      @Nullable ResourceUse resources)
      implements Event {
    @Override
    public void accept(Visitor visitor) {
      visitor.runEnded(this);
    }

    @Override
    public boolean endsJournal() {
      return true;
    }
  }

  /** Something that happened in a study. The journal of a study has no other events. */
  sealed interface StudyEvent extends Event {

    void accept(StudyVisitor visitor);

    @Override
    default void accept(Visitor visitor) {
      visitor.inStudy(this);
    }
  }

  /** One method for each kind of event of a study. */
  interface StudyVisitor {
    void studyStarted(StudyStarted event);

    void trialStarted(TrialStarted event);

    void runMade(RunMade event);

    void trialEnded(TrialEnded event);

    void studyEnded(StudyEnded event);
  }

  record StudyStarted(Instant time, String id, StudyDescription description) implements StudyEvent {
    @Override
    public void accept(StudyVisitor visitor) {
      visitor.studyStarted(this);
    }
  }

  /** Trials count from 1. */
  record TrialStarted(Instant time, int trial, List<Setting> settings) implements StudyEvent {
    public TrialStarted {
      settings = List.copyOf(settings);
    }

    @Override
    public void accept(StudyVisitor visitor) {
      visitor.trialStarted(this);
    }
  }

  /** A run was started in a trial. */
  record RunMade(Instant time, int trial, String run) implements StudyEvent {
    @Override
    public void accept(StudyVisitor visitor) {
      visitor.runMade(this);
    }
  }

  record TrialEnded(
      Instant time,
      int trial,
      RunStatus status,
      @Nullable Double objective,
      @Nullable String reason)
      implements StudyEvent {
    @Override
    public void accept(StudyVisitor visitor) {
      visitor.trialEnded(this);
    }
  }

  record StudyEnded(Instant time, RunStatus status, @Nullable String reason) implements StudyEvent {
    @Override
    public void accept(StudyVisitor visitor) {
      visitor.studyEnded(this);
    }

    @Override
    public boolean endsJournal() {
      return true;
    }
  }
}
