package org.provdl.plot;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run across parallel axes.
 *
 * @param name what a browser shows at the pointer
 * @param values a value for each axis; null where the run has none
 */
record Trace(String name, List<@Nullable Value> values) {}
