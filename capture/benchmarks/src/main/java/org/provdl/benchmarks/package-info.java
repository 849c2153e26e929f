/**
 * Measures what capture costs: training time, the time of an event, the rate of delivery, disk and
 * memory. {@code capture/benchmarks/run} starts it; what it measures and how to read it is in the
 * README beside that.
 *
 * <p>It knows every other module and none knows it. It compares with plain TDB2 and a stock Fuseki,
 * so it is the one place besides the store that opens databases.
 */
@NullMarked
package org.provdl.benchmarks;

import org.jspecify.annotations.NullMarked;
