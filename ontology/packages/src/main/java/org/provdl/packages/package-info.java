/**
 * Runs and models as others expect to get them: Process Run Crates (<a
 * href="https://w3id.org/ro/wfrun/process/0.5">profile 0.5</a> of RO-Crate 1.1), model cards (<a
 * href="https://w3id.org/fair4ml/0.1.0">FAIR4ML 0.1.0</a> with schema.org, and Markdown) and bills
 * of materials (CycloneDX 1.6).
 *
 * <p>All that is written was read from a store, which anybody may have filled: names are no paths,
 * sizes are bounded, and a file is only packed when its content is the recorded one. What the store
 * does not say is said to be not recorded.
 */
@NullMarked
package org.provdl.packages;

import org.jspecify.annotations.NullMarked;
