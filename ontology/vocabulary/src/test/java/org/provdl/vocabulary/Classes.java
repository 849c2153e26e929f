package org.provdl.vocabulary;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.RDFList;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/** The classes of an ontology, as far as examples are held against them. */
record Classes(Model ontology) {

  /** The classes that a thing is asserted to have, and all their superclasses. */
  Set<Resource> of(Resource thing) {
    return thing.listProperties(RDF.type).toList().stream()
        .flatMap(type -> withSuperclasses(type.getResource()).stream())
        .collect(Collectors.toSet());
  }

  Set<Resource> withSuperclasses(Resource type) {
    Set<Resource> found = new HashSet<>();
    collect(type, found);
    return found;
  }

  boolean areDisjoint(Resource one, Resource other) {
    return ontology.contains(one, OWL.disjointWith, other)
        || ontology.contains(other, OWL.disjointWith, one);
  }

  boolean inDomain(Resource property, Resource subject) {
    return property.listProperties(RDFS.domain).toList().stream()
        .allMatch(domain -> isA(subject, domain.getResource()));
  }

  boolean inRange(Resource property, RDFNode object) {
    return property.listProperties(RDFS.range).toList().stream()
        .map(Statement::getResource)
        .allMatch(
            range ->
                object.isLiteral()
                    ? range.hasURI(object.asLiteral().getDatatypeURI())
                    : isA(object.asResource(), range));
  }

  private boolean isA(Resource thing, Resource type) {
    Set<Resource> classes = of(thing);
    return type.equals(OWL.Thing) || alternatives(type).stream().anyMatch(classes::contains);
  }

  private static List<Resource> alternatives(Resource type) {
    return type.hasProperty(OWL.unionOf)
        ? type.getProperty(OWL.unionOf).getObject().as(RDFList.class).asJavaList().stream()
            .map(RDFNode::asResource)
            .toList()
        : List.of(type);
  }

  private void collect(Resource type, Set<Resource> found) {
    if (found.add(type)) {
      ontology
          .listObjectsOfProperty(type, RDFS.subClassOf)
          .forEach(superclass -> collect(superclass.asResource(), found));
    }
  }
}
