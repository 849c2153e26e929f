package org.provdl.capture;

import java.time.Instant;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;
import org.provdl.vocabulary.PROV;
import org.provdl.vocabulary.PROVDL;

/**
 * Maps the events of one run.
 *
 * <p>Not thread-safe: belongs to the thread that delivers.
 */
final class RunMapping implements Mapping, Event.Visitor {

  private final RunGraph graph;
  private final Progress progress = new Progress();
  private final AgentMapping agents;
  private final EnvironmentMapping environments;
  private final SettingMapping settings;
  private final ReproductionMapping reproductions;
  private final DataMapping data;
  private final PreparationMapping preparations;
  private final ModelMapping models;
  private final ParametersMapping parameters;
  private final OriginMapping origins;
  private final EpochMapping epochs;
  private final EvaluationMapping evaluations;
  private final EarlyStoppingMapping stopping;
  private final ImportMapping imports;
  private @Nullable Instant started;
  private boolean ended;

  RunMapping(RunGraph graph, Terms terms, RunDescription description, String recorder) {
    this.graph = graph;
    agents = new AgentMapping(graph, description, recorder);
    environments = new EnvironmentMapping(graph);
    settings = new SettingMapping(graph, terms, agents, progress);
    reproductions = new ReproductionMapping(graph);
    data = new DataMapping(graph);
    preparations = new PreparationMapping(graph, data);
    parameters = new ParametersMapping(graph);
    models = new ModelMapping(graph, agents, data, parameters, progress);
    origins = new OriginMapping(graph, agents, data, parameters);
    MetricMapping metrics = new MetricMapping(graph, terms, progress);
    epochs = new EpochMapping(graph, metrics, data, progress);
    evaluations = new EvaluationMapping(graph, metrics, data, models);
    stopping = new EarlyStoppingMapping(graph, agents, models, epochs, progress);
    imports = new ImportMapping(graph);
  }

  @Override
  public List<Quad> map(Event event) {
    if (!ended) {
      event.accept(this);
    }
    return graph.take();
  }

  @Override
  public boolean hasEnded() {
    return ended;
  }

  @Override
  public Event interruption(Instant time, String reason) {
    return new Event.RunEnded(time, RunStatus.INTERRUPTED, reason, 0, null);
  }

  @Override
  public void runStarted(Event.RunStarted event) {
    started = event.time();
    RunDescription description = event.description();
    Description training =
        DocumentMapping.begin(
            graph,
            PROVDL.TrainingRun,
            event.id(),
            description.name(),
            event.time(),
            description.experiment());
    String trial = description.trial();
    if (trial != null) {
      Node made = NodeFactory.createURI(trial);
      graph.describe(made, PROVDL.Trial, PROV.Activity);
      training.with(PROVDL.partOfTrial, made);
    }
    graph.describe(models.model(), PROVDL.Model, PROV.Entity).label(description.name());
    agents.map();
  }

  @Override
  public void runReproduced(Event.RunReproduced event) {
    reproductions.map(event);
  }

  @Override
  public void environmentFound(Event.EnvironmentFound event) {
    agents.map(event.environment());
    environments.map(event.environment());
  }

  @Override
  public void backendFound(Event.BackendFound event) {
    environments.map(event.backend());
  }

  @Override
  public void settingChosen(Event.SettingChosen event) {
    settings.map(event);
  }

  @Override
  public void modelConfigured(Event.ModelConfigured event) {
    models.map(event);
  }

  @Override
  public void dataSeen(Event.DataSeen event) {
    data.map(event);
  }

  @Override
  public void sourceNamed(Event.SourceNamed event) {
    data.map(event);
    preparations.map(event);
  }

  @Override
  public void sourceLocated(Event.SourceLocated event) {
    data.map(event);
    preparations.map(event);
  }

  @Override
  public void splitDescribed(Event.SplitDescribed event) {
    data.map(event);
  }

  @Override
  public void dataPrepared(Event.DataPrepared event) {
    preparations.map(event);
  }

  @Override
  public void readerNamed(Event.ReaderNamed event) {
    data.map(event);
  }

  @Override
  public void generatorFound(Event.GeneratorFound event) {
    reproductions.map(event);
  }

  @Override
  public void epochStarted(Event.EpochStarted event) {
    epochs.map(event);
  }

  @Override
  public void iterationEnded(Event.IterationEnded event) {
    epochs.map(event);
  }

  @Override
  public void metricMeasured(Event.MetricMeasured event) {
    epochs.map(event);
  }

  @Override
  public void epochEnded(Event.EpochEnded event) {
    epochs.map(event);
  }

  @Override
  public void settingAdapted(Event.SettingAdapted event) {
    settings.map(event);
  }

  @Override
  public void modelInitialized(Event.ModelInitialized event) {
    parameters.map(event);
  }

  @Override
  public void modelTransferred(Event.ModelTransferred event) {
    origins.map(event);
  }

  @Override
  public void modelImported(Event.ModelImported event) {
    origins.map(event);
  }

  @Override
  public void modelReached(Event.ModelReached event) {
    models.map(event);
  }

  @Override
  public void modelEvaluated(Event.ModelEvaluated event) {
    evaluations.map(event);
  }

  @Override
  public void trainingStopped(Event.TrainingStopped event) {
    stopping.map(event);
  }

  @Override
  public void runImported(Event.RunImported event) {
    imports.map(event);
  }

  @Override
  public void runNested(Event.RunNested event) {
    imports.map(event);
  }

  @Override
  public void tagGiven(Event.TagGiven event) {
    imports.map(event);
  }

  @Override
  public void commitNamed(Event.CommitNamed event) {
    agents.map(event);
  }

  @Override
  public void fileWritten(Event.FileWritten event) {
    models.map(event);
  }

  @Override
  public void seriesMeasured(Event.SeriesMeasured event) {
    epochs.map(event);
  }

  @Override
  public void runEnded(Event.RunEnded event) {
    epochs.map(event);
    Description training = new Description(graph, graph.training());
    ResourceMapping.add(event.resources(), training);
    training
        .with(PROV.endedAtTime, event.time())
        .with(PROVDL.durationInSeconds, Elapsed.seconds(started, event.time()))
        .with(PROVDL.status, status(event.status()))
        .with(PROVDL.reason, event.reason())
        .with(PROVDL.settingsSha256, settings.sha256());
    ended = true;
  }

  static Resource status(RunStatus status) {
    return switch (status) {
      case COMPLETED -> PROVDL.completed;
      case FAILED -> PROVDL.failed;
      case INTERRUPTED -> PROVDL.interrupted;
    };
  }
}
