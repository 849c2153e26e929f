package org.provdl.capture;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.jspecify.annotations.Nullable;
import org.provdl.vocabulary.PROV;
import org.provdl.vocabulary.PROVDL;

/**
 * Maps the events of one study: its plan, trials, and the selection of the winner.
 *
 * <p>Not thread-safe: belongs to the thread that delivers.
 */
final class StudyMapping implements Mapping, Event.StudyVisitor {

  private final RunGraph graph;
  private final Terms terms;
  private final StudyDescription study;
  private final AgentMapping agents;
  private final SearchPlanMapping plan;
  private final Standings standings;
  private final Map<Integer, Instant> open = new TreeMap<>();
  private @Nullable Instant started;
  private final Map<Integer, Node> objectives = new LinkedHashMap<>();
  private boolean ended;

  StudyMapping(RunGraph graph, Terms terms, StudyDescription study, String recorder) {
    this.graph = graph;
    this.terms = terms;
    this.study = study;
    RunDescription description =
        new RunDescription(study.name(), study.experiment(), study.operator(), null, null);
    agents = new AgentMapping(graph, description, recorder);
    plan = new SearchPlanMapping(graph, terms, study);
    standings = new Standings(study);
  }

  @Override
  public List<Quad> map(Event event) {
    if (!ended && event instanceof Event.StudyEvent told) {
      told.accept(this);
    }
    return graph.take();
  }

  @Override
  public boolean hasEnded() {
    return ended;
  }

  @Override
  public Event interruption(Instant time, String reason) {
    return new Event.StudyEnded(time, RunStatus.INTERRUPTED, reason);
  }

  @Override
  public void studyStarted(Event.StudyStarted event) {
    started = event.time();
    DocumentMapping.begin(
        graph, PROVDL.Study, event.id(), study.name(), event.time(), study.experiment());
    agents.map();
    agents.follows(plan.map());
  }

  @Override
  public void trialStarted(Event.TrialStarted event) {
    standings.start();
    open.put(event.trial(), event.time());
    Description trial =
        graph
            .describe(trial(event.trial()), PROVDL.Trial, PROV.Activity)
            .label(Trial.label(study.name(), event.trial()))
            .with(DCTerms.isPartOf, search())
            .with(PROVDL.index, (long) event.trial())
            .with(PROV.startedAtTime, event.time());
    event.settings().forEach(setting -> trial.with(PROV.used, propose(event.trial(), setting)));
  }

  private Node propose(int trial, Setting setting) {
    String name = setting.hyperparameter();
    Node node = graph.part("trial", trial, "setting", name);
    Description proposed =
        graph
            .describe(node, PROVDL.HyperparameterSetting, PROV.Entity)
            .label(name)
            .with(PROVDL.hyperparameter, terms.hyperparameter(name, graph))
            .with(PROV.value, Literals.of(setting.value()))
            .with(PROV.wasGeneratedBy, search());
    if (plan.varies(name)) {
      proposed.with(PROV.wasDerivedFrom, plan.dimension(name));
    }
    return node;
  }

  @Override
  public void runMade(Event.RunMade event) {
    Node run = NodeFactory.createURI(event.run());
    graph.describe(run, PROV.Activity);
    graph.add(trial(event.trial()), PROVDL.hasRun, run);
  }

  @Override
  public void trialEnded(Event.TrialEnded event) {
    standings.end(event.trial(), event.objective());
    end(event.trial(), event.time(), event.status(), event.reason());
    if (event.objective() != null) {
      Node objective = graph.part("trial", event.trial(), "objective");
      plan.objective(graph.describe(objective, PROVDL.MetricValue, PROV.Entity))
          .label(study.metric())
          .with(PROV.value, event.objective())
          .with(PROV.wasGeneratedBy, trial(event.trial()));
      objectives.put(event.trial(), objective);
    }
  }

  private void end(int trial, Instant time, RunStatus status, @Nullable String reason) {
    new Description(graph, trial(trial))
        .with(PROV.endedAtTime, time)
        .with(PROVDL.durationInSeconds, Elapsed.seconds(open.remove(trial), time))
        .with(PROVDL.status, RunMapping.status(status))
        .with(PROVDL.reason, reason);
  }

  @Override
  public void studyEnded(Event.StudyEnded event) {
    List.copyOf(open.keySet())
        .forEach(
            trial -> end(trial, event.time(), RunStatus.INTERRUPTED, "the study ended before it"));
    select(event.time());
    new Description(graph, search())
        .with(PROV.endedAtTime, event.time())
        .with(PROVDL.durationInSeconds, Elapsed.seconds(started, event.time()))
        .with(PROVDL.status, RunMapping.status(event.status()))
        .with(PROVDL.reason, event.reason());
    ended = true;
  }

  private void select(Instant time) {
    Description selection =
        graph
            .describe(graph.part("selection"), PROVDL.TrialSelection, PROV.Activity)
            .with(DCTerms.isPartOf, search())
            .with(PROV.startedAtTime, time)
            .with(PROV.endedAtTime, time)
            .with(PROV.wasAssociatedWith, agents.recorder())
            .with(PROVDL.reason, standings.reason());
    objectives.values().forEach(objective -> selection.with(PROV.used, objective));
    Integer winner = standings.winner();
    if (winner != null) {
      selection.with(PROVDL.selectedTrial, trial(winner));
    }
  }

  private Node search() {
    return graph.training();
  }

  private Node trial(int number) {
    return graph.part("trial", number);
  }
}
