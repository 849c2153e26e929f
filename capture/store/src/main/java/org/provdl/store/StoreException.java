package org.provdl.store;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The store could not be opened, read or written; the message says why and what to do. */
public final class StoreException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final boolean diskFull;

  StoreException(String message) {
    this(message, false);
  }

  StoreException(String message, @Nullable Throwable cause) {
    super(message, cause);
    this.diskFull = cause instanceof StoreException reason && reason.diskFull;
  }

  private StoreException(String message, boolean diskFull) {
    super(message);
    this.diskFull = diskFull;
  }

  /**
   * Whether the disk has no room for what was asked, which may be asked again when there is.
   *
   * @return whether more room is all that it takes
   */
  public boolean isDiskFull() {
    return diskFull;
  }

  static StoreException diskFull(String message) {
    return new StoreException(message, true);
  }

  static StoreException closed() {
    return new StoreException("The store is closed. Open it again.");
  }
}
