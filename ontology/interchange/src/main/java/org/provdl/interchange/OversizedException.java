package org.provdl.interchange;

import java.io.Serial;
import org.apache.jena.riot.RiotException;

/** A document is larger than what is read of its syntax. */
public final class OversizedException extends RiotException {

  @Serial private static final long serialVersionUID = 1L;

  OversizedException(String message) {
    super(message);
  }
}
