package org.provdl.capture.dl4j;

import java.util.List;
import org.deeplearning4j.nn.conf.graph.GraphVertex;

/**
 * A vertex of a graph that is not a layer.
 *
 * @param inputs the indices of the layers and vertices that feed it
 */
record CapturedVertex(String name, GraphVertex configuration, List<Integer> inputs) {}
