package org.provdl.queries;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.jspecify.annotations.Nullable;

/** What values a {@link Parameter} takes, named in a query's header by its {@link #label()}. */
public enum ParameterType {
  /** Any IRI. */
  IRI("iri", "an IRI"),
  /** The IRI of a run, or its bare id. */
  RUN("run", "a run id or the IRI of a run"),
  /** The IRI of a study, or its bare id. */
  STUDY("study", "a study id or the IRI of a study"),
  /** The IRI of an entity, or its short name. */
  ENTITY("entity", "an IRI, <run id>#<part> or sha256-<digest>"),
  /** An {@code xsd:integer}. */
  INTEGER("integer", "an integer such as 10"),
  /** An {@code xsd:decimal}. */
  DECIMAL("decimal", "a decimal number such as 0.5"),
  /** An {@code xsd:boolean}. */
  BOOLEAN("boolean", "true or false"),
  /** An {@code xsd:string}. */
  STRING("string", "text"),
  /** An {@code xsd:dateTime}. */
  DATE_TIME("dateTime", "a time such as 2026-01-05T10:00:00Z");

  private final String label;
  private final String expectation;

  ParameterType(String label, String expectation) {
    this.label = label;
    this.expectation = expectation;
  }

  /**
   * Returns the name of this type in a query's header.
   *
   * @return the name, such as {@code dateTime}
   */
  public String label() {
    return label;
  }

  /** The datatype of its literals; null for IRIs. */
  @Nullable XSDDatatype datatype() {
    return switch (this) {
      case IRI, RUN, STUDY, ENTITY -> null;
      case INTEGER -> XSDDatatype.XSDinteger;
      case DECIMAL -> XSDDatatype.XSDdecimal;
      case BOOLEAN -> XSDDatatype.XSDboolean;
      case STRING -> XSDDatatype.XSDstring;
      case DATE_TIME -> XSDDatatype.XSDdateTime;
    };
  }

  /** What a value looks like, to end the sentence "takes ...". */
  String expectation() {
    return expectation;
  }

  static ParameterType of(String label) {
    return Arrays.stream(values())
        .filter(type -> type.label.equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no parameter type '%s'; use one of %s"
                        .formatted(
                            label,
                            Arrays.stream(values())
                                .map(ParameterType::label)
                                .collect(Collectors.joining(", ")))));
  }
}
