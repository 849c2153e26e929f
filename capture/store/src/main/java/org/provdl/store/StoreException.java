package org.provdl.store;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The store could not be opened, read or written; the message says why and what to do. */
public final class StoreException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  StoreException(String message) {
    super(message);
  }

  StoreException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  static StoreException closed() {
    return new StoreException("The store is closed. Open it again.");
  }
}
