package org.provdl.queries;

/**
 * A column of a query's result, as its header documents it.
 *
 * @param name the name of the column and of the SPARQL variable
 * @param meaning what it holds, in plain words
 */
public record Column(String name, String meaning) {}
