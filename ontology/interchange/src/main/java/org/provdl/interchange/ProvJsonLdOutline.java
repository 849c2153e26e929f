package org.provdl.interchange;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What must be known of a document, or of a bundle, before its statements can be read. An object of
 * JSON has no order: where that comes after the statements, the document is read once more for it.
 *
 * @param scope the prefixes
 * @param id the name of a bundle; null of the document
 * @param bundles of a document, its bundles by their place among its statements
 */
record ProvJsonLdOutline(
    NameScope scope, @Nullable String id, Map<Integer, ProvJsonLdOutline> bundles) {

  /** Reads a document for its outline alone. */
  static ProvJsonLdOutline of(DocumentSource source) throws IOException {
    try (JsonTokens tokens = new JsonTokens(source)) {
      tokens.next();
      Map<Integer, ProvJsonLdOutline> bundles = new HashMap<>();
      NameScope scope = ProvJsonLdContext.known().ofBundle();
      while (tokens.nextMember()) {
        String member = tokens.text();
        JsonToken value = tokens.next();
        if (member.equals("@context")) {
          new ProvJsonLdContext(tokens, scope).read();
        } else if (member.equals("@graph") && value == JsonToken.START_ARRAY) {
          for (int i = 0; tokens.nextElement(); i++) {
            bundle(tokens, scope, i, bundles);
          }
        } else {
          tokens.skip();
        }
      }
      return new ProvJsonLdOutline(scope, null, bundles);
    }
  }

  private static void bundle(
      JsonTokens tokens, NameScope outer, int index, Map<Integer, ProvJsonLdOutline> bundles)
      throws IOException {
    NameScope scope = outer.ofBundle();
    String id = null;
    boolean isBundle = false;
    while (tokens.nextMember()) {
      String member = tokens.text();
      JsonToken value = tokens.next();
      if (member.equals("@context")) {
        new ProvJsonLdContext(tokens, scope).read();
      } else if (member.equals("@id") && value == JsonToken.VALUE_STRING) {
        id = tokens.text();
      } else {
        isBundle |= member.equals("@graph");
        tokens.skip();
      }
    }
    if (isBundle) {
      bundles.put(index, new ProvJsonLdOutline(scope, id, Map.of()));
    }
  }
}
