/** The one room that touches TDB2. */
@NullMarked
package org.provdl.store;

import org.jspecify.annotations.NullMarked;
