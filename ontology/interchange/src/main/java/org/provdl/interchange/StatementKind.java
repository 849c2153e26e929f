package org.provdl.interchange;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.RDFNode;
import org.jspecify.annotations.Nullable;
import org.provdl.vocabulary.PROV;

/**
 * What PROV can state, with the names that its syntaxes have for it: the one table that readers and
 * writers go by. It follows PROV-DM section 5, PROV-O section 3.3, and the notes PROV-Dictionary
 * and PROV-Links. The arguments stand in the order of PROV-N.
 */
@SuppressWarnings("ImmutableEnumChecker") // Nodes do not change.
public enum StatementKind {
  /** {@code entity(id, attributes)}. */
  ENTITY("entity", PROV.Entity, null),
  /** {@code activity(id, startTime, endTime, attributes)}. */
  ACTIVITY(
      "activity",
      PROV.Activity,
      null,
      argument("startTime", Role.TIME, PROV.startedAtTime),
      argument("endTime", Role.TIME, PROV.endedAtTime)),
  /** {@code agent(id, attributes)}. */
  AGENT("agent", PROV.Agent, null),

  /** {@code wasGeneratedBy(id; entity, activity, time, attributes)}. */
  GENERATION(
      "wasGeneratedBy",
      PROV.Generation,
      PROV.wasGeneratedBy,
      argument("entity", Role.ENTITY, PROV.qualifiedGeneration),
      argument("activity", Role.ACTIVITY, PROV.activity),
      argument("time", Role.TIME, PROV.atTime)),
  /** {@code used(id; activity, entity, time, attributes)}. */
  USAGE(
      "used",
      PROV.Usage,
      PROV.used,
      argument("activity", Role.ACTIVITY, PROV.qualifiedUsage),
      argument("entity", Role.ENTITY, PROV.entity),
      argument("time", Role.TIME, PROV.atTime)),
  /** {@code wasInformedBy(id; informed, informant, attributes)}. */
  COMMUNICATION(
      "wasInformedBy",
      PROV.Communication,
      PROV.wasInformedBy,
      argument("informed", Role.ACTIVITY, PROV.qualifiedCommunication),
      argument("informant", Role.ACTIVITY, PROV.activity)),
  /** {@code wasStartedBy(id; activity, trigger, starter, time, attributes)}. */
  START(
      "wasStartedBy",
      PROV.Start,
      PROV.wasStartedBy,
      argument("activity", Role.ACTIVITY, PROV.qualifiedStart),
      argument("trigger", Role.ENTITY, PROV.entity),
      argument("starter", Role.ACTIVITY, PROV.hadActivity),
      argument("time", Role.TIME, PROV.atTime)),
  /** {@code wasEndedBy(id; activity, trigger, ender, time, attributes)}. */
  END(
      "wasEndedBy",
      PROV.End,
      PROV.wasEndedBy,
      argument("activity", Role.ACTIVITY, PROV.qualifiedEnd),
      argument("trigger", Role.ENTITY, PROV.entity),
      argument("ender", Role.ACTIVITY, PROV.hadActivity),
      argument("time", Role.TIME, PROV.atTime)),
  /** {@code wasInvalidatedBy(id; entity, activity, time, attributes)}. */
  INVALIDATION(
      "wasInvalidatedBy",
      PROV.Invalidation,
      PROV.wasInvalidatedBy,
      argument("entity", Role.ENTITY, PROV.qualifiedInvalidation),
      argument("activity", Role.ACTIVITY, PROV.activity),
      argument("time", Role.TIME, PROV.atTime)),

  /**
   * {@code wasDerivedFrom(id; generatedEntity, usedEntity, activity, generation, usage,
   * attributes)}. A revision, a quotation and a primary source are derivations of that type.
   */
  DERIVATION(
      "wasDerivedFrom",
      PROV.Derivation,
      PROV.wasDerivedFrom,
      argument("generatedEntity", Role.ENTITY, PROV.qualifiedDerivation),
      argument("usedEntity", Role.ENTITY, PROV.entity),
      argument("activity", Role.ACTIVITY, PROV.hadActivity),
      argument("generation", Role.GENERATION, PROV.hadGeneration),
      argument("usage", Role.USAGE, PROV.hadUsage)),

  /** {@code wasAttributedTo(id; entity, agent, attributes)}. */
  ATTRIBUTION(
      "wasAttributedTo",
      PROV.Attribution,
      PROV.wasAttributedTo,
      argument("entity", Role.ENTITY, PROV.qualifiedAttribution),
      argument("agent", Role.AGENT, PROV.agent)),
  /** {@code wasAssociatedWith(id; activity, agent, plan, attributes)}. */
  ASSOCIATION(
      "wasAssociatedWith",
      PROV.Association,
      PROV.wasAssociatedWith,
      argument("activity", Role.ACTIVITY, PROV.qualifiedAssociation),
      argument("agent", Role.AGENT, PROV.agent),
      argument("plan", Role.ENTITY, PROV.hadPlan)),
  /** {@code actedOnBehalfOf(id; delegate, responsible, activity, attributes)}. */
  DELEGATION(
      "actedOnBehalfOf",
      PROV.Delegation,
      PROV.actedOnBehalfOf,
      argument("delegate", Role.AGENT, PROV.qualifiedDelegation),
      argument("responsible", Role.AGENT, PROV.agent),
      argument("activity", Role.ACTIVITY, PROV.hadActivity)),
  /** {@code wasInfluencedBy(id; influencee, influencer, attributes)}. */
  INFLUENCE(
      "wasInfluencedBy",
      PROV.Influence,
      PROV.wasInfluencedBy,
      argument("influencee", Role.ANY, PROV.qualifiedInfluence),
      argument("influencer", Role.ANY, PROV.influencer)),

