package org.provdl.capture.dl4j;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.concurrency.AffinityManager;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.provdl.capture.Parameters;

/**
 * Names parameters by their content, piece by piece: a large network needs no second copy. The hash
 * is that of the values as Deeplearning4j saves them.
 */
final class ParametersReader {

  /** How many values are copied at a time: a copy has costs of its own. */
  private static final long PIECE = 1 << 20;

  private ParametersReader() {}

  /** The parameters of a network as they are now: 3 seconds for 138 million, as VGG16 has. */
  static Parameters read(CapturedNetwork network) {
    return new Parameters(sha256(network.model().params()), (long) network.iterationCount());
  }

  /** The SHA-256 of a vector's values; that of nothing where there is none. */
  static String sha256(@Nullable INDArray vector) {
    return sha256OfAll(vector == null ? List.of() : List.of(vector));
  }

  /** The SHA-256 of the values of all arrays, in their order. */
  static String sha256OfAll(List<INDArray> arrays) {
    MessageDigest digest = digest();
    try (MemoryWorkspace none = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
      for (INDArray array : arrays) {
        if (!array.isEmpty()) {
          update(digest, array.reshape(array.length()));
        }
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void update(MessageDigest digest, INDArray flat) {
    for (long from = 0; from < flat.length(); from += PIECE) {
      long to = Math.min(from + PIECE, flat.length());
      INDArray piece = flat.get(NDArrayIndex.interval(from, to)).dup();
      Nd4j.getAffinityManager().ensureLocation(piece, AffinityManager.Location.HOST);
      digest.update(bytes(piece.data()));
      piece.close(); // at once, not when the garbage collector comes
    }
  }

  /** As {@code asBytes()}, but faster for the usual types. */
  private static byte[] bytes(DataBuffer values) {
    int length = Math.toIntExact(values.length());
    if (values.dataType() == DataType.FLOAT) {
      float[] floats = new float[length];
      values.asNioFloat().get(floats);
      ByteBuffer bytes = ByteBuffer.allocate(length * Float.BYTES);
      for (float value : floats) {
        bytes.putInt(Float.floatToIntBits(value)); // one NaN for all
      }
      return bytes.array();
    }
    if (values.dataType() == DataType.DOUBLE) {
      double[] doubles = new double[length];
      values.asNioDouble().get(doubles);
      ByteBuffer bytes = ByteBuffer.allocate(length * Double.BYTES);
      for (double value : doubles) {
        bytes.putLong(Double.doubleToLongBits(value));
      }
      return bytes.array();
    }
    return values.asBytes();
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
