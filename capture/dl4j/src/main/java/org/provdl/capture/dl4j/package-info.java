/**
 * Captures Deeplearning4j: {@link org.provdl.capture.dl4j.ProvenanceListener} on a {@code
 * MultiLayerNetwork} or a {@code ComputationGraph}. The one package that knows Deeplearning4j.
 */
@NullMarked
package org.provdl.capture.dl4j;

import org.jspecify.annotations.NullMarked;
