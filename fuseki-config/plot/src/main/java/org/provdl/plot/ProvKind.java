package org.provdl.plot;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** The kinds of thing that PROV has, in the colours and shapes that its documents draw them. */
enum ProvKind {
  ENTITY(new Color(0xFFFC87), new Color(0x808080), 1.35, 1.3),
  ACTIVITY(new Color(0x9FB1FC), new Color(0x3B4FC4), 1, 1),
  AGENT(new Color(0xFED37F), new Color(0xA87B2A), 1.05, 1.25),
  /** Nothing is said of it here. */
  UNKNOWN(new Color(0xF2F2F2), new Color(0x808080), 1, 1);

  private final Color fill;
  private final Color border;
  private final double wider;
  private final double higher;

  ProvKind(Color fill, Color border, double wider, double higher) {
    this.fill = fill;
    this.border = border;
    this.wider = wider;
    this.higher = higher;
  }

  static ProvKind of(String name) {
    return switch (name) {
      case "Entity" -> ENTITY;
      case "Activity" -> ACTIVITY;
      case "Agent" -> AGENT;
      default -> UNKNOWN;
    };
  }

  Color fill() {
    return fill;
  }

  Color border() {
    return border;
  }

  /** How wide it must be to hold a text. */
  double width(double text) {
    return (text + 16) * wider;
  }

  /** How high it must be to hold a text. */
  double height(double text) {
    return (text + 10) * higher;
  }

  /** Where the middle of its text is, from top to bottom. */
  double middle(Rectangle2D box) {
    return this == AGENT ? box.getY() + box.getHeight() * 0.58 : box.getCenterY();
  }

  /** Where a line of some height that comes from the left or right meets it. */
  double boundary(Rectangle2D box, double height, boolean right) {
    double half = box.getWidth() / 2;
    double part = (height - box.getCenterY()) / (box.getHeight() / 2);
    double reach = this == ENTITY ? half * Math.sqrt(Math.max(0, 1 - part * part)) : half;
    return box.getCenterX() + (right ? reach : -reach);
  }

  Shape shape(Rectangle2D box) {
    return switch (this) {
      case ENTITY -> new Ellipse2D.Double(box.getX(), box.getY(), box.getWidth(), box.getHeight());
      case AGENT -> house(box);
      case ACTIVITY, UNKNOWN -> box;
    };
  }

  private static Shape house(Rectangle2D box) {
    double eaves = box.getY() + box.getHeight() * 0.25;
    Path2D house = new Path2D.Double();
    house.moveTo(box.getX(), box.getMaxY());
    house.lineTo(box.getX(), eaves);
    house.lineTo(box.getCenterX(), box.getY());
    house.lineTo(box.getMaxX(), eaves);
    house.lineTo(box.getMaxX(), box.getMaxY());
    house.closePath();
    return house;
  }
}
