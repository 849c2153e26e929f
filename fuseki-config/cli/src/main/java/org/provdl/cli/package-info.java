/**
 * The {@code provdl} command: parsing, input, output and exit codes over the operations of the
 * other modules.
 *
 * <p>Results go to standard output. An error is one line on standard error, with exit code 2 when
 * what was asked for is wrong and 1 when it failed.
 */
@NullMarked
package org.provdl.cli;

import org.jspecify.annotations.NullMarked;
