package org.provdl.interchange;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What must be known of a document in PROV-JSON, or of one of its bundles, before its statements
 * can be read: members of an object come in any order, so its prefixes may be at its end.
 */
final class ProvJsonOutline {

  private static final String DEFAULT_NAMESPACE = "defaultNamespace";

  /** What a document has beside statements: the last two are of ProvToolbox 2, in bundles. */
  static final Set<String> NO_STATEMENTS = Set.of("prefix", "bundle", "@id", DEFAULT_NAMESPACE);

  private final NameScope scope;
  private final boolean ofBundle;
  private final Set<String> referredTo = new HashSet<>();
  private final List<ProvJsonOutline> bundles = new ArrayList<>();

  private ProvJsonOutline(NameScope scope, boolean ofBundle) {
    this.scope = scope;
    this.ofBundle = ofBundle;
  }

  /** Reads a document to its end, and checks that no object has two members of one name. */
  static ProvJsonOutline of(DocumentSource source) throws IOException {
    try (JsonTokens tokens = new JsonTokens(source)) {
      ProvJsonOutline outline = new ProvJsonOutline(NameScope.ofDocument(), false);
      tokens.next();
      outline.container(tokens);
      if (tokens.next() != null) {
        throw tokens.fault("the document has ended, but there is more");
      }
      return outline;
    }
  }

  NameScope scope() {
    return scope;
  }

  /** {@return whether it is of a bundle, not of a whole document} */
  boolean isOfBundle() {
    return ofBundle;
  }

  /** {@return whether a derivation refers to the generation or usage of that blank identifier} */
  boolean isReferredTo(String id) {
    return referredTo.contains(id);
  }

  /** {@return its bundles, in the order in which they come} */
  List<ProvJsonOutline> bundles() {
    return bundles;
  }

  private void container(JsonTokens tokens) throws IOException {
    tokens.expect(
        JsonToken.START_OBJECT, ofBundle ? "a bundle" : "a document, which is an object,");
    NameHashes kinds = new NameHashes();
    while (tokens.nextMember()) {
      String kind = unique(tokens, kinds);
      tokens.next();
      if (kind.equals("prefix")) {
        prefixes(tokens);
      } else if (kind.equals(DEFAULT_NAMESPACE)) {
        tokens.expect(JsonToken.VALUE_STRING, "the IRI of the default namespace");
        scope.declare("", tokens.text());
      } else if (kind.equals("bundle") && !ofBundle) {
        tokens.expect(JsonToken.START_OBJECT, "an object of bundles");
        NameHashes names = new NameHashes();
        while (tokens.nextMember()) {
          unique(tokens, names);
          tokens.next();
          ProvJsonOutline bundle = new ProvJsonOutline(scope.ofBundle(), true);
          bundle.container(tokens);
          bundles.add(bundle);
        }
      } else {
        value(tokens, "");
      }
    }
  }

  private void prefixes(JsonTokens tokens) throws IOException {
    tokens.expect(JsonToken.START_OBJECT, "an object of prefixes");
    NameHashes names = new NameHashes();
    while (tokens.nextMember()) {
      String prefix = unique(tokens, names);
      tokens.next();
      tokens.expect(JsonToken.VALUE_STRING, "the IRI of the prefix '" + prefix + "'");
      scope.declare(prefix.equals("default") ? "" : prefix, tokens.text());
      if (scope.namespaces().size() > StatementReader.MAX_PREFIXES) {
        throw tokens.fault("more than " + StatementReader.MAX_PREFIXES + " prefixes");
      }
    }
  }

  private void value(JsonTokens tokens, String name) throws IOException {
    JsonToken token = tokens.current();
    if (token == JsonToken.START_OBJECT) {
      NameHashes names = new NameHashes();
      while (tokens.nextMember()) {
        String member = unique(tokens, names);
        tokens.next();
        value(tokens, member);
      }
    } else if (token == JsonToken.START_ARRAY) {
      while (tokens.nextElement()) {
        value(tokens, name);
      }
    } else if (token == JsonToken.VALUE_STRING
        && (name.endsWith(":generation") || name.endsWith(":usage"))) {
      String id = tokens.text();
      if (id.startsWith("_:")) {
        referredTo.add(id);
      }
    }
  }

  private static String unique(JsonTokens tokens, NameHashes names) throws IOException {
    String name = tokens.text();
    if (!names.add(name)) {
      throw tokens.fault("'" + name + "' is there twice");
    }
    return name;
  }
}
