package org.provdl.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.provdl.plot.ImageFormat;
import org.provdl.plot.Picture;
import org.provdl.plot.PictureSize;
import org.provdl.queries.SparqlEndpoint;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Where a picture comes from and goes to. */
final class PictureOutput {

  @Spec(Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @ArgGroup private Asked place = new Asked();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = {
        "The file, which is overwritten; its ending says the format.",
        "Without it the picture goes to standard output, or on a terminal to a file that is named after the command."
      })
  private @Nullable Path file;

  @Option(names = "--format", description = "svg or png (default: as FILE ends, else svg).")
  private @Nullable ImageFormat format;

  @Option(
      names = "--width",
      paramLabel = "PIXELS",
      description = "From 200 to 5000 (default: what suits the picture).")
  private @Nullable Integer width;

  @Option(
      names = "--height",
      paramLabel = "PIXELS",
      description = "From 200 to 5000 (default: what suits the picture).")
  private @Nullable Integer height;

  /** Asks for a picture, and writes it. */
  void write(Function<SparqlEndpoint, Picture> question) {
    System.setProperty("java.awt.headless", "true");
    ImageFormat chosen = format();
    Path parent = file == null ? null : file.toAbsolutePath().getParent();
    if (parent != null && !Files.isDirectory(parent)) {
      throw new CommandException("There is no directory %s to write to".formatted(parent));
    }
    size(new PictureSize(PictureSize.SMALLEST, PictureSize.SMALLEST));
    Picture picture = place.ask(question, spec.commandLine().getErr());
    byte[] drawn = drawn(picture, chosen);
    if (file != null) {
      write(drawn, file);
    } else if (Terminal.current().isTerminal()) {
      Path named = Path.of(spec.name() + chosen.extension());
      write(drawn, named);
      spec.commandLine().getOut().println(named);
    } else {
      System.out.writeBytes(drawn);
      System.out.flush();
    }
  }

  private ImageFormat format() {
    if (file == null) {
      return format == null ? ImageFormat.SVG : format;
    }
    ImageFormat ofFile = ImageFormat.of(file).orElse(format);
    if (ofFile == null) {
      throw new IllegalArgumentException(
          "'%s' ends neither in .svg nor in .png; name another file, or add --format"
              .formatted(file));
    }
    if (format != null && format != ofFile) {
      throw new IllegalArgumentException(
          "'%s' does not end in %s, which is the --format".formatted(file, format.extension()));
    }
    return ofFile;
  }

  private PictureSize size(PictureSize suited) {
    return new PictureSize(
        width == null ? suited.width() : width, height == null ? suited.height() : height);
  }

  private byte[] drawn(Picture picture, ImageFormat chosen) {
    ByteArrayOutputStream drawn = new ByteArrayOutputStream();
    try {
      picture.write(chosen, size(picture.size()), drawn);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return drawn.toByteArray();
  }

  private static void write(byte[] drawn, Path file) {
    try {
      Files.write(file, drawn);
    } catch (IOException e) {
      throw new CommandException("%s cannot be written: %s".formatted(file, e));
    }
  }
}
