package org.provdl.capture;

import java.io.IOException;
import java.io.Serial;

/** A file is not what Deeplearning4j saves a model to. */
final class NotAModelException extends IOException {

  @Serial private static final long serialVersionUID = 1L;

  NotAModelException(String message) {
    super(message);
  }
}
