package org.provdl.interchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A document that can be read from its beginning more than once, as syntaxes that say their
 * prefixes at the end need.
 */
public interface DocumentSource {

  /** {@return the name by which messages call it} */
  String name();

  /**
   * Opens it at its beginning.
   *
   * @return its bytes, to be closed by the caller
   * @throws IOException if it cannot be opened
   */
  InputStream open() throws IOException;

  /**
   * A file as a source.
   *
   * @param file which
   * @return the source, which calls itself as the file
   */
  static DocumentSource of(Path file) {
    return new DocumentSource() {
      @Override
      public String name() {
        return file.toString();
      }

      @Override
      public InputStream open() throws IOException {
        return Files.newInputStream(file);
      }
    };
  }
}
