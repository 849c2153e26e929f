package org.provdl.interchange;

import java.io.IOException;
import java.util.Iterator;
import java.util.Map;

/**
 * Reads PROV-JSON (W3C Member Submission of 24 April 2013) with what ProvToolbox and Python prov
 * write beyond it, the dictionaries among it. A document is read two times, one with bundles three
 * times, so that it need not be held in memory: for its prefixes, for the statements outside
 * bundles, and for those in them.
 */
final class ProvJsonReader implements StatementReader {

  @Override
  public void read(DocumentSource source, Losses losses, StatementStream to) throws IOException {
    ProvJsonOutline outline = ProvJsonOutline.of(source);
    namespaces(outline, to);
    try (JsonTokens tokens = new JsonTokens(source)) {
      tokens.next();
      statements(tokens, outline, losses, to);
    }
    if (!outline.bundles().isEmpty()) {
      try (JsonTokens tokens = new JsonTokens(source)) {
        bundles(tokens, outline, losses, to);
      }
    }
    to.finish();
  }

  private static void namespaces(ProvJsonOutline outline, StatementStream to) {
    for (Map.Entry<String, String> namespace : outline.scope().namespaces().entrySet()) {
      to.namespace(namespace.getKey(), namespace.getValue());
    }
  }

  private static void bundles(
      JsonTokens tokens, ProvJsonOutline document, Losses losses, StatementStream to)
      throws IOException {
    Iterator<ProvJsonOutline> outlines = document.bundles().iterator();
    tokens.next();
    while (tokens.nextMember()) {
      boolean bundles = tokens.text().equals("bundle");
      tokens.next();
      if (!bundles) {
        tokens.skip();
        continue;
      }
      while (tokens.nextMember()) {
        ProvJsonOutline outline = outlines.next();
        to.beginBundle(outline.scope().resolve(tokens.text(), tokens::fault));
        namespaces(outline, to);
        tokens.next();
        statements(tokens, outline, losses, to);
        to.endBundle();
      }
    }
  }

  /** Reads what a document or a bundle says, without the bundles in it. */
  private static void statements(
      JsonTokens tokens, ProvJsonOutline outline, Losses losses, StatementStream to)
      throws IOException {
    ProvJsonStatements statements = new ProvJsonStatements(tokens, outline, losses, to);
    while (tokens.nextMember()) {
      String name = tokens.text();
      if (ProvJsonOutline.NO_STATEMENTS.contains(name)) {
        if (name.equals("bundle") && outline.isOfBundle()) {
          throw tokens.fault("a bundle in a bundle");
        }
        tokens.next();
        tokens.skip();
      } else {
        statements.ofKind(kind(name, tokens));
      }
    }
  }

  private static StatementKind kind(String name, JsonTokens tokens) {
    // ProvToolbox calls a relation so that has attributes but no qualified form in PROV-DM.
    String label = name.startsWith("provext:") ? name.substring("provext:".length()) : name;
    return StatementKind.labelled(label)
        .orElseThrow(() -> tokens.fault("'" + name + "' is no kind of statement in PROV-JSON"));
  }
}
