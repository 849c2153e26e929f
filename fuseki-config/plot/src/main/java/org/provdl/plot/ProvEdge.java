package org.provdl.plot;

import java.util.List;

/**
 * One or more relations from one thing to another.
 *
 * @param from the IRI of the one
 * @param to the IRI of the other
 * @param relations their names, the one that says most first
 */
record ProvEdge(String from, String to, List<String> relations) {}
