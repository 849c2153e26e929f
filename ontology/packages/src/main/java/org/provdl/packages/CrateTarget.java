package org.provdl.packages;

import java.io.IOException;
import java.io.OutputStream;

/** Where the files of a crate go. */
interface CrateTarget extends AutoCloseable {

  /** Writes what a file holds. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Adds a file.
   *
   * @param name relative, with slashes, as {@link EntryNames} makes them
   */
  void add(String name, Content content) throws IOException;

  @Override
  void close() throws IOException;
}
