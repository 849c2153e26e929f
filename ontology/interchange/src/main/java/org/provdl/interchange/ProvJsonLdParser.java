package org.provdl.interchange;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/** Reads one document in PROV-JSONLD. */
final class ProvJsonLdParser {

  private final DocumentSource source;
  private final JsonTokens tokens;
  private final Losses losses;
  private final StatementStream to;
  private @Nullable ProvJsonLdOutline outline;

  ProvJsonLdParser(DocumentSource source, JsonTokens tokens, Losses losses, StatementStream to) {
    this.source = source;
    this.tokens = tokens;
    this.losses = losses;
    this.to = to;
  }

  void document() throws IOException {
    tokens.next();
    tokens.expect(JsonToken.START_OBJECT, "an object with '@context' and '@graph'");
    NameScope scope = null;
    boolean hasGraph = false;
    while (tokens.nextMember()) {
      String member = tokens.text();
      tokens.next();
      switch (member) {
        case "@context" -> {
          if (hasGraph) {
            tokens.skip(); // Read before the statements.
          } else if (scope != null) {
            throw tokens.fault("a second '@context'");
          } else {
            scope = context(ProvJsonLdContext.known());
          }
        }
        case "@graph" -> {
          if (hasGraph) {
            throw tokens.fault("a second '@graph'");
          }
          hasGraph = true;
          scope = scope == null ? outline().scope() : scope;
          scope.namespaces().forEach(to::namespace);
          graph(scope, false);
        }
        case "@type", "@id" -> tokens.skip();
        default -> throw tokens.fault("a document has no '" + member + "'");
      }
    }
    if (!hasGraph) {
      throw tokens.fault("a document without '@graph'");
    }
    if (tokens.next() != null) {
      throw tokens.fault("the document should end here");
    }
    to.finish();
  }

  private NameScope context(NameScope outer) throws IOException {
    NameScope scope = outer.ofBundle();
    new ProvJsonLdContext(tokens, scope).read();
    return scope;
  }

  private ProvJsonLdOutline outline() throws IOException {
    if (outline == null) {
      outline = ProvJsonLdOutline.of(source);
    }
    return outline;
  }

  private void graph(NameScope scope, boolean isOfBundle) throws IOException {
    tokens.expect(JsonToken.START_ARRAY, "an array of statements");
    for (int i = 0; tokens.nextElement(); i++) {
      tokens.expect(JsonToken.START_OBJECT, "a statement");
      statement(scope, isOfBundle ? -1 : i);
    }
  }

  /**
   * Reads a statement or a bundle.
   *
   * @param index its place in the document; negative in a bundle
   */
  private void statement(NameScope outer, int index) throws IOException {
    NameScope scope = outer;
    Map<String, List<ProvJsonLdValue>> members = new LinkedHashMap<>();
    StatementBound bound = new StatementBound(tokens::fault);
    boolean isBundle = false;
    while (tokens.nextMember()) {
      String member = tokens.text();
      tokens.next();
      if (member.equals("@context")) {
        if (isBundle) {
          tokens.skip();
        } else if (scope != outer) {
          throw tokens.fault("a second '@context'");
        } else {
          scope = context(outer);
        }
      } else if (member.equals("@graph")) {
        if (index < 0 || isBundle) {
          throw tokens.fault(isBundle ? "a second '@graph'" : "a bundle in a bundle");
        }
        isBundle = true;
        bundle(scope == outer ? null : scope, name(members, "@id"), index);
      } else if (isBundle) {
        tokens.skip();
      } else if (members.put(member, values(bound)) != null) {
        throw tokens.fault("a second '" + member + "'");
      }
    }
    if (!isBundle) {
      statement(scope, members);
    }
  }

  private void bundle(@Nullable NameScope scope, @Nullable String id, int index)
      throws IOException {
    NameScope inner = scope;
    String name = id;
    if (inner == null || name == null) {
      ProvJsonLdOutline known = outline().bundles().get(index);
      inner = known == null ? inner : known.scope();
      name = known == null ? name : known.id();
    }
    if (inner == null || name == null) {
      throw tokens.fault("a bundle without '@id'");
    }
    to.beginBundle(inner.resolve(name, tokens::fault));
    inner.namespaces().forEach(to::namespace);
    graph(inner, true);
    to.endBundle();
  }

  private void statement(NameScope scope, Map<String, List<ProvJsonLdValue>> members) {
    String type = name(members, "@type");
    StatementKind kind = type == null ? null : ProvJsonLdTerms.kind(type).orElse(null);
    if (type == null) {
      throw tokens.fault("a statement without '@type'");
    }
    String id = name(members, "@id");
    if (kind == null) {
      losses.add(
          type + (id == null ? "" : " " + id),
          "PROV-JSONLD has no such statement, so it is left out");
      return;
    }
    StatementBuilder statement = new StatementBuilder(kind, tokens::fault);
    if (id != null) {
      statement.id(scope.resolve(id, tokens::fault));
    } else if (kind.isElement()) {
      throw tokens.fault("'" + type + "' without '@id'");
    }
    members.forEach(
        (member, values) -> {
          if (!member.startsWith("@")) {
            member(statement, member, values, scope);
          }
        });
    statement.to(to);
  }

  private void member(
      StatementBuilder statement, String member, List<ProvJsonLdValue> values, NameScope scope) {
    int index = statement.indexOf(member);
    if (index >= 0) {
      Argument argument = statement.kind().arguments().get(index);
      for (ProvJsonLdValue value : values) {
        statement.argument(index, value.of(argument, scope, tokens::fault));
      }
      return;
    }
    Node attribute = ProvJsonLdTerms.ATTRIBUTES.get(member);
    if (attribute == null) {
      if (member.indexOf(':') < 0 && !scope.knows(member)) {
        losses.add(
            member + " of " + statement.kind().label(),
            "it is no word of PROV-JSONLD, so it is left out");
        return;
      }
      attribute = scope.resolve(member, tokens::fault);
    }
    for (ProvJsonLdValue value : values) {
      statement.attribute(attribute, value.of(attribute, scope, tokens::fault));
    }
  }

  /** Reads one value or an array of them. */
  private List<ProvJsonLdValue> values(StatementBound bound) throws IOException {
    List<ProvJsonLdValue> values = new ArrayList<>();
    boolean isArray = tokens.current() == JsonToken.START_ARRAY;
    while (!isArray || tokens.nextElement()) {
      ProvJsonLdValue value = ProvJsonLdValue.read(tokens);
      if (value != null) {
        bound.count(value.text().length());
        values.add(value);
      }
      if (!isArray) {
        break;
      }
    }
    bound.count(0);
    return values;
  }

  private @Nullable String name(Map<String, List<ProvJsonLdValue>> members, String member) {
    List<ProvJsonLdValue> values = members.getOrDefault(member, List.of());
    if (values.size() > 1) {
      throw tokens.fault("more than one '" + member + "'");
    }
    return values.isEmpty() ? null : values.get(0).text();
  }
}
