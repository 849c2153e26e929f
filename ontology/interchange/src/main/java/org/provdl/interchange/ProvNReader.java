package org.provdl.interchange;

import java.io.IOException;
import java.io.InputStream;

/** Reads PROV-N (W3C Recommendation of 30 April 2013) as a stream. */
final class ProvNReader implements StatementReader {

  @Override
  public void read(DocumentSource source, Losses losses, StatementStream to) throws IOException {
    try (InputStream in = source.open()) {
      new ProvNParser(new ProvNScanner(in), losses, to).document();
    }
  }
}
