package org.provdl.interchange;

/** How the graphs of a store are said to others. */
public enum Profile {
  /**
   * As it is stored: relations by their properties, and again in their qualified form where that
   * has more to say; all that is no statement of PROV as well. For SPARQL. In syntaxes of RDF only.
   */
  STORE,
  /**
   * Each relation once, in its qualified form where it has one, and each entity, activity and agent
   * declared as that. For tools that know PROV-DM.
   */
  INTERCHANGE
}
