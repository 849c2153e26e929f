package org.provdl.cli;

import java.io.Serial;

/** A command cannot do what it was asked for; the message says why and what to do. */
final class CommandException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  CommandException(String message) {
    super(message);
  }
}
