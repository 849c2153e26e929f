package org.provdl.examples;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;

/** Real JPEG files of three classes that differ by colour and shape. */
final class PaintedImages {

  private static final int SIZE = 48;
  private static final String[] CLASSES = {"blue square", "red disc", "yellow bar"};

  private PaintedImages() {}

  /** A folder for each class. */
  static void inFolders(Path folder, int perClass) throws IOException {
    Random random = new Random(7);
    for (int kind = 0; kind < CLASSES.length; kind++) {
      Path images = Files.createDirectories(folder.resolve(CLASSES[kind]));
      for (int i = 0; i < perClass; i++) {
        paint(kind, random, images.resolve("%02d.jpg".formatted(i)));
      }
    }
  }

  /** One folder in which 80 images in a row are of one class. */
  static void inARow(Path folder) throws IOException {
    Random random = new Random(7);
    Path images = Files.createDirectories(folder.resolve("jpg"));
    for (int i = 1; i <= 160; i++) {
      paint((i - 1) / 80, random, images.resolve("image_%04d.jpg".formatted(i)));
    }
  }

  private static void paint(int kind, Random random, Path file) throws IOException {
    BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
    Graphics2D brush = image.createGraphics();
    brush.setColor(new Color(60 + random.nextInt(60), 120 + random.nextInt(60), 60));
    brush.fillRect(0, 0, SIZE, SIZE);
    int x = 4 + random.nextInt(16);
    int y = 4 + random.nextInt(16);
    switch (kind) {
      case 0 -> {
        brush.setColor(new Color(30, 40, 180 + random.nextInt(70)));
        brush.fillRect(x, y, 20, 20);
      }
      case 1 -> {
        brush.setColor(new Color(180 + random.nextInt(70), 20, 40));
        brush.fillOval(x, y, 22, 22);
      }
      default -> {
        brush.setColor(new Color(230, 200 + random.nextInt(50), 10));
        brush.fillRect(x, 0, 9, SIZE);
      }
    }
    brush.dispose();
    if (!ImageIO.write(image, "jpeg", file.toFile())) {
      throw new IOException("No JPEG can be written here");
    }
  }
}
