/**
 * Records what happens while a model is trained, for any Java program, and delivers it as PROV-O.
 *
 * <p>The way of an event: {@link org.provdl.capture.TrainingRun} makes an immutable event on the
 * training thread and puts it into a queue; one thread of the {@link org.provdl.capture.Capture}
 * writes it to the journal of the run, another reads the journals, maps the events to quads and
 * hands them in batches to a {@link org.provdl.capture.QuadSink}. The training thread never waits
 * and never touches Jena or a file.
 *
 * @see <a href="https://www.w3.org/TR/prov-o/">PROV-O</a>
 */
@NullMarked
package org.provdl.capture;

import org.jspecify.annotations.NullMarked;
