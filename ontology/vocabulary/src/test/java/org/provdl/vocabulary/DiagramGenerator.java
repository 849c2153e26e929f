package org.provdl.vocabulary;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeLabelPlacement;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;
import org.provdl.vocabulary.ClassDiagram.Box;
import org.provdl.vocabulary.ClassDiagram.Line;

/**
 * Draws the ontology as SVG: shapes and colours of PROV, so that what is an entity, an activity or
 * an agent is seen. Colours are attributes, which the style sheet of a page around it overrules.
 *
 * <p>Run it by {@value #COMMAND}.
 */
final class DiagramGenerator {

  /** The command that draws the diagram anew. */
  static final String COMMAND =
      "mvn -q -pl ontology/vocabulary test -Dtest=DiagramTest -Dregenerate";

  static final Path FILE = Path.of("src/main/resources/org/provdl/vocabulary/provdl.svg");

  private static final double HEIGHT = 28;
  private static final double LINE_HEIGHT = 13;

  private DiagramGenerator() {}

  /**
   * Writes the diagram into the resources of the module.
   *
   * @param args none
   * @throws IOException if the file cannot be written
   */
  public static void main(String[] args) throws IOException {
    Files.writeString(FILE, generate());
  }

  static String generate() throws IOException {
    ClassDiagram diagram = ClassDiagram.of(Ontology.withImports(), Examples.all());
    ElkNode root = ElkGraphUtil.createGraph();
    root.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
    root.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
    root.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
    root.setProperty(CoreOptions.PADDING, new ElkPadding(12));
    root.setProperty(CoreOptions.ASPECT_RATIO, 1.4);
    root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 24.0);
    root.setProperty(LayeredOptions.SPACING_NODE_NODE, 14.0);
    Map<String, ElkNode> nodes = new LinkedHashMap<>();
    for (Box box : diagram.boxes()) {
      ElkNode node = ElkGraphUtil.createNode(root);
      node.setDimensions(width(box.name(), 7.2) + 24, HEIGHT);
      nodes.put(box.name(), node);
    }
    List<ElkEdge> edges = new ArrayList<>();
    for (Line line : diagram.lines()) {
      ElkEdge edge = ElkGraphUtil.createSimpleEdge(nodes.get(line.from()), nodes.get(line.to()));
      ElkLabel label = ElkGraphUtil.createLabel(line.text(), edge);
      label.setDimensions(width(line.text(), 5.6) + 6, LINE_HEIGHT);
      label.setProperty(CoreOptions.EDGE_LABELS_PLACEMENT, EdgeLabelPlacement.CENTER);
      edges.add(edge);
    }
    new RecursiveGraphLayoutEngine().layout(root, new BasicProgressMonitor());
    return svg(
        root,
        Stream.concat(
                edges.stream().map(DiagramGenerator::line),
                diagram.boxes().stream()
                    .map(box -> shape(box, requireNonNull(nodes.get(box.name())))))
            .collect(Collectors.joining("\n")));
  }

  private static double width(String text, double character) {
    return text.length() * character;
  }

  private static String svg(ElkNode root, String content) {
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$s %2$s" width="%1$s" height="%2$s" font-family="system-ui, sans-serif">
    <title>The classes of PROV-DL and what relates them</title>
    <desc>Round boxes are entities of PROV, rectangles activities, boxes with cut corners agents, dashed boxes none of these. Each class leads to its definition.</desc>
    <defs><marker id="diagram-arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path class="head" d="M0 0L8 4L0 8z" fill="#5b666e"/></marker></defs>
    <rect class="back" width="%1$s" height="%2$s" fill="#fff"/>
    %3$s
    </svg>
    """
        .formatted(number(root.getWidth()), number(root.getHeight()), content);
  }

  private static String line(ElkEdge edge) {
    ElkEdgeSection section = edge.getSections().get(0);
    StringBuilder path = new StringBuilder("M" + point(section.getStartX(), section.getStartY()));
    section
        .getBendPoints()
        .forEach(bend -> path.append('L').append(point(bend.getX(), bend.getY())));
    path.append('L').append(point(section.getEndX(), section.getEndY()));
    ElkLabel label = edge.getLabels().get(0);
    return """
    <path class="line" d="%s" fill="none" stroke="#5b666e" marker-end="url(#diagram-arrow)"/>
    <text class="label" x="%s" y="%s" font-size="10" text-anchor="middle" fill="#5b666e">%s</text>"""
        .formatted(
            path,
            number(label.getX() + label.getWidth() / 2),
            number(label.getY() + LINE_HEIGHT - 3),
            label.getText());
  }

  private static String shape(Box box, ElkNode node) {
    double x = node.getX();
    double y = node.getY();
    double width = node.getWidth();
    String outline =
        switch (box.kind()) {
          case ENTITY -> rectangle(node, "rx=\"14\" fill=\"#fffc87\" stroke=\"#808080\"");
          case ACTIVITY -> rectangle(node, "fill=\"#9fb1fc\" stroke=\"#0000ff\"");
          case AGENT ->
              "<path d=\"M%sH%sL%sV%sH%sV%sz\" fill=\"#fed37f\" stroke=\"#808080\"/>"
                  .formatted(
                      point(x + 8, y),
                      number(x + width - 8),
                      point(x + width, y + 8),
                      number(y + HEIGHT),
                      number(x),
                      number(y + 8));
          case OTHER ->
              rectangle(node, "fill=\"#eceff1\" stroke=\"#5b666e\" stroke-dasharray=\"4 2\"");
        };
    return """
    <a href="#%4$s">%1$s<text x="%2$s" y="%3$s" font-size="12" text-anchor="middle" fill="#111">%4$s</text></a>"""
        .formatted(outline, number(x + width / 2), number(y + HEIGHT / 2 + 4), box.name());
  }

  private static String rectangle(ElkNode node, String attributes) {
    return "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" %s/>"
        .formatted(
            number(node.getX()),
            number(node.getY()),
            number(node.getWidth()),
            number(node.getHeight()),
            attributes);
  }

  private static String point(double x, double y) {
    return number(x) + " " + number(y);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value).replace(".0", "");
  }
}
