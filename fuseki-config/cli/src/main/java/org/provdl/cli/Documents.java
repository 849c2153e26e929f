package org.provdl.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.provdl.interchange.Document;
import org.provdl.interchange.DocumentSource;
import org.provdl.interchange.Losses;
import org.provdl.interchange.Syntax;

/** Documents of PROV in files. */
final class Documents {

  private Documents() {}

  /**
   * A file as a document.
   *
   * @param syntax null: what the name and the beginning of the file say
   */
  static Document of(Path file, @Nullable Syntax syntax) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException("There is no file " + file + ".");
    }
    DocumentSource source = DocumentSource.of(file);
    return new Document(
        source,
        syntax != null ? syntax : Syntax.of(source).orElseThrow(() -> unsaid(file, "--from")));
  }

  /** What the name of a file that is to be written says of its syntax. */
  static Syntax syntax(Path file, String option) {
    return Syntax.of(file).orElseThrow(() -> unsaid(file, option));
  }

  private static IllegalArgumentException unsaid(Path file, String option) {
    return new IllegalArgumentException(
        "The name of %s does not say its syntax. Say it by %s: %s."
            .formatted(file, option, Syntax.labels()));
  }

  /** One line about what is wrong with a file. */
  static String message(Path file, Exception failure) {
    String message = String.valueOf(failure.getMessage());
    return message.contains(file.toString()) ? message : file + ": " + message;
  }

  /** Says on a line each what could not be said, and how much more there is. */
  static void report(Losses losses, String what, PrintWriter messages) {
    losses.reasons().forEach(reason -> messages.printf("provdl: %s: %s%n", what, reason));
    if (losses.count() > losses.reasons().size()) {
      messages.printf("provdl: %s: and %,d more%n", what, losses.count() - losses.reasons().size());
    }
    messages.flush();
  }
}
