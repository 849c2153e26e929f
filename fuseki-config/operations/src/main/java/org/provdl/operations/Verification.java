package org.provdl.operations;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.ValidationProc;
import org.apache.jena.vocabulary.RDF;
import org.provdl.store.ProvenanceStore;
import org.provdl.vocabulary.Ontology;
import org.provdl.vocabulary.PROV;

/**
 * Holds graphs against shapes. Thread-safe.
 *
 * <p>What it finds in a graph is bounded, and so is the time for one; a store is gone through graph
 * by graph, each in a read of its own, so that neither its size nor its use matters.
 */
public final class Verification {

  /** What is told of one graph at most: {@value}. */
  public static final int MOST_FINDINGS = 100;

  /** What is wrong with a graph that is none of ours. */
  private static final String NO_DOCUMENT =
      "the graph should be the document of a run or study: its own name a prov:Bundle";

  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final Shapes shapes;
  private final boolean ours;

  private Verification(Model shapes, boolean ours) {
    this.shapes = Shapes.parse(shapes);
    this.ours = ours;
  }

  /**
   * What was looked at.
   *
   * @param graphs how many graphs
   * @param wrong how many of them have something wrong
   */
  public record Report(long graphs, long wrong) {

    /**
     * Whether nothing is wrong.
     *
     * @return whether all graphs are as they should be
     */
    public boolean conforms() {
      return wrong == 0;
    }
  }

  /**
   * Against what graphs of runs and studies keep to: {@link Ontology#shapes()}.
   *
   * @return the verification
   */
  public static Verification standard() {
    return new Verification(Ontology.shapes(), true);
  }

  /**
   * Against other shapes.
   *
   * @param shapes in SHACL
   * @return the verification
   * @throws org.apache.jena.shacl.parser.ShaclParseException if they are not well-formed
   */
  public static Verification of(Model shapes) {
    return new Verification(shapes, false);
  }

  /**
   * Looks at all graphs of a store, those that there are when it begins.
   *
   * @param store the store, open
   * @param found is told what is wrong, graph by graph, on the calling thread
   * @return what was looked at
   * @throws org.provdl.store.StoreException if the store is closed
   */
  public Report of(ProvenanceStore store, Consumer<? super Finding> found) {
    List<Node> names = store.read(dataset -> Iter.toList(dataset.listGraphNodes()));
    long graphs = 0;
    long wrong = 0;
    for (Node name : names) {
      Graph[] none = new Graph[1];
      List<Finding> findings =
          store.read(
              dataset -> {
                Graph graph = dataset.getGraph(name);
                none[0] = graph.isEmpty() ? graph : null;
                return check(name, graph, LONGEST);
              });
      if (none[0] != null) {
        continue; // removed meanwhile
      }
      graphs++;
      wrong += findings.isEmpty() ? 0 : 1;
      findings.forEach(found);
    }
    return new Report(graphs, wrong);
  }

  /**
   * Looks at one graph, on the calling thread.
   *
   * @param name its name
   * @param graph what it holds
   * @param longest after which it gives up
   * @return what is wrong, at most {@value #MOST_FINDINGS}; nothing for an empty graph
   * @throws OperationException if it takes longer
   */
  public List<Finding> check(Node name, Graph graph, Duration longest) {
    TimedGraph timed = new TimedGraph(graph, longest);
    Set<Finding> findings = new LinkedHashSet<>();
    if (ours
        && !timed.isEmpty()
        && !timed.contains(name, RDF.type.asNode(), PROV.Bundle.asNode())) {
      findings.add(new Finding(name.toString(), name.toString(), null, null, NO_DOCUMENT));
    }
    entries(timed).forEach(entry -> findings.add(finding(name, entry)));
    return List.copyOf(findings);
  }

  /**
   * Looks at one graph, on the calling thread.
   *
   * @param graph what it holds
   * @param longest after which it gives up
   * @return what SHACL says of it, with at most {@value #MOST_FINDINGS} results
   * @throws OperationException if it takes longer
   */
  public ValidationReport report(Graph graph, Duration longest) {
    ValidationReport.Builder report = ValidationReport.create();
    report.addPrefixes(shapes.getGraph().getPrefixMapping());
    entries(new TimedGraph(graph, longest)).forEach(report::addReportEntry);
    return report.build();
  }

  private List<ReportEntry> entries(Graph graph) {
    List<ReportEntry> entries = new ArrayList<>();
    for (Shape shape : shapes.getTargetShapes()) {
      Set<Node> focus = new LinkedHashSet<>();
      shape.getTargets().forEach(target -> focus.addAll(target.getFocusNodes(graph)));
      Iterator<Node> nodes = focus.iterator();
      while (nodes.hasNext() && entries.size() < MOST_FINDINGS) {
        ValidationContext context = ValidationContext.create(shapes, graph);
        ValidationProc.execValidateShape(context, graph, shape, nodes.next());
        context.generateReport().getEntries().stream()
            .limit(MOST_FINDINGS - entries.size())
            .forEach(entries::add);
      }
    }
    return entries;
  }

  private static Finding finding(Node graph, ReportEntry entry) {
    return new Finding(
        graph.toString(),
        entry.focusNode().toString(),
        entry.resultPath() == null ? null : entry.resultPath().toString(),
        entry.value() == null || entry.value().equals(entry.focusNode())
            ? null
            : NodeFmtLib.strNT(entry.value()),
        entry.message());
  }
}
