package org.provdl.operations;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.provdl.store.ProvenanceStore;
import org.provdl.vocabulary.PROV;
import org.provdl.vocabulary.PROVDL;
import org.provdl.vocabulary.RunProperties;

/**
 * Adds to the graphs of an older store what follows from them and is told today: that a run started
 * with a setting ({@code provdl:initializes}), which metric a summary sums up ({@code
 * provdl:summarizes}), how long something took ({@code provdl:durationInSeconds}), and the values
 * that a run started with and reached ({@link RunProperties}).
 *
 * <p>It goes on graph by graph and may be broken off: to do it again is harmless.
 */
public final class Upgrade {

  /** What is told to have taken some time. */
  private static final Set<Node> TIMED =
      Set.of(
          PROVDL.TrainingRun.asNode(),
          PROVDL.Epoch.asNode(),
          PROVDL.Study.asNode(),
          PROVDL.Trial.asNode());

  private static final double MILLISECONDS = 1000;

  private final DatasetGraph dataset;
  private final Node graph;
  private final List<Quad> missing = new ArrayList<>();

  private Upgrade(DatasetGraph dataset, Node graph) {
    this.dataset = dataset;
    this.graph = graph;
  }

  /**
   * What was done.
   *
   * @param graphs how many graphs lacked something
   * @param quads how many quads they have more
   */
  public record Report(long graphs, long quads) {}

  /**
   * Brings a store to {@link ProvenanceStore#CURRENT_FORMAT}. Does nothing to one that is.
   *
   * @param store the store, open; it may be read and written meanwhile
   * @return what was done
   * @throws org.provdl.store.StoreException if it cannot be written; what was added stays
   */
  public static Report of(ProvenanceStore store) {
    if (store.format() == ProvenanceStore.CURRENT_FORMAT) {
      return new Report(0, 0);
    }
    List<Node> names = store.read(dataset -> Iter.toList(dataset.listGraphNodes()));
    long graphs = 0;
    long quads = 0;
    for (Node name : names) {
      List<Quad> missing = store.read(dataset -> new Upgrade(dataset, name).missing());
      if (!missing.isEmpty()) {
        store.append(missing);
        graphs++;
        quads += missing.size();
      }
    }
    store.format(ProvenanceStore.CURRENT_FORMAT);
    return new Report(graphs, quads);
  }

  private List<Quad> missing() {
    each(PROVDL.HyperparameterSetting, this::addInitial);
    each(PROVDL.MetricSummary, this::addReached);
    TIMED.forEach(type -> find(Node.ANY, RDF.type.asNode(), type).forEach(this::addDuration));
    return missing;
  }

  /** What nothing has made is there from the start. */
  private void addInitial(Node setting) {
    if (!find(setting, PROV.wasGeneratedBy.asNode(), Node.ANY).isEmpty()) {
      return;
    }
    for (Node hyperparameter : iris(setting, PROVDL.hyperparameter)) {
      add(setting, PROVDL.initializes.asNode(), hyperparameter);
      for (Quad used : find(Node.ANY, PROV.used.asNode(), setting)) {
        if (dataset.contains(
            graph, used.getSubject(), RDF.type.asNode(), PROVDL.TrainingRun.asNode())) {
          copy(
              setting,
              PROV.value,
              used.getSubject(),
              RunProperties.startedWith(hyperparameter.getURI()));
        }
      }
    }
  }

  private void addReached(Node summary) {
    for (Node metric : iris(summary, PROVDL.metric)) {
      add(summary, PROVDL.summarizes.asNode(), metric);
      for (Node split : iris(summary, PROVDL.split)) {
        Property reached =
            RunProperties.reached(metric.getURI(), ResourceFactory.createResource(split.getURI()));
        iris(summary, PROV.wasGeneratedBy)
            .forEach(training -> copy(summary, PROVDL.bestValue, training, reached));
      }
    }
  }

  private void copy(Node from, Resource told, Node to, Resource property) {
    objects(from, told).forEach(value -> add(to, property.asNode(), value));
  }

  private List<Node> iris(Node subject, Resource property) {
    return objects(subject, property).stream().filter(Node::isURI).toList();
  }

  private List<Node> objects(Node subject, Resource property) {
    return find(subject, property.asNode(), Node.ANY).stream().map(Quad::getObject).toList();
  }

  private void addDuration(Quad typed) {
    Node activity = typed.getSubject();
    Optional<OffsetDateTime> start = time(activity, PROV.startedAtTime);
    Optional<OffsetDateTime> end = time(activity, PROV.endedAtTime);
    if (start.isPresent()
        && end.isPresent()
        && find(activity, PROVDL.durationInSeconds.asNode(), Node.ANY).isEmpty()) {
      double seconds = Duration.between(start.get(), end.get()).toMillis() / MILLISECONDS;
      add(
          activity,
          PROVDL.durationInSeconds.asNode(),
          NodeFactory.createLiteralDT(Double.toString(seconds), XSDDatatype.XSDdouble));
    }
  }

  private Optional<OffsetDateTime> time(Node activity, Resource property) {
    Iterator<Quad> times = find(activity, property.asNode(), Node.ANY).iterator();
    if (!times.hasNext()) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(times.next().getObject().getLiteralLexicalForm()));
    } catch (DateTimeParseException | UnsupportedOperationException other) {
      return Optional.empty(); // of another program
    }
  }

  private void each(Resource type, Consumer<Node> task) {
    find(Node.ANY, RDF.type.asNode(), type.asNode())
        .forEach(quad -> task.accept(quad.getSubject()));
  }

  private void add(Node subject, Node predicate, Node object) {
    if (!dataset.contains(graph, subject, predicate, object)) {
      missing.add(new Quad(graph, subject, predicate, object));
    }
  }

  private List<Quad> find(Node subject, Node predicate, Node object) {
    return Iter.toList(dataset.find(graph, subject, predicate, object));
  }
}
