/**
 * Imports the training runs that other programs have recorded: MLflow, yProv4ML, Keras-Prov by
 * DfAnalyzer, Tribuo.
 *
 * <p>A {@link org.provdl.trackers.TrackedRuns} reads what such a program left and says it in its
 * own words as {@link org.provdl.trackers.TrackedRun}s; {@link org.provdl.trackers.RunImport} gives
 * them the names of the ontology and tells them to {@link org.provdl.capture.PastRun}, so that the
 * graphs are those of captured runs. Whatever is read may have been written by anybody: all of it
 * is bounded in size, nothing outside of the named place is read, and what cannot be read is one
 * problem that stops no other run.
 */
@NullMarked
package org.provdl.trackers;

import org.jspecify.annotations.NullMarked;
