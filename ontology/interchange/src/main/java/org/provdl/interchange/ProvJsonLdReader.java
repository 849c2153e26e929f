package org.provdl.interchange;

import java.io.IOException;

/**
 * Reads PROV-JSONLD (W3C Member Submission of 25 August 2024) as a stream, and as its older
 * versions and hand-written documents have it.
 */
final class ProvJsonLdReader implements StatementReader {

  @Override
  public void read(DocumentSource source, Losses losses, StatementStream to) throws IOException {
    try (JsonTokens tokens = new JsonTokens(source)) {
      new ProvJsonLdParser(source, tokens, losses, to).document();
    }
  }
}
