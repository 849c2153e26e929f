package org.provdl.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the store remembers of a {@link Generation}, in a small file inside of it.
 *
 * @param live bytes that a compacted copy would take, as far as known; 0 if unknown
 * @param supersedes the name of the generation that this one is the compacted copy of
 */
record GenerationRecord(long live, Optional<String> supersedes) {

  static final String FILE = "provdl.generation";

  private static final GenerationRecord NONE = new GenerationRecord(0, Optional.empty());

  private static final Pattern CONTENT =
      Pattern.compile("live ([0-9]{1,18})\n(?:supersedes (Data-[0-9]{1,9})\n)?");

  private static final int LONGEST = 100;

  /** Reads it; nothing is remembered where the file is missing, damaged or somebody else's. */
  static GenerationRecord of(Path generation) {
    Path file = generation.resolve(FILE);
    try {
      if (Files.size(file) > LONGEST) {
        return NONE;
      }
      Matcher content = CONTENT.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
      return content.matches()
          ? new GenerationRecord(
              Long.parseLong(content.group(1)), Optional.ofNullable(content.group(2)))
          : NONE;
    } catch (IOException missing) {
      return NONE;
    }
  }

  /** Writes it, whole or not at all. */
  void writeTo(Path generation) throws IOException {
    String content =
        "live " + live + "\n" + supersedes.map(name -> "supersedes " + name + "\n").orElse("");
    Path unfinished = generation.resolve(FILE + ".tmp");
    Files.writeString(unfinished, content, StandardCharsets.ISO_8859_1);
    Files.move(unfinished, generation.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
  }
}
