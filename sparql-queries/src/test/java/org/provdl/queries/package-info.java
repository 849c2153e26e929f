/**
 * Tests of the catalogue: every query against hand-made runs, and everything that a user can get
 * wrong.
 */
@NullMarked
package org.provdl.queries;

import org.jspecify.annotations.NullMarked;
