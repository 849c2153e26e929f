package org.provdl.capture;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UTFDataFormatException;
import java.security.MessageDigest;

/**
 * Reads parameters as ND4J writes them, without ND4J: a buffer with the shape and one with the
 * values, each as its allocation mode, its length, its type and its elements, big-endian.
 */
final class Coefficients {

  /** A shape of 32 dimensions, the most that ND4J has, has 68 numbers. */
  private static final long LONGEST_SHAPE = 68;

  /** Bytes that are read at most: a few times the largest network that fits into ND4J. */
  private static final long LARGEST = 16L << 30;

  private static final int CHUNK = 1 << 16;

  private Coefficients() {}

  /**
   * The SHA-256 of the values, in constant memory.
   *
   * @throws NotAModelException if they are not in this form
   * @throws IOException if they cannot be read
   */
  static String sha256(InputStream content) throws IOException {
    DataInputStream data = new DataInputStream(content);
    try {
      skipShape(data);
      data.readUTF();
      long length = data.readLong();
      int size = size(data.readUTF());
      if (length <= 0 || length > LARGEST / size) {
        throw new NotAModelException("It has an impossible number of parameters: " + length);
      }
      return digest(data, length * size);
    } catch (EOFException | UTFDataFormatException cut) {
      throw new NotAModelException("Its parameters are cut off or malformed.");
    }
  }

  private static void skipShape(DataInputStream data) throws IOException {
    data.readUTF();
    long length = data.readLong();
    String type = data.readUTF();
    if (length <= 0 || length > LONGEST_SHAPE || !type.equals("LONG")) {
      throw new NotAModelException("Its parameters have no shape of ND4J's.");
    }
    data.readFully(new byte[(int) (length * Long.BYTES)]);
  }

  private static String digest(DataInputStream data, long bytes) throws IOException {
    MessageDigest digest = Sha256.digest();
    byte[] chunk = new byte[CHUNK];
    for (long left = bytes; left > 0; left -= CHUNK) {
      int count = (int) Math.min(left, CHUNK);
      data.readFully(chunk, 0, count);
      digest.update(chunk, 0, count);
    }
    return Sha256.of(digest);
  }

  private static int size(String type) throws NotAModelException {
    return switch (type) {
      case "DOUBLE" -> Double.BYTES;
      case "FLOAT" -> Float.BYTES;
      case "HALF", "BFLOAT16" -> Short.BYTES;
      default -> throw new NotAModelException("Its parameters are of no type for learning.");
    };
  }
}
