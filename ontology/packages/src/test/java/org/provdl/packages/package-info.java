/** Tests of the packages: runs that were really captured, and what hostile stores say. */
@NullMarked
package org.provdl.packages;

import org.jspecify.annotations.NullMarked;
