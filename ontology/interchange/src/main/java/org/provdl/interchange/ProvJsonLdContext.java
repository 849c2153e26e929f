package org.provdl.interchange;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Reads contexts: prefixes, and IRIs of contexts that are known. */
final class ProvJsonLdContext {

  private final JsonTokens tokens;
  private final NameScope scope;

  ProvJsonLdContext(JsonTokens tokens, NameScope scope) {
    this.tokens = tokens;
    this.scope = scope;
  }

  /** {@return a scope that knows what the context does} */
  static NameScope known() {
    NameScope known = NameScope.ofDocument();
    ProvJsonLdTerms.PREFIXES.forEach(known::declare);
    return known;
  }

  /** Reads the value that the tokens are at. */
  void read() throws IOException {
    if (tokens.current() == JsonToken.START_ARRAY) {
      while (tokens.nextElement()) {
        one();
      }
    } else {
      one();
    }
  }

  private void one() throws IOException {
    if (tokens.current() == JsonToken.VALUE_STRING) {
      if (!ProvJsonLdTerms.isContext(tokens.text())) {
        throw tokens.fault("'" + tokens.text() + "' is not the context of PROV-JSONLD");
      }
      return;
    }
    tokens.expect(JsonToken.START_OBJECT, "an object of prefixes, or the IRI of a context,");
    while (tokens.nextMember()) {
      String prefix = tokens.text();
      if (tokens.next() == JsonToken.VALUE_STRING) {
        if (prefix.equals("@base") || prefix.equals("@vocab")) {
          scope.declare("", tokens.text());
        } else if (!prefix.startsWith("@")) {
          scope.declare(prefix, tokens.text());
        }
        if (scope.namespaces().size() > StatementReader.MAX_PREFIXES) {
          throw tokens.fault("more than " + StatementReader.MAX_PREFIXES + " prefixes");
        }
      } else {
        definition(prefix);
      }
    }
  }

  /** Reads what a term is defined as; of the terms of PROV that is known. */
  private void definition(String prefix) throws IOException {
    if (tokens.current() != JsonToken.START_OBJECT) {
      tokens.skip();
      return;
    }
    String iri = null;
    boolean isPrefix = false;
    while (tokens.nextMember()) {
      String member = tokens.text();
      JsonToken value = tokens.next();
      if (member.equals("@id") && value == JsonToken.VALUE_STRING) {
        iri = tokens.text();
      } else if (member.equals("@prefix")) {
        isPrefix = value == JsonToken.VALUE_TRUE;
      } else {
        tokens.skip();
      }
    }
    if (iri != null && isPrefix) {
      scope.declare(prefix, iri);
    }
  }
}
