package org.provdl.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The version of what a store holds, in a small file of its directory. A store without the file was
 * made before there were versions.
 *
 * @param version from 1
 */
record StoreFormat(int version) {

  /** What stores of this version of the software are. */
  static final StoreFormat CURRENT = new StoreFormat(ProvenanceStore.CURRENT_FORMAT);

  static final String FILE = "provdl.format";

  private static final Logger LOG = LoggerFactory.getLogger(StoreFormat.class);
  private static final StoreFormat FIRST = new StoreFormat(1);
  private static final Pattern CONTENT = Pattern.compile("format ([1-9][0-9]{0,8})\n");
  private static final int LONGEST = 100;

  /**
   * Reads it.
   *
   * @throws StoreException if it cannot be read, or is newer than this software
   */
  static StoreFormat of(Path directory) {
    StoreFormat format = read(directory.resolve(FILE));
    if (format.version > CURRENT.version) {
      throw new StoreException(
          "The store %s was written by a newer version of PROV-DL: its format is %d, and this version knows those up to %d. Use that version."
              .formatted(directory, format.version, CURRENT.version));
    }
    if (format.version < CURRENT.version) {
      LOG.warn(
          "The store {} was written by an older version of PROV-DL: some questions miss what it lacks. Once no process has it open: provdl upgrade {}",
          directory,
          directory);
    }
    return format;
  }

  private static StoreFormat read(Path file) {
    try {
      Matcher content =
          CONTENT.matcher(
              Files.size(file) > LONGEST
                  ? ""
                  : Files.readString(file, StandardCharsets.ISO_8859_1));
      if (!content.matches()) {
        throw new StoreException(
            "The file %s says no format. Write 'format N' there, or restore the store from a backup."
                .formatted(file));
      }
      return new StoreFormat(Integer.parseInt(content.group(1)));
    } catch (NoSuchFileException older) {
      return FIRST;
    } catch (IOException failure) {
      throw new StoreException("Cannot read the file " + file + ".", failure);
    }
  }

  /** Writes it, whole or not at all. */
  void writeTo(Path directory) {
    Path unfinished = directory.resolve(FILE + ".tmp");
    try {
      Files.writeString(unfinished, "format " + version + "\n", StandardCharsets.ISO_8859_1);
      Files.move(unfinished, directory.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failure) {
      throw new StoreException("Cannot write to the directory " + directory + ".", failure);
    }
  }
}
