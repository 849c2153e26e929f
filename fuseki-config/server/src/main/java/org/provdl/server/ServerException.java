package org.provdl.server;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The server could not be started; the message says why and what to do. */
public final class ServerException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  ServerException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
