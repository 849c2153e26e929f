package org.provdl.plot;

import java.awt.Graphics2D;

/** What a picture shows. */
@FunctionalInterface
interface Drawing {

  /** Draws it to fill a white area of this size, whose upper left corner is the origin. */
  void draw(Graphics2D graphics, PictureSize size);
}
