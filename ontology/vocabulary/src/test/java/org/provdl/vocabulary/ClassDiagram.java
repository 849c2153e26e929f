package org.provdl.vocabulary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFList;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * The classes of the ontology and what relates them: its own relations, by domain and range, and
 * the main ones of PROV-O, as the examples have them.
 */
record ClassDiagram(List<Box> boxes, List<Line> lines) {

  private static final List<Property> OF_PROV =
      List.of(PROV.used, PROV.wasGeneratedBy, PROV.specializationOf, PROV.wasRevisionOf);

  private static final String SUBCLASS = "is a kind of";

  /** What PROV-O says that a class is. */
  enum Kind {
    ENTITY,
    ACTIVITY,
    AGENT,
    OTHER
  }

  /** A class, by its name in the ontology. */
  record Box(String name, Kind kind) {}

  /** What relates things of one class to those of another, all relations together. */
  record Line(String from, String to, String text) {}

  private record Ends(String from, String to) implements Comparable<Ends> {
    @Override
    public int compareTo(Ends other) {
      return Comparator.comparing(Ends::from).thenComparing(Ends::to).compare(this, other);
    }
  }

  /**
   * Makes the diagram of an ontology.
   *
   * @param ontology with all that it imports
   */
  static ClassDiagram of(Model ontology, Model examples) {
    Classes classes = new Classes(ontology);
    List<Box> boxes =
        ontology.listSubjectsWithProperty(RDF.type, OWL2.Class).toList().stream()
            .filter(ClassDiagram::isOwn)
            .map(type -> new Box(name(type), kind(classes.withSuperclasses(type))))
            .sorted(Comparator.comparing(Box::name))
            .toList();
    SortedMap<Ends, Set<String>> relations = new TreeMap<>();
    ofOntology(ontology, relations);
    ofExamples(ontology, examples, relations);
    List<Line> lines = new ArrayList<>();
    relations.forEach(
        (ends, names) -> lines.add(new Line(ends.from(), ends.to(), String.join(", ", names))));
    return new ClassDiagram(boxes, lines);
  }

  private static void ofOntology(Model ontology, SortedMap<Ends, Set<String>> relations) {
    for (Resource property :
        ontology.listSubjectsWithProperty(RDF.type, OWL2.ObjectProperty).toList()) {
      if (isOwn(property)) {
        members(property, RDFS.domain)
            .forEach(
                from ->
                    members(property, RDFS.range)
                        .forEach(to -> add(from, to, name(property), relations)));
      }
    }
    for (Statement subclass :
        ontology.listStatements(null, RDFS.subClassOf, (RDFNode) null).toList()) {
      if (isOwn(subclass.getSubject()) && isOwn(subclass.getResource())) {
        add(subclass.getSubject(), subclass.getResource(), SUBCLASS, relations);
      }
    }
  }

  private static void ofExamples(
      Model ontology, Model examples, SortedMap<Ends, Set<String>> relations) {
    for (Property property : OF_PROV) {
      for (Statement statement : examples.listStatements(null, property, (RDFNode) null).toList()) {
        for (Resource from : mostGeneral(ontology, statement.getSubject())) {
          for (Resource to : mostGeneral(ontology, statement.getResource())) {
            add(from, to, property.getLocalName(), relations);
          }
        }
      }
    }
  }

  /** The classes of a thing, without those that others of them include. */
  private static List<Resource> mostGeneral(Model ontology, Resource thing) {
    List<Resource> types =
        thing
            .listProperties(RDF.type)
            .mapWith(Statement::getResource)
            .filterKeep(ClassDiagram::isOwn)
            .toList();
    return types.stream()
        .filter(
            type ->
                types.stream().noneMatch(other -> ontology.contains(type, RDFS.subClassOf, other)))
        .toList();
  }

  private static void add(
      Resource from, Resource to, String text, SortedMap<Ends, Set<String>> relations) {
    relations.computeIfAbsent(new Ends(name(from), name(to)), any -> new TreeSet<>()).add(text);
  }

  /** The classes of the ontology that a domain or range is, or is a union of. */
  private static List<Resource> members(Resource property, Property end) {
    return property.listProperties(end).mapWith(Statement::getResource).toList().stream()
        .flatMap(
            type ->
                type.hasProperty(OWL2.unionOf)
                    ? type
                        .getPropertyResourceValue(OWL2.unionOf)
                        .as(RDFList.class)
                        .asJavaList()
                        .stream()
                        .map(RDFNode::asResource)
                    : Stream.of(type))
        .filter(ClassDiagram::isOwn)
        .toList();
  }

  private static Kind kind(Set<Resource> superclasses) {
    if (superclasses.contains(PROV.Activity)) {
      return Kind.ACTIVITY;
    }
    if (superclasses.contains(PROV.Agent)) {
      return Kind.AGENT;
    }
    return superclasses.contains(PROV.Entity) ? Kind.ENTITY : Kind.OTHER;
  }

  private static boolean isOwn(Resource term) {
    return term.isURIResource() && term.getURI().startsWith(PROVDL.NS);
  }

  private static String name(Resource term) {
    return term.getURI().substring(PROVDL.NS.length());
  }
}
