/** Tests of the operations on stores. */
@NullMarked
package org.provdl.operations;

import org.jspecify.annotations.NullMarked;
