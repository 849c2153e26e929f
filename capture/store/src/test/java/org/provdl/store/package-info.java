/** Tests of the store. */
@NullMarked
package org.provdl.store;

import org.jspecify.annotations.NullMarked;
