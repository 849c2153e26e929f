/**
 * The explorer: a web page that shows experiments, runs, comparisons and lineage.
 *
 * <p>This package serves its files; the page itself is in {@code web}, as plain ES modules that
 * need no build step. It takes all its data from the query catalogue of the same service, and
 * nothing from other hosts.
 */
@NullMarked
package org.provdl.explorer;

import org.jspecify.annotations.NullMarked;
