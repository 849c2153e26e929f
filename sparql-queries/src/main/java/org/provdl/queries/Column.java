package org.provdl.queries;

import org.jspecify.annotations.Nullable;

/**
 * A column of a query's result, as its header documents it.
 *
 * @param name the name of the column and of the SPARQL variable
 * @param meaning what it holds, in plain words
 * @param unit the unit of its numbers, such as {@code s} or {@code byte}; null where it has none
 */
public record Column(String name, String meaning, @Nullable String unit) {}
