package org.provdl.capture;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.commons.io.input.BoundedInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file that a model may have been saved to, as far as it can be read without its framework. What
 * is in it is not trusted: sizes are bounded, memory is constant, nothing is extracted or
 * deserialized.
 *
 * @param artifact the file itself
 * @param parameters its parameters, where Deeplearning4j wrote them
 * @param entry what it says of itself, where it says so
 */
public record ModelFile(
    Artifact artifact, @Nullable Parameters parameters, @Nullable ModelEntry entry) {

  /** The entry that Deeplearning4j saves the parameters to. */
  static final String COEFFICIENTS = "coefficients.bin";

  private static final String CONFIGURATION = "configuration.json";

  /** Bytes of a configuration that are read at most. */
  private static final long LARGEST_CONFIGURATION = 64L << 20;

  private static final JsonFactory JSON = new JsonFactory();

  /**
   * Reads a file to its end, and what is known of its inside.
   *
   * @param file the file
   * @return what was found; without parameters and entry where it is no model file
   * @throws IOException if it cannot be read
   */
  public static ModelFile of(Path file) throws IOException {
    Artifact artifact = Artifact.of(file);
    try (ZipFile zip = ZipDirectory.open(file)) {
      return new ModelFile(artifact, parameters(zip), ModelEntry.of(zip).orElse(null));
    } catch (NotAModelException | ZipException | EOFException other) {
      return new ModelFile(artifact, null, null);
    }
  }

  private static @Nullable Parameters parameters(ZipFile zip) throws IOException {
    ZipEntry coefficients = zip.getEntry(COEFFICIENTS);
    if (coefficients == null) {
      return null;
    }
    try (InputStream content = new BufferedInputStream(zip.getInputStream(coefficients))) {
      return new Parameters(Coefficients.sha256(content), iterationCount(zip));
    } catch (NotAModelException | ZipException | EOFException malformed) {
      return null;
    }
  }

  /** How many updates the model has had, which is at the top of its configuration. */
  private static @Nullable Long iterationCount(ZipFile zip) throws IOException {
    ZipEntry configuration = zip.getEntry(CONFIGURATION);
    if (configuration == null) {
      return null;
    }
    try (InputStream content =
            BoundedInputStream.builder()
                .setInputStream(zip.getInputStream(configuration))
                .setMaxCount(LARGEST_CONFIGURATION)
                .get();
        JsonParser json = JSON.createParser(content)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        boolean found = json.currentName().equals("iterationCount");
        if (json.nextToken() == JsonToken.VALUE_NUMBER_INT && found) {
          return json.getLongValue();
        }
        json.skipChildren();
      }
      return null;
    } catch (JsonProcessingException | ZipException | EOFException malformed) {
      return null;
    }
  }
}
