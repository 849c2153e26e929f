package org.provdl.capture.dl4j;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What a network has learned. */
final class Parameters {

  private Parameters() {}

  /** The SHA-256 of the values in their order; reads all of them. */
  static String sha256(INDArray parameters) throws NoSuchAlgorithmException {
    byte[] bytes = parameters.dup().data().asBytes();
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
