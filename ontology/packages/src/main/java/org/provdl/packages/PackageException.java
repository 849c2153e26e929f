package org.provdl.packages;

import java.io.Serial;

/** A package cannot be made; the message says why and what to do. */
public final class PackageException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  PackageException(String message) {
    super(message);
  }

  PackageException(String message, Throwable cause) {
    super(message, cause);
  }
}
