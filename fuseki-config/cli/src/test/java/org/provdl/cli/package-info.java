/** Tests of the command line. */
@NullMarked
package org.provdl.cli;

import org.jspecify.annotations.NullMarked;
