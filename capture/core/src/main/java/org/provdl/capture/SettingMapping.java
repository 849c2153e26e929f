package org.provdl.capture;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.vocabulary.DCTerms;
import org.jspecify.annotations.Nullable;
import org.provdl.vocabulary.PROV;
import org.provdl.vocabulary.PROVDL;
import org.provdl.vocabulary.RunProperties;

/**
 * Maps settings and their changes. A setting never changes: an adaptation makes a new one that
 * revises the old.
 */
final class SettingMapping {

  private record Key(String hyperparameter, OptionalInt layer) {}

  private record Current(Node node, Setting setting, int revision) {}

  private final RunGraph graph;
  private final Terms terms;
  private final AgentMapping agents;
  private final Progress progress;
  private final Map<Key, Current> inForce = new HashMap<>();
  private final SettingsHash first = new SettingsHash();
  private final Set<Map.Entry<Property, Node>> startedWith = new HashSet<>();
  private int adaptations;

  SettingMapping(RunGraph graph, Terms terms, AgentMapping agents, Progress progress) {
    this.graph = graph;
    this.terms = terms;
    this.agents = agents;
    this.progress = progress;
  }

  void map(Event.SettingChosen event) {
    Current old = inForce.get(key(event.setting()));
    if (old == null) {
      first.add(event.setting());
      Node setting = describe(event.setting(), 1);
      Node hyperparameter = terms.hyperparameter(event.setting().hyperparameter(), graph);
      graph.add(setting, PROVDL.initializes, hyperparameter);
      startWith(RunProperties.startedWith(hyperparameter.getURI()), event.setting());
      use(setting, event.setting(), 1, event.time());
    } else if (!old.setting().equals(event.setting())) {
      map(
          new Event.SettingAdapted(
              event.time(),
              event.setting(),
              progress.iteration + 1,
              "chosen again",
              Responsible.OPERATOR));
    }
  }

  /** Several layers may start with the same value. */
  private void startWith(Property property, Setting setting) {
    Node value = Literals.of(setting.value());
    if (startedWith.add(Map.entry(property, value))) {
      graph.add(graph.training(), property, value);
    }
  }

  /** The hash of the settings that revise no other; null where there are none. */
  @Nullable String sha256() {
    return first.sha256();
  }

  void map(Event.SettingAdapted event) {
    Current old = replacedBy(event.setting());
    if (old == null) {
      map(new Event.SettingChosen(event.time(), event.setting()));
      return;
    }
    boolean same = key(old.setting()).equals(key(event.setting()));
    int revision = same ? old.revision() + 1 : 1;
    Node adaptation = describe(event, old);
    Node setting = describe(event.setting(), revision);
    graph.add(setting, PROV.wasGeneratedBy, adaptation);
    graph.add(setting, PROV.generatedAtTime, Literals.of(event.time()));
    graph.add(setting, PROV.wasRevisionOf, old.node());
    graph.add(setting, PROV.wasDerivedFrom, old.node());
    Node revises = graph.part(names("revision", event.setting(), revision));
    graph.add(setting, PROV.qualifiedRevision, revises);
    graph
        .describe(revises, PROV.Revision)
        .with(PROV.entity, old.node())
        .with(PROV.hadActivity, adaptation);
    if (same) {
      invalidate(old.node(), adaptation, event.time());
    }
    use(setting, event.setting(), revision, event.time());
    progress.putInForce(setting, same ? old.node() : null, event.fromIteration());
  }

  /**
   * What held for the same scope, or else for the whole model, which then goes on to hold for the
   * other layers.
   */
  private @Nullable Current replacedBy(Setting setting) {
    Current same = inForce.get(key(setting));
    return same == null
        ? inForce.get(new Key(setting.hyperparameter(), OptionalInt.empty()))
        : same;
  }

  private Node describe(Event.SettingAdapted event, Current old) {
    adaptations++;
    long from = event.fromIteration();
    int epoch = progress.epochOf(from == PastRun.UNKNOWN_ITERATION ? progress.iteration + 1 : from);
    Node adaptation = graph.part("adaptation", adaptations);
    graph
        .describe(adaptation, PROVDL.Adaptation, PROV.Activity)
        .label(
            event.setting().hyperparameter()
                + " "
                + old.setting().value()
                + " to "
                + event.setting().value())
        .with(DCTerms.isPartOf, graph.training())
        .with(PROVDL.duringEpoch, epoch == 0 ? null : Long.valueOf(epoch))
        .with(PROVDL.iteration, from == PastRun.UNKNOWN_ITERATION ? null : Long.valueOf(from))
        .with(PROVDL.precedingLoss, progress.lossBefore(event.fromIteration()))
        .with(PROVDL.reason, event.reason())
        .with(PROV.startedAtTime, event.time())
        .with(PROV.endedAtTime, event.time())
        .with(PROV.wasAssociatedWith, agents.agent(event.responsible()));
    graph.use(
        adaptation,
        old.node(),
        PROVDL.previousSetting,
        graph.part("usage", "adaptation", adaptations));
    useStandingMetrics(adaptation);
    return adaptation;
  }

  /** What whoever made the change could know of how the training went. */
  private void useStandingMetrics(Node adaptation) {
    progress
        .standing()
        .forEach(
            (measured, value) ->
                graph.use(
                    adaptation,
                    value,
                    PROVDL.standingMetric,
                    graph.part(
                        "usage",
                        "adaptation",
                        adaptations,
                        measured.split().name().toLowerCase(Locale.ROOT),
                        measured.metric())));
  }

  private Node describe(Setting setting, int revision) {
    Node node = graph.part(names("setting", setting, revision));
    graph
        .describe(node, PROVDL.HyperparameterSetting, PROV.Entity)
        .label(setting.hyperparameter())
        .with(PROVDL.hyperparameter, terms.hyperparameter(setting.hyperparameter(), graph))
        .with(PROV.value, Literals.of(setting.value()))
        .with(PROVDL.appliesTo, scope(setting));
    inForce.put(key(setting), new Current(node, setting, revision));
    return node;
  }

  /**
   * The training uses every setting, those of adaptations too: from a model one comes to all that
   * made it.
   */
  private void use(Node node, Setting setting, int revision, Instant time) {
    Node usage = graph.part(names("usage", setting, revision));
    graph.use(graph.training(), node, PROVDL.settingRole, usage).with(PROV.atTime, time);
  }

  private void invalidate(Node setting, Node adaptation, Instant time) {
    graph.add(setting, PROV.wasInvalidatedBy, adaptation);
    graph.add(setting, PROV.invalidatedAtTime, Literals.of(time));
  }

  private Node scope(Setting setting) {
    return setting.layer().isPresent()
        ? graph.part("layer", setting.layer().getAsInt())
        : graph.part("model");
  }

  private static Object[] names(String kind, Setting setting, int revision) {
    Stream<Object> scope =
        setting.layer().isPresent()
            ? Stream.of("layer", setting.layer().getAsInt())
            : Stream.empty();
    Stream<Object> number = revision == 1 ? Stream.empty() : Stream.of(revision);
    return Stream.of(Stream.of(kind), scope, Stream.of(setting.hyperparameter()), number)
        .flatMap(Function.identity())
        .toArray();
  }

  private static Key key(Setting setting) {
    return new Key(setting.hyperparameter(), setting.layer());
  }
}
