/**
 * Pictures of what a store knows, as SVG or PNG: learning curves, a metric against a
 * hyperparameter, parallel coordinates and lineage.
 *
 * <p>All that is drawn comes from the queries of the catalogue. The same data gives the same
 * picture, to the byte, on every machine: text is laid out with a typeface of this module's own.
 */
@NullMarked
package org.provdl.plot;

import org.jspecify.annotations.NullMarked;
