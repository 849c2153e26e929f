/** Tests of the pictures: what is in them, and what is refused. */
@NullMarked
package org.provdl.plot;

import org.jspecify.annotations.NullMarked;
