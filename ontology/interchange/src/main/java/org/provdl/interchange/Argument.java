package org.provdl.interchange;

import org.apache.jena.graph.Node;

/**
 * A formal argument of a kind of statement.
 *
 * @param name its name in PROV-DM, which is its key in PROV-JSON and its element in PROV-XML
 * @param role what it may be
 * @param property the property of PROV-O that leads to it: from the activity to its times, from the
 *     first argument of a relation to its qualified form, and from the qualified form to all others
 */
public record Argument(String name, Role role, Node property) {}
