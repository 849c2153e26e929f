package org.provdl.operations;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.provdl.store.ProvenanceStore;

/** Reads a backup, and tells it from what is none. */
final class BackupReader {

  private static final int BUFFER = 1 << 16;

  private BackupReader() {}

  /**
   * Reads it to its end, and checks that it is as it was written.
   *
   * @throws OperationException if it is not
   */
  static Backup.Summary check(Path file) {
    try (InputStream unpacked = open(file);
        BufferedReader lines = new BufferedReader(new InputStreamReader(unpacked, ISO_8859_1))) {
      return check(file, lines);
    } catch (NoSuchFileException missing) {
      throw new OperationException("There is no file " + file + ". Check the path.", missing);
    } catch (EOFException end) {
      throw cutOff(file);
    } catch (ZipException other) {
      throw damaged(file);
    } catch (IOException failure) {
      throw new OperationException("Cannot read " + file + ": " + failure, failure);
    }
  }

  private static Backup.Summary check(Path file, BufferedReader lines) throws IOException {
    String line = lines.readLine();
    requireReadable(file, line == null ? "" : line);
    MessageDigest digest = BackupFormat.sha256();
    long quads = 0;
    String next = lines.readLine();
    while (next != null) {
      digest.update(line.getBytes(ISO_8859_1));
      digest.update((byte) '\n');
      quads += line.startsWith("#") ? 0 : 1;
      line = next;
      next = lines.readLine();
    }
    Matcher last = BackupFormat.LAST_LINE.matcher(line);
    if (!last.matches()) {
      throw cutOff(file);
    }
    if (!last.group(3).equals(BackupFormat.hexadecimal(digest))
        || Long.parseLong(last.group(2)) != quads) {
      throw damaged(file);
    }
    return new Backup.Summary(Long.parseLong(last.group(1)), quads);
  }

  /** The format of the store that it was made of; of a file that was checked. */
  static int storeFormat(Path file) throws IOException {
    try (InputStream unpacked = open(file);
        BufferedReader lines = new BufferedReader(new InputStreamReader(unpacked, ISO_8859_1))) {
      Matcher first = BackupFormat.FIRST_LINE.matcher(String.valueOf(lines.readLine()));
      return first.matches() ? Integer.parseInt(first.group(2)) : 1;
    }
  }

  /** Reads all quads of a file that was checked. */
  static void read(Path file, Consumer<Quad> reader) throws IOException {
    try (InputStream unpacked = open(file)) {
      RDFParser.source(unpacked)
          .lang(Lang.NQUADS)
          .checking(false)
          .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
          .parse(
              new StreamRDFBase() {
                @Override
                public void quad(Quad quad) {
                  reader.accept(quad);
                }
              });
    }
  }

  private static InputStream open(Path file) throws IOException {
    InputStream packed = Files.newInputStream(file);
    try {
      return new GZIPInputStream(packed, BUFFER);
    } catch (ZipException | EOFException other) {
      packed.close();
      throw noBackup(file);
    } catch (IOException failure) {
      packed.close();
      throw failure;
    }
  }

  private static void requireReadable(Path file, String firstLine) {
    Matcher first = BackupFormat.FIRST_LINE.matcher(firstLine);
    if (!first.matches()) {
      throw noBackup(file);
    }
    if (Integer.parseInt(first.group(1)) > BackupFormat.VERSION
        || Integer.parseInt(first.group(2)) > ProvenanceStore.CURRENT_FORMAT) {
      throw new OperationException(
          file + " was written by a newer version of PROV-DL. Restore it with that.");
    }
  }

  private static OperationException noBackup(Path file) {
    return new OperationException(
        file + " is no backup of a store. Choose a file that `provdl backup` has written.");
  }

  private static OperationException cutOff(Path file) {
    return new OperationException(
        file + " is cut off: its end is missing. Choose another backup, or copy this one again.");
  }

  private static OperationException damaged(Path file) {
    return new OperationException(
        file
            + " is damaged: it is not what was written. Choose another backup, or copy this one again.");
  }
}
