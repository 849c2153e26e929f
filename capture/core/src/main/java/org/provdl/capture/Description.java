package org.provdl.capture;

import java.time.Instant;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.RDFS;
import org.jspecify.annotations.Nullable;

/** Adds the properties of one thing to a graph. A null value adds nothing. */
final class Description {

  private final RunGraph graph;
  private final Node subject;

  Description(RunGraph graph, Node subject) {
    this.graph = graph;
    this.subject = subject;
  }

  Node node() {
    return subject;
  }

  Description label(@Nullable String text) {
    return with(RDFS.label, text);
  }

  Description with(Property property, Node value) {
    graph.add(subject, property, value);
    return this;
  }

  Description with(Property property, Resource value) {
    return with(property, value.asNode());
  }

  Description with(Property property, @Nullable String value) {
    return value == null ? this : with(property, Literals.of(value));
  }

  Description with(Property property, @Nullable Long value) {
    return value == null ? this : with(property, Literals.of(value));
  }

  Description with(Property property, @Nullable Double value) {
    return value == null ? this : with(property, Literals.of(value.doubleValue()));
  }

  Description with(Property property, boolean value) {
    return with(property, Literals.of(value));
  }

  Description with(Property property, Instant value) {
    return with(property, Literals.of(value));
  }
}
