/**
 * Examples on real data, to be read and run: {@code examples/run iris} and {@code examples/run
 * digits}.
 */
@NullMarked
package org.provdl.examples;

import org.jspecify.annotations.NullMarked;
