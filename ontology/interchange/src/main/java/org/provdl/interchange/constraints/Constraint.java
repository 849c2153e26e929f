package org.provdl.interchange.constraints;

/** What a valid document must satisfy. */
public enum Constraint {
  /** The name of an entity, an activity or an agent is its key. */
  KEY_OBJECT(22, "key-object"),
  /** The identifier of a relation is its key. */
  KEY_PROPERTIES(23, "key-properties"),
  /** An activity generates an entity once. */
  UNIQUE_GENERATION(24, "unique-generation"),
  /** An activity invalidates an entity once. */
  UNIQUE_INVALIDATION(25, "unique-invalidation"),
  /** An activity starts another once. */
  UNIQUE_START(26, "unique-wasStartedBy"),
  /** An activity ends another once. */
  UNIQUE_END(27, "unique-wasEndedBy"),
  /** The start of an activity is at its start time. */
  UNIQUE_START_TIME(28, "unique-startTime"),
  /** The end of an activity is at its end time. */
  UNIQUE_END_TIME(29, "unique-endTime"),
  /** An activity starts before it ends. */
  START_END(30, "start-precedes-end"),
  /** All starts of an activity are at once. */
  START_START(31, "start-start-ordering"),
  /** All ends of an activity are at once. */
  END_END(32, "end-end-ordering"),
  /** An activity uses between its start and its end. */
  USAGE_WITHIN_ACTIVITY(33, "usage-within-activity"),
  /** An activity generates between its start and its end. */
  GENERATION_WITHIN_ACTIVITY(34, "generation-within-activity"),
  /** The informant starts before the informed ends. */
  COMMUNICATION(35, "wasInformedBy-ordering"),
  /** An entity is generated before it is invalidated. */
  GENERATION_INVALIDATION(36, "generation-precedes-invalidation"),
  /** An entity is generated before it is used. */
  GENERATION_USAGE(37, "generation-precedes-usage"),
  /** An entity is used before it is invalidated. */
  USAGE_INVALIDATION(38, "usage-precedes-invalidation"),
  /** All generations of an entity are at once. */
  GENERATION_GENERATION(39, "generation-generation-ordering"),
  /** All invalidations of an entity are at once. */
  INVALIDATION_INVALIDATION(40, "invalidation-invalidation-ordering"),
  /** What a derivation uses is used before what it generates is generated. */
  DERIVATION_USAGE_GENERATION(41, "derivation-usage-generation-ordering"),
  /** An entity is generated strictly before what is derived from it: the one strict order. */
  DERIVATION_GENERATION_GENERATION(42, "derivation-generation-generation-ordering"),
  /** A trigger exists when it starts an activity. */
  START_TRIGGER(43, "wasStartedBy-ordering"),
  /** A trigger exists when it ends an activity. */
  END_TRIGGER(44, "wasEndedBy-ordering"),
  /** The general entity is generated before the specific one. */
  SPECIALIZATION_GENERATION(45, "specialization-generation-ordering"),
  /** The specific entity is invalidated before the general one. */
  SPECIALIZATION_INVALIDATION(46, "specialization-invalidation-ordering"),
  /** An agent exists at some time while the activity goes on. */
  ASSOCIATION(47, "wasAssociatedWith-ordering"),
  /** An agent exists before what is attributed to it. */
  ATTRIBUTION(48, "wasAttributedTo-ordering"),
  /** The responsible agent exists before the delegate ceases to. */
  DELEGATION(49, "actedOnBehalfOf-ordering"),
  /** A derivation that names a generation or a usage names its activity. */
  UNSPECIFIED_DERIVATION(51, "impossible-unspecified-derivation-generation-use"),
  /** Nothing is a specialization of itself. */
  SPECIALIZATION_REFLEXIVE(52, "impossible-specialization-reflexive"),
  /** An identifier is that of one kind of relation. */
  PROPERTY_OVERLAP(53, "impossible-property-overlap"),
  /** The name of an element is not the identifier of a relation. */
  OBJECT_PROPERTY_OVERLAP(54, "impossible-object-property-overlap"),
  /** Nothing is both an entity and an activity, by the types that constraint 50 gives. */
  ENTITY_ACTIVITY_DISJOINT(55, "entity-activity-disjoint"),
  /** An empty collection has no member. */
  EMPTY_COLLECTION(56, "membership-empty-collection"),

  /** An entity is mentioned of one entity in one bundle (PROV-Links). */
  UNIQUE_MENTION("PROV-Links (unique-mention)"),
  /** A statement has the arguments that it must have (PROV-DM section 5). */
  MANDATORY_ARGUMENT("PROV-DM section 5 (mandatory argument)"),
  /** No two bundles have one name (section 7.2). */
  REPEATED_BUNDLE("PROV-CONSTRAINTS section 7.2 (repeated bundle)");

  private final int number;
  private final String label;

  Constraint(int number, String title) {
    this.number = number;
    this.label = "Constraint " + number + " (" + title + ")";
  }

  Constraint(String label) {
    this.number = 0;
    this.label = label;
  }

  /** {@return its number in PROV-CONSTRAINTS; 0 of those that have none} */
  public int number() {
    return number;
  }

  /**
   * {@return its number and title in the specification, such as {@code Constraint 24
   * (unique-generation)}}
   */
  public String label() {
    return label;
  }
}
