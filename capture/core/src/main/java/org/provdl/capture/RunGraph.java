package org.provdl.capture;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.provdl.vocabulary.Base;
import org.provdl.vocabulary.PROV;

/**
 * The named graph of one run or study: gives its parts their IRIs and gathers its quads. IRIs
 * follow from its id alone, so that the same events always give the same graph.
 *
 * <p>Not thread-safe: belongs to the thread that delivers.
 */
final class RunGraph {

  private final String base;
  private final String id;
  private final Node document;
  private final String fragment;
  private final Node training;
  private final Set<Node> described = new HashSet<>();
  private List<Quad> quads = new ArrayList<>();

  RunGraph(String base, DocumentKind kind, String id) {
    this(
        base,
        id,
        NodeFactory.createURI(base + kind.word() + "/" + Base.segment(id)),
        kind.activity());
  }

  private RunGraph(String base, String id, Node document, String activity) {
    this.base = base;
    this.id = id;
    this.document = document;
    this.fragment = iri() + "#";
    this.training = part(activity);
  }

  /** The graph of a document of any name, which need not be about a run. */
  static RunGraph ofDocument(String base, Node document) {
    return new RunGraph(base, document.getURI(), document, DocumentKind.RUN.activity());
  }

  String id() {
    return id;
  }

  /** What the IRIs of things that documents share begin with. */
  String base() {
    return base;
  }

  String iri() {
    return document.getURI();
  }

  /** The document: the graph's own name. */
  Node document() {
    return document;
  }

  /** The activity that the document is about: the training, or the search of a study. */
  Node training() {
    return training;
  }

  /**
   * A thing that belongs to this run or study alone. The names are joined by hyphens; a hyphen
   * within one is escaped.
   */
  Node part(Object... names) {
    StringBuilder iri = new StringBuilder(fragment);
    for (Object name : names) {
      iri.append(iri.length() == fragment.length() ? "" : "-")
          .append(Base.segment(name.toString()).replace("-", "%2D"));
    }
    return NodeFactory.createURI(iri.toString());
  }

  /** A thing that runs share, such as {@code artifact/sha256-...}. */
  Node shared(String kind, String name) {
    return NodeFactory.createURI(base + kind + "/" + Base.segment(name));
  }

  void add(Node subject, Property predicate, Node object) {
    quads.add(new Quad(document, subject, predicate.asNode(), object));
  }

  void addAll(List<Quad> more) {
    quads.addAll(more);
  }

  /** Begins the description of a thing with its classes. */
  Description describe(Node subject, Resource... classes) {
    for (Resource type : classes) {
      add(subject, RDF.type, type.asNode());
    }
    return new Description(this, subject);
  }

  /**
   * Says that an activity used a thing: directly, and as a usage of the given name with the role it
   * played.
   */
  Description use(Node activity, Node entity, Resource role, Node usage) {
    add(activity, PROV.used, entity);
    add(activity, PROV.qualifiedUsage, usage);
    return describe(usage, PROV.Usage).with(PROV.entity, entity).with(PROV.hadRole, role);
  }

  /** Whether a thing has not been asked for here before: shared things are described once. */
  boolean isNew(Node subject) {
    return described.add(subject);
  }

  /** The quads since the last call. */
  List<Quad> take() {
    List<Quad> taken = quads;
    quads = new ArrayList<>();
    return taken;
  }
}
