package org.provdl.examples;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * JPEG files of several classes, a folder for each class; or as the 17 Category Flower Dataset of
 * Oxford has them, {@code image_0001.jpg} and so on in one folder, 80 in a row for each class.
 *
 * @see <a href="https://www.robots.ox.ac.uk/~vgg/data/flowers/17/">17 Category Flower Dataset</a>
 */
final class ImageFolder {

  private static final Pattern NUMBERED = Pattern.compile("image_(\\d+)\\.jpe?g");
  private static final int IN_A_ROW = 80;
  private static final int FEWEST = 5;

  private final Map<String, List<URI>> classes = new TreeMap<>();

  /** Finds the images and shuffles those of each class. */
  ImageFolder(Path folder, long seed) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new ImageFolderException("There is no folder %s".formatted(folder));
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(file -> name(file).matches(".+\\.jpe?g"))
          .sorted()
          .forEach(
              file ->
                  classes
                      .computeIfAbsent(label(file), first -> new ArrayList<>())
                      .add(file.toUri()));
    }
    if (classes.size() < 2) {
      throw new ImageFolderException(
          "%s has JPEG files of %d classes; it needs two or more: a folder for each class, or image_0001.jpg and so on, %d in a row for each class"
              .formatted(folder, classes.size(), IN_A_ROW));
    }
    Random random = new Random(seed);
    classes.forEach(
        (label, images) -> {
          if (images.size() < FEWEST) {
            throw new ImageFolderException(
                "The class '%s' has %d images; it needs %d or more"
                    .formatted(label, images.size(), FEWEST));
          }
          Collections.shuffle(images, random);
        });
  }

  /** The names of the classes, in order. */
  List<String> labels() {
    return List.copyOf(classes.keySet());
  }

  /** Three fifths of each class. */
  List<URI> training(long seed) {
    List<URI> images = part(2, 5);
    Collections.shuffle(images, new Random(seed));
    return images;
  }

  /** A fifth. */
  List<URI> validation() {
    return part(0, 1);
  }

  /** Another fifth. */
  List<URI> test() {
    return part(1, 2);
  }

  /** The class of an image. */
  static String label(Path file) {
    Matcher numbered = NUMBERED.matcher(name(file));
    if (numbered.matches()) {
      int number = Integer.parseInt(numbered.group(1));
      return "flower %02d".formatted((number - 1) / IN_A_ROW + 1);
    }
    Path path = file.toAbsolutePath();
    return path.getName(Math.max(0, path.getNameCount() - 2)).toString();
  }

  /** From one fifth to another; the last goes to the end. */
  private List<URI> part(int from, int to) {
    List<URI> images = new ArrayList<>();
    classes
        .values()
        .forEach(
            all -> {
              int fifth = all.size() / 5;
              images.addAll(all.subList(from * fifth, to == 5 ? all.size() : to * fifth));
            });
    return images;
  }

  private static String name(Path file) {
    return file.getFileName().toString().toLowerCase(Locale.ROOT);
  }
}
