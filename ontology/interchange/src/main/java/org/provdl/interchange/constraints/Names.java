package org.provdl.interchange.constraints;

import java.util.HashMap;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import org.provdl.interchange.StatementKind;

/** Writes names and facts as a person would: in PROV-N, with the prefixes of the document. */
final class Names {

  /** The most that is written of a name. */
  private static final int LONGEST = 200;

  private final @Nullable Names outer;
  private final Map<String, String> prefixes = new HashMap<>();

  private Names(@Nullable Names outer) {
    this.outer = outer;
  }

  Names() {
    this(null);
    prefix("prov", "http://www.w3.org/ns/prov#");
  }

  /** {@return names that may get prefixes of their own beside these} */
  Names inner() {
    return new Names(this);
  }

  void prefix(String prefix, String iri) {
    prefixes.put(iri, prefix);
  }

  String text(Node node) {
    String text;
    if (node.isLiteral()) {
      text = node.getLiteralLexicalForm();
    } else if (node.isBlank()) {
      text = "_:" + node.getBlankNodeLabel();
    } else {
      text = shortened(node.getURI());
    }
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
  }

  private String shortened(String iri) {
    String best = "";
    String prefix = "";
    for (Names names = this; names != null; names = names.outer) {
      for (Map.Entry<String, String> entry : names.prefixes.entrySet()) {
        if (entry.getKey().length() > best.length() && iri.startsWith(entry.getKey())) {
          best = entry.getKey();
          prefix = entry.getValue();
        }
      }
    }
    if (best.isEmpty()) {
      return "<" + iri + ">";
    }
    return (prefix.isEmpty() ? "" : prefix + ":") + iri.substring(best.length());
  }

  /** {@return what was stated, without attributes} */
  String text(Fact fact, Terms terms) {
    StatementKind kind = fact.kind();
    StringBuilder text = new StringBuilder(kind.label()).append('(');
    Node id = terms.node(fact.id());
    if (id != null) {
      text.append(text(id)).append(kind.isElement() ? "" : "; ");
    }
    int places = isPlain(fact, terms) ? Definitions.mandatory(kind) : fact.places();
    for (int i = 0; i < places; i++) {
      Node node = terms.node(fact.term(i));
      text.append(i > 0 || kind.isElement() ? ", " : "").append(text(node, "-"));
    }
    return text.append(')').toString();
  }

  private String text(@Nullable Node node, String none) {
    return node == null ? none : text(node);
  }

  /** Whether only what must be said is said. */
  private static boolean isPlain(Fact fact, Terms terms) {
    for (int i = Definitions.mandatory(fact.kind()); i < fact.places(); i++) {
      if (terms.node(fact.term(i)) != null) {
        return false;
      }
    }
    return true;
  }
}
