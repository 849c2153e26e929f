package org.provdl.operations;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** An operation is refused or has failed; the message says why and what to do. */
public final class OperationException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  OperationException(String message) {
    super(message);
  }

  OperationException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
