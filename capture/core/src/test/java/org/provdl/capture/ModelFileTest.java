package org.provdl.capture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files are read as far as they make sense, whatever is in them, and signed without harm. */
@Timeout(60)
class ModelFileTest {

  private static final String RUN = Capture.DEFAULT_BASE + "run/run-1";
  private static final byte[] VALUES = ByteBuffer.allocate(12).putFloat(1).putFloat(2).array();

  @TempDir private Path directory;

  @Test
  void parametersAreThoseThatAreInTheFile() throws IOException {
    Path file =
        zip(
            entries(
                coefficients("FLOAT", 3, VALUES),
                "{\"a\":{\"iterationCount\":7},\"iterationCount\":42}"));
    ModelFile read = ModelFile.of(file);
    assertThat(read.parameters()).isEqualTo(new Parameters(Sha256.of(VALUES), 42L));
    assertThat(read.artifact()).isEqualTo(Artifact.of(file));
    assertThat(read.entry()).isNull();
  }

  @Test
  void anEntryIsAddedOnceAndComesBackWithAllElseAsItWas() throws IOException {
    Path file = zip(entries(coefficients("FLOAT", 3, VALUES), "{}"));
    ModelEntry entry = new ModelEntry(RUN, Sha256.of(VALUES), 42L);
    assertThat(entry.writeTo(file)).isTrue();
    byte[] signed = Files.readAllBytes(file);
    assertThat(entry.writeTo(file)).isTrue();
    assertThat(Files.readAllBytes(file)).isEqualTo(signed);
    ModelFile read = ModelFile.of(file);
    assertThat(read.entry()).isEqualTo(entry);
    assertThat(read.parameters()).isEqualTo(Parameters.of(Sha256.of(VALUES)));
    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertThat(zip.size()).isEqualTo(3);
      assertThat(
              new String(zip.getInputStream(zip.getEntry(ModelEntry.NAME)).readAllBytes(), UTF_8))
          .contains("\"run\" : \"" + RUN + "\"");
    }
    assertThat(directory).isDirectoryContaining(path -> path.equals(file));
    assertThat(directory.toFile().list()).hasSize(1);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void permissionsStayAndALinkStaysALink() throws IOException {
    Path file = zip(entries(coefficients("FLOAT", 3, VALUES), "{}"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    Path link = Files.createSymbolicLink(directory.resolve("link"), file);
    assertThat(new ModelEntry(RUN, "ab".repeat(32), null).writeTo(link)).isTrue();
    assertThat(link).isSymbolicLink();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-----");
    assertThat(ModelFile.of(link).entry()).isNotNull();
  }

  @Test
  void whatIsNoModelFileStaysAsItIs() throws IOException {
    ModelEntry entry = new ModelEntry(RUN, "ab".repeat(32), null);
    for (Path file :
        new Path[] {
          write("text", "no zip".getBytes(UTF_8)),
          write("empty", new byte[0]),
          zip(Map.of("other.txt", "text".getBytes(UTF_8)))
        }) {
      byte[] before = Files.readAllBytes(file);
      assertThat(entry.writeTo(file)).as("%s", file).isFalse();
      assertThat(Files.readAllBytes(file)).isEqualTo(before);
      assertThat(ModelFile.of(file)).isEqualTo(new ModelFile(Artifact.of(file), null, null));
    }
  }

  @Test
  void aMissingFileIsAnErrorAndALinkToNothingToo() {
    assertThatThrownBy(() -> ModelFile.of(directory.resolve("missing")))
        .isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "no json",
        "{}",
        "{\"run\":\"http://a/b\"}",
        "{\"run\":null,\"parametersSha256\":null}",
        "{\"run\":\"relative\",\"parametersSha256\":\"HASH\"}",
        "{\"run\":\"http://a/\\u001b[2J\",\"parametersSha256\":\"HASH\"}",
        "{\"run\":\"http://a/> <b\",\"parametersSha256\":\"HASH\"}",
        "{\"run\":\"http://a/b\",\"parametersSha256\":\"../../etc\"}",
        "{\"run\":[\"http://a/b\"],\"parametersSha256\":\"HASH\"}"
      })
  void anEntryThatMakesNoSenseIsNone(String json) throws IOException {
    Map<String, byte[]> entries = entries(coefficients("FLOAT", 3, VALUES), "{}");
    entries.put(ModelEntry.NAME, json.replace("HASH", "ab".repeat(32)).getBytes(UTF_8));
    ModelFile read = ModelFile.of(zip(entries));
    assertThat(read.entry()).isNull();
    assertThat(read.parameters()).isNotNull();
  }

  @Test
  void aHugeEntryIsNone() throws IOException {
    Map<String, byte[]> entries = entries(coefficients("FLOAT", 3, VALUES), "{}");
    String json = "{\"run\":\"%s\",\"parametersSha256\":\"%s\",\"more\":\"%s\"}";
    entries.put(
        ModelEntry.NAME, json.formatted(RUN, "ab".repeat(32), "x".repeat(1 << 24)).getBytes(UTF_8));
    assertThat(ModelFile.of(zip(entries)).entry()).isNull();
  }

  @Test
  void parametersThatMakeNoSenseAreNone() throws IOException {
    for (byte[] coefficients :
        new byte[][] {
          {},
          {1, 2, 3},
          coefficients("FLOAT", 4, VALUES),
          coefficients("FLOAT", -1, VALUES),
          coefficients("FLOAT", 0, VALUES),
          coefficients("FLOAT", Long.MAX_VALUE, VALUES),
          coefficients("DOUBLE", Long.MAX_VALUE / 4, VALUES),
          coefficients("UTF8", 3, VALUES),
          coefficients("LONG", 3, VALUES)
        }) {
      assertThat(ModelFile.of(zip(entries(coefficients, "{}"))).parameters()).isNull();
    }
  }

  @Test
  void aConfigurationThatMakesNoSenseOnlyHidesTheCount() throws IOException {
    for (String json :
        new String[] {
          "",
          "[]",
          "{",
          "{\"iterationCount\":\"x\"}",
          "{\"iterationCount\":1e999}",
          "{\"iterationCount\":99999999999999999999}",
          "[".repeat(100_000)
        }) {
      assertThat(ModelFile.of(zip(entries(coefficients("FLOAT", 3, VALUES), json))).parameters())
          .as(json.substring(0, Math.min(20, json.length())))
          .isEqualTo(Parameters.of(Sha256.of(VALUES)));
    }
  }

  @Test
  void manyValuesAreReadInLittleMemoryAndAreAsLongAsTheySayTheyAre() throws IOException {
    Path file = directory.resolve("bomb.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry(ModelFile.COEFFICIENTS));
      zip.write(coefficients("FLOAT", 1L << 27, new byte[0]));
      byte[] zeros = new byte[1 << 20];
      for (int megabyte = 0; megabyte < 513; megabyte++) {
        zip.write(zeros);
      }
    }
    assertThat(Files.size(file)).isLessThan(1 << 20);
    assertThat(ModelFile.of(file).parameters()).isNotNull();
  }

  @Test
  void aHugeDirectoryIsNotEvenOpened() throws IOException {
    Path file = directory.resolve("directory.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry(ModelFile.COEFFICIENTS));
      zip.write(coefficients("FLOAT", 3, VALUES));
      for (int number = 0; number < 30_000; number++) {
        zip.putNextEntry(new ZipEntry("entry-" + number));
      }
    }
    assertThat(ModelFile.of(file).parameters()).isNull();
  }

  @Test
  void anEndThatLiesIsNoZipFile() throws IOException {
    byte[] zip = Files.readAllBytes(zip(entries(coefficients("FLOAT", 3, VALUES), "{}")));
    ByteBuffer end = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    end.putShort(zip.length - 2, (short) 5);
    assertThat(ModelFile.of(write("comment", zip)).parameters()).isNull();
    end.putShort(zip.length - 2, (short) 0).putInt(zip.length - 6, Integer.MAX_VALUE);
    assertThat(ModelFile.of(write("offset", zip)).parameters()).isNull();
    end.putInt(zip.length - 10, -1);
    assertThat(ModelFile.of(write("size", zip)).parameters()).isNull();
  }

  private Path zip(Map<String, byte[]> entries) throws IOException {
    Path file = directory.resolve("model.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
    return file;
  }

  private Path write(String name, byte[] content) throws IOException {
    return Files.write(directory.resolve(name), content);
  }

  private static Map<String, byte[]> entries(byte[] coefficients, String configuration) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("configuration.json", configuration.getBytes(UTF_8));
    entries.put(ModelFile.COEFFICIENTS, coefficients);
    return entries;
  }

  /** As ND4J writes a row vector. */
  private static byte[] coefficients(String type, long length, byte[] values) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = bytes;
        DataOutputStream data = new DataOutputStream(out)) {
      data.writeUTF("MIXED_DATA_TYPES");
      data.writeLong(8);
      data.writeUTF("LONG");
      for (int number = 0; number < 8; number++) {
        data.writeLong(number);
      }
      data.writeUTF("MIXED_DATA_TYPES");
      data.writeLong(length);
      data.writeUTF(type);
      data.write(values);
    }
    return bytes.toByteArray();
  }
}
