package org.provdl.capture.dl4j;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.deeplearning4j.nn.modelimport.keras.Hdf5Archive;
import org.deeplearning4j.nn.modelimport.keras.exceptions.UnsupportedKerasConfigurationException;
import org.jspecify.annotations.Nullable;
import org.provdl.capture.Artifact;
import org.provdl.capture.Framework;
import org.provdl.capture.ImportedModel;

/**
 * Reads what Keras says of a model in its HDF5 file, with Deeplearning4j's own reader of them.
 *
 * @see <a href="https://keras.io/2.16/api/models/model_saving_apis/">Keras 2: the attributes {@code
 *     model_config}, {@code keras_version} and {@code backend} of the file's root</a>
 */
final class KerasFile {

  private static final byte[] SIGNATURE = HexFormat.of().parseHex("894844460d0a1a0a");

  private KerasFile() {}

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException if it cannot be read or is no HDF5 file
   */
  static ImportedModel read(Path file) {
    try (InputStream content = Files.newInputStream(file)) {
      if (!Arrays.equals(content.readNBytes(SIGNATURE.length), SIGNATURE)) {
        throw new IllegalArgumentException(
            file + " is no HDF5 file. Name the file that the network was imported from.");
      }
      return read(file, Artifact.of(file));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "The file that the network was imported from cannot be read: " + e, e);
    }
  }

  private static ImportedModel read(Path file, Artifact artifact) throws IOException {
    synchronized (Hdf5Archive.LOCK_OBJECT) {
      try (Hdf5Archive archive = new Hdf5Archive(file.toString())) {
        String version = text(archive, "keras_version");
        return new ImportedModel(
            artifact,
            version == null ? null : new Framework("Keras", version, text(archive, "backend")),
            archive.hasAttribute("model_config")
                ? first(archive.readAttributeAsJson("model_config"))
                : null);
      } catch (UnsupportedKerasConfigurationException e) {
        throw new IOException(e);
      }
    }
  }

  /** The reader leaves in place what was in its memory behind the end of the text. */
  private static String first(String json) throws IOException {
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      parser.nextToken();
      parser.skipChildren();
      return json.substring(0, (int) parser.currentLocation().getCharOffset());
    }
  }

  private static @Nullable String text(Hdf5Archive archive, String attribute)
      throws UnsupportedKerasConfigurationException {
    return archive.hasAttribute(attribute)
        ? archive.readAttributeAsString(attribute).strip()
        : null;
  }
}
