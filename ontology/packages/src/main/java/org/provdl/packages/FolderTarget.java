package org.provdl.packages;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A crate as a folder. */
record FolderTarget(Path folder) implements CrateTarget {

  @Override
  public void add(String name, Content content) throws IOException {
    Path file = folder.resolve(name).normalize();
    if (!file.startsWith(folder)) {
      throw new IOException("%s leads out of the folder".formatted(name));
    }
    Files.createDirectories(file.getParent());
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW))) {
      content.writeTo(out);
    }
  }

  @Override
  public void close() {}
}
