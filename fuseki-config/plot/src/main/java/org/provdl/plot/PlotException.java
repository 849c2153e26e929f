package org.provdl.plot;

import java.io.Serial;

/** There is no picture of what was asked for; the message says why, and what to do. */
public final class PlotException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  PlotException(String message) {
    super(message);
  }

  PlotException(String message, Throwable cause) {
    super(message, cause);
  }
}
