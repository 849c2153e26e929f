/**
 * The words of PROV-DL: its ontology, PROV-O which it extends, and the constants of both.
 *
 * <p>{@code PROV} and {@code PROVDL} are generated from the Turtle beside them and keep the local
 * names as they are there. What a term means stands in the ontology alone; how the terms combine
 * into a stored run shows {@code examples/valid}.
 *
 * @see <a href="https://www.w3.org/TR/prov-o/">PROV-O</a>
 */
@NullMarked
package org.provdl.vocabulary;

import org.jspecify.annotations.NullMarked;
