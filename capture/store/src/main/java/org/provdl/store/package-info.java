/**
 * The provenance store on disk, and the only code that touches TDB2.
 *
 * <p>TDB2 breaks in ways that its users cannot mend: an aborted write can corrupt it, an
 * interrupted thread closes its files, a compaction under load never ends. {@link
 * org.provdl.store.ProvenanceStore} keeps it out of all of them, so everything that reads or writes
 * the store goes through it. It knows quads and transactions; what the quads mean is the business
 * of others.
 *
 * @see <a href="https://jena.apache.org/documentation/tdb2/">TDB2</a>
 */
@NullMarked
package org.provdl.store;

import org.jspecify.annotations.NullMarked;
