package org.provdl.interchange;

/** What an argument of a statement is. */
public enum Role {
  /** The name of an entity. */
  ENTITY,
  /** The name of an activity. */
  ACTIVITY,
  /** The name of an agent. */
  AGENT,
  /** The name of an entity, an activity or an agent: the ends of an influence. */
  ANY,
  /** The identifier of a generation. */
  GENERATION,
  /** The identifier of a usage. */
  USAGE,
  /** A literal of the type {@code xsd:dateTime}. */
  TIME,
  /** A literal: a key of a dictionary. */
  KEY
}
