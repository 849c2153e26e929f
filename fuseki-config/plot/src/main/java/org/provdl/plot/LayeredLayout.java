package org.provdl.plot;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkConnectableShape;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Where the things of a lineage stand: in layers, origins to the left of what came from them.
 *
 * @param width of all of it
 * @param height of all of it
 * @param boxes of the nodes, by IRI
 * @param lines of the edges, in their order; each ends where its arrow points
 */
record LayeredLayout(
    double width, double height, Map<String, Rectangle2D> boxes, List<Path2D> lines) {
  private static final double BETWEEN_LAYERS = 46;
  private static final double BETWEEN_NODES = 16;

  /** Lays out a graph whose nodes need some room each, in the order of the nodes. */
  static LayeredLayout of(ProvGraph graph, List<Rectangle2D> rooms) {
    ElkNode root = ElkGraphUtil.createGraph();
    root.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
    root.setProperty(CoreOptions.DIRECTION, Direction.LEFT);
    root.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.POLYLINE);
    root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, BETWEEN_LAYERS);
    root.setProperty(LayeredOptions.SPACING_NODE_NODE, BETWEEN_NODES);
    Map<String, ElkNode> nodes = new LinkedHashMap<>();
    for (int i = 0; i < rooms.size(); i++) {
      ElkNode node = ElkGraphUtil.createNode(root);
      node.setDimensions(rooms.get(i).getWidth(), rooms.get(i).getHeight());
      nodes.put(graph.nodes().get(i).iri(), node);
    }
    Map<ElkNode, ProvKind> kinds = new HashMap<>();
    graph.nodes().forEach(node -> kinds.put(nodes.get(node.iri()), node.kind()));
    List<ElkEdge> edges = new ArrayList<>();
    for (ProvEdge edge : graph.edges()) {
      edges.add(ElkGraphUtil.createSimpleEdge(nodes.get(edge.from()), nodes.get(edge.to())));
    }
    new RecursiveGraphLayoutEngine().layout(root, new BasicProgressMonitor());
    Map<String, Rectangle2D> boxes = new LinkedHashMap<>();
    nodes.forEach((iri, node) -> boxes.put(iri, box(node)));
    return new LayeredLayout(
        root.getWidth(),
        root.getHeight(),
        boxes,
        edges.stream().map(edge -> line(edge, kinds)).toList());
  }

  private static Rectangle2D box(ElkNode node) {
    return new Rectangle2D.Double(node.getX(), node.getY(), node.getWidth(), node.getHeight());
  }

  /** From shape to shape; ELK knows only the boxes around them. */
  private static Path2D line(ElkEdge edge, Map<ElkNode, ProvKind> kinds) {
    ElkEdgeSection section = Objects.requireNonNull(edge.getSections().get(0));
    Path2D line = new Path2D.Double();
    line.moveTo(
        boundary(edge.getSources().get(0), section.getStartX(), section.getStartY(), kinds),
        section.getStartY());
    for (ElkBendPoint bend : section.getBendPoints()) {
      line.lineTo(bend.getX(), bend.getY());
    }
    line.lineTo(
        boundary(edge.getTargets().get(0), section.getEndX(), section.getEndY(), kinds),
        section.getEndY());
    return line;
  }

  private static double boundary(
      ElkConnectableShape node, double x, double y, Map<ElkNode, ProvKind> kinds) {
    Rectangle2D box = box((ElkNode) node);
    return Objects.requireNonNull(kinds.get(node)).boundary(box, y, x > box.getCenterX());
  }
}
