package org.provdl.interchange;

import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.provdl.vocabulary.PROV;

/**
 * The types of derivation that have a class and properties of their own in PROV-O; in PROV-DM they
 * are values of {@code prov:type}.
 */
@SuppressWarnings("ImmutableEnumChecker") // Nodes do not change.
enum DerivationType {
  REVISION(PROV.Revision, PROV.wasRevisionOf, PROV.qualifiedRevision),
  QUOTATION(PROV.Quotation, PROV.wasQuotedFrom, PROV.qualifiedQuotation),
  PRIMARY_SOURCE(PROV.PrimarySource, PROV.hadPrimarySource, PROV.qualifiedPrimarySource);

  private final Node type;
  private final Node property;
  private final Node qualifiedProperty;

  DerivationType(Resource type, Property property, Property qualifiedProperty) {
    this.type = type.asNode();
    this.property = property.asNode();
    this.qualifiedProperty = qualifiedProperty.asNode();
  }

  /** {@return the type that an attribute gives to a derivation, if it is one of these} */
  static Optional<DerivationType> of(Attribute attribute) {
    if (attribute.name().equals(Attribute.TYPE)) {
      for (DerivationType candidate : values()) {
        if (candidate.type.equals(attribute.value())) {
          return Optional.of(candidate);
        }
      }
    }
    return Optional.empty();
  }

  Node type() {
    return type;
  }

  Node property() {
    return property;
  }

  Node qualifiedProperty() {
    return qualifiedProperty;
  }
}
