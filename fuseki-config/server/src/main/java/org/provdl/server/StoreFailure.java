package org.provdl.server;

import org.apache.jena.web.HttpSC;
import org.provdl.store.StoreException;

/** What a server answers when its store fails. */
final class StoreFailure {

  private StoreFailure() {}

  /** The status: whoever writes can tell a full disk from a defect. */
  static int status(StoreException failure) {
    return failure.isDiskFull()
        ? HttpSC.INSUFFICIENT_STORAGE_507
        : HttpSC.INTERNAL_SERVER_ERROR_500;
  }
}
