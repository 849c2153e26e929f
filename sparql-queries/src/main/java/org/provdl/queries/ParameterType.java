package org.provdl.queries;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.jspecify.annotations.Nullable;

/** What values a {@link Parameter} takes, named in a query's header by its {@link #label()}. */
public enum ParameterType {
  /** Any IRI. */
  IRI("iri", "an IRI"),
  /** A run: its IRI, its id or a beginning of it, or its name. */
  RUN("run", "the id or the name of a run, or its IRI"),
  /** A study: its IRI, its id or a beginning of it, or its name. */
  STUDY("study", "the id or the name of a study, or its IRI"),
  /** The IRI of a metric, or its name. */
  METRIC("metric", "the name of a metric such as accuracy, or its IRI"),
  /** The IRI of a hyperparameter, or its name. */
  HYPERPARAMETER("hyperparameter", "the name of a hyperparameter such as learningRate, or its IRI"),
  /** A part of the data, by its role. */
  SPLIT("split", "training, validation or test"),
  /** The IRI of an entity, or its short name. */
  ENTITY("entity", "an IRI, <run id>#<part> or sha256-<digest>"),
  /** An {@code xsd:integer}. */
  INTEGER("integer", "an integer such as 10"),
  /** An {@code xsd:decimal}, which may be written with an exponent. */
  DECIMAL("decimal", "a number such as 0.5 or 1e-3"),
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
      case IRI, RUN, STUDY, METRIC, HYPERPARAMETER, SPLIT, ENTITY -> null;
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
