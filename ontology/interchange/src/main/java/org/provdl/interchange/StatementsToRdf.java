package org.provdl.interchange;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.jspecify.annotations.Nullable;

/**
 * Says statements in PROV-O: a relation of which nothing but its two ends is known by its property,
 * every other one by its qualified form alone. A bundle is a named graph. Needs no memory.
 */
final class StatementsToRdf implements StatementStream {

  private final StreamRDF out;
  private final Losses losses;
  private @Nullable Node bundle;

  StatementsToRdf(StreamRDF out, Losses losses) {
    this.out = out;
    this.losses = losses;
    out.start();
  }

  @Override
  public void namespace(String prefix, String iri) {
    boolean isPrefix = prefix.isEmpty() || NameCharacters.isPrefix(prefix);
    if (bundle == null && isPrefix && TextCharacters.isIri(iri)) {
      out.prefix(prefix, iri);
    }
  }

  @Override
  public void beginBundle(Node name) {
    bundle = SpecialNames.inRdf(name);
  }

  @Override
  public void endBundle() {
    bundle = null;
  }

  @Override
  public void finish() {
    out.finish();
  }

  @Override
  public void statement(Statement statement) {
    StatementKind kind = statement.kind();
    if (kind.isElement()) {
      element(statement);
    } else if (kind.isQualified()) {
      if (isPlain(statement)) {
        add(statement.argument(0), kind.property(), statement.argument(1));
      } else {
        qualified(statement);
      }
    } else {
      unqualified(statement);
    }
  }

  private void element(Statement statement) {
    add(statement.id(), RDF.type.asNode(), statement.kind().type());
    arguments(statement.id(), statement, 0);
    attributes(statement.id(), statement.attributes());
  }

  /** Whether there is nothing to say of it but what the two ends are. */
  private static boolean isPlain(Statement statement) {
    List<@Nullable Node> arguments = statement.arguments();
    return statement.id() == null
        && statement.attributes().isEmpty()
        && !statement.kind().hasPairs()
        && arguments.get(0) != null
        && arguments.get(1) != null
        && arguments.subList(2, arguments.size()).stream().allMatch(argument -> argument == null);
  }

  private void qualified(Statement statement) {
    StatementKind kind = statement.kind();
    Node form = statement.id() == null ? NodeFactory.createBlankNode() : statement.id();
    Node type = kind.type();
    Node link = kind.arguments().get(0).property();
    List<Attribute> attributes = statement.attributes();
    if (kind == StatementKind.DERIVATION) {
      Optional<DerivationType> special =
          attributes.stream()
              .flatMap(attribute -> DerivationType.of(attribute).stream())
              .findFirst();
      if (special.isPresent()) {
        type = special.get().type();
        link = special.get().qualifiedProperty();
      }
    }
    add(form, RDF.type.asNode(), type);
    add(statement.argument(0), link, form);
    arguments(form, statement, 1);
    for (KeyEntityPair pair : statement.pairs()) {
      if (kind == StatementKind.REMOVAL) {
        add(form, Notes.REMOVED_KEY.asNode(), pair.key());
      } else {
        Node node = NodeFactory.createBlankNode();
        add(form, Notes.INSERTED_KEY_ENTITY_PAIR.asNode(), node);
        add(node, Notes.PAIR_KEY.asNode(), pair.key());
        add(node, Notes.PAIR_ENTITY.asNode(), pair.entity());
      }
    }
    attributes(form, attributes);
  }

  private void unqualified(Statement statement) {
    StatementKind kind = statement.kind();
    if (statement.argument(0) == null || statement.argument(1) == null) {
      losses.add(
          statement.toString(), "PROV-O says nothing of " + kind.label() + " without both ends");
      return;
    }
    if (statement.id() != null || !statement.attributes().isEmpty()) {
      losses.add(
          statement.toString(),
          "PROV-O has no qualified form of "
              + kind.label()
              + ", so its identifier and attributes are left out");
    }
    if (kind == StatementKind.DICTIONARY_MEMBERSHIP) {
      Node pair = NodeFactory.createBlankNode();
      add(statement.argument(0), kind.property(), pair);
      arguments(pair, statement, 1);
    } else {
      add(statement.argument(0), kind.property(), statement.argument(1));
      if (kind == StatementKind.MENTION) {
        add(statement.argument(0), Notes.AS_IN_BUNDLE.asNode(), statement.argument(2));
      }
    }
  }

  private void arguments(@Nullable Node subject, Statement statement, int from) {
    for (int i = from; i < statement.arguments().size(); i++) {
      add(subject, statement.kind().arguments().get(i).property(), statement.argument(i));
    }
  }

  private void attributes(@Nullable Node subject, List<Attribute> attributes) {
    for (Attribute attribute : attributes) {
      add(subject, AttributeProperties.property(attribute.name()), attribute.value());
    }
  }

  /** Adds a triple, unless a part of it is not said. */
  private void add(@Nullable Node subject, @Nullable Node property, @Nullable Node object) {
    if (subject == null || property == null || object == null) {
      return;
    }
    Triple triple =
        Triple.create(
            SpecialNames.inRdf(subject), SpecialNames.inRdf(property), SpecialNames.inRdf(object));
    if (bundle == null) {
      out.triple(triple);
    } else {
      out.quad(Quad.create(bundle, triple));
    }
  }
}
