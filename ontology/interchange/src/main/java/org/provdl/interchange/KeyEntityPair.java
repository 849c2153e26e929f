package org.provdl.interchange;

import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/**
 * A key that a dictionary gained or lost (PROV-Dictionary section 2).
 *
 * @param key a literal; a qualified name is one of the type {@code prov:QUALIFIED_NAME}, with its
 *     prefix
 * @param entity what it leads to; null where the key was removed
 */
public record KeyEntityPair(Node key, @Nullable Node entity) {}
