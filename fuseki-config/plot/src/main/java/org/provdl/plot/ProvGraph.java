package org.provdl.plot;

import java.util.List;

/**
 * What is drawn of a lineage.
 *
 * @param nodes the first is what the lineage is of
 * @param edges between these nodes
 */
record ProvGraph(List<ProvNode> nodes, List<ProvEdge> edges) {}