  /** {@code specializationOf(specificEntity, generalEntity)}. */
  SPECIALIZATION(
      "specializationOf",
      null,
      PROV.specializationOf,
      argument("specificEntity", Role.ENTITY, PROV.specializationOf),
      argument("generalEntity", Role.ENTITY, PROV.specializationOf)),
  /** {@code alternateOf(alternate1, alternate2)}. */
  ALTERNATE(
      "alternateOf",
      null,
      PROV.alternateOf,
      argument("alternate1", Role.ENTITY, PROV.alternateOf),
      argument("alternate2", Role.ENTITY, PROV.alternateOf)),
  /** {@code hadMember(collection, entity)}. */
  MEMBERSHIP(
      "hadMember",
      null,
      PROV.hadMember,
      argument("collection", Role.ENTITY, PROV.hadMember),
      argument("entity", Role.ENTITY, PROV.hadMember)),
  /** {@code mentionOf(specificEntity, generalEntity, bundle)}. */
  MENTION(
      "mentionOf",
      null,
      Notes.MENTION_OF,
      argument("specificEntity", Role.ENTITY, Notes.MENTION_OF),
      argument("generalEntity", Role.ENTITY, Notes.MENTION_OF),
      argument("bundle", Role.ENTITY, Notes.AS_IN_BUNDLE)),

  /**
   * {@code prov:derivedByInsertionFrom(id; newDictionary, oldDictionary, {(key, entity)},
   * attributes)}; has pairs.
   */
  INSERTION(
      "derivedByInsertionFrom",
      Notes.INSERTION,
      Notes.DERIVED_BY_INSERTION_FROM,
      argument("newDictionary", Role.ENTITY, Notes.QUALIFIED_INSERTION),
      argument("oldDictionary", Role.ENTITY, Notes.DICTIONARY)),
  /**
   * {@code prov:derivedByRemovalFrom(id; newDictionary, oldDictionary, {key}, attributes)}; has
   * pairs, without entities.
   */
  REMOVAL(
      "derivedByRemovalFrom",
      Notes.REMOVAL,
      Notes.DERIVED_BY_REMOVAL_FROM,
      argument("newDictionary", Role.ENTITY, Notes.QUALIFIED_REMOVAL),
      argument("oldDictionary", Role.ENTITY, Notes.DICTIONARY)),
  /** {@code prov:hadDictionaryMember(dictionary, entity, key)}. */
  DICTIONARY_MEMBERSHIP(
      "hadDictionaryMember",
      null,
      Notes.HAD_DICTIONARY_MEMBER,
      argument("dictionary", Role.ENTITY, Notes.HAD_DICTIONARY_MEMBER),
      argument("entity", Role.ENTITY, Notes.PAIR_ENTITY),
      argument("key", Role.KEY, Notes.PAIR_KEY));

  private static final Map<String, StatementKind> BY_LABEL =
      Arrays.stream(values()).collect(Collectors.toMap(StatementKind::label, Function.identity()));

  private final String label;
  private final @Nullable Node type;
  private final @Nullable Node property;
  private final List<Argument> arguments;

  StatementKind(
      String label, @Nullable RDFNode type, @Nullable RDFNode property, Argument... arguments) {
    this.label = label;
    this.type = type == null ? null : type.asNode();
    this.property = property == null ? null : property.asNode();
    this.arguments = List.of(arguments);
  }

  private static Argument argument(String name, Role role, RDFNode property) {
    return new Argument(name, role, property.asNode());
  }

  /**
   * The kind of a label, such as {@code wasGeneratedBy}.
   *
   * @param label as {@link #label()} gives it
   * @return the kind, if there is one
   */
  public static Optional<StatementKind> labelled(String label) {
    return Optional.ofNullable(BY_LABEL.get(label));
  }

  /**
   * {@return its name in PROV-N (without {@code prov:}), its key in PROV-JSON, and its element in
   * PROV-XML}
   */
  public String label() {
    return label;
  }

  /**
   * {@return whether it declares an entity, an activity or an agent, whose name is then its
   * identifier}
   */
  public boolean isElement() {
    return property == null;
  }

  /** {@return whether a statement of this kind may have an identifier and attributes} */
  public boolean isQualified() {
    return type != null;
  }

  /** {@return whether it is a change to a dictionary, which says its keys} */
  public boolean hasPairs() {
    return this == INSERTION || this == REMOVAL;
  }

  /**
   * {@return whether it is of the note PROV-Dictionary, whose names have the prefix {@code prov:}
   * in PROV-N}
   */
  public boolean isOfDictionaries() {
    return hasPairs() || this == DICTIONARY_MEMBERSHIP;
  }

  /**
   * {@return the class that an element, or the qualified form of a relation, has in PROV-O; null
   * where there is none}
   */
  public @Nullable Node type() {
    return type;
  }

  /** {@return the property of PROV-O that says the relation alone; null of an element} */
  public @Nullable Node property() {
    return property;
  }

  /**
   * {@return its formal arguments, in the order of PROV-N; of an element those after its
   * identifier}
   */
  public List<Argument> arguments() {
    return arguments;
  }
}
