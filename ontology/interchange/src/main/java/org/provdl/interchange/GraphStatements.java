package org.provdl.interchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.vocabulary.RDF;
import org.jspecify.annotations.Nullable;
import org.provdl.vocabulary.PROV;

/** Reads the statements of PROV out of one graph, subject by subject. */
final class GraphStatements {

  private static final Node TYPE = RDF.type.asNode();

  /** The classes of PROV-O, and what a thing of them is declared as. */
  private static final Map<Node, StatementKind> KINDS = new HashMap<>();

  /** The properties that say a relation by themselves, from its first argument to its second. */
  private static final Map<Node, StatementKind> RELATIONS = new HashMap<>();

  /** The same the other way round. */
  private static final Map<Node, StatementKind> INVERSE_RELATIONS =
      Map.of(
          PROV.generated.asNode(), StatementKind.GENERATION,
          PROV.invalidated.asNode(), StatementKind.INVALIDATION,
          PROV.influenced.asNode(), StatementKind.INFLUENCE);

  /** The times of an entity that stand for an event of which nothing else is known. */
  private static final Map<Node, StatementKind> EVENT_TIMES =
      Map.of(
          PROV.generatedAtTime.asNode(), StatementKind.GENERATION,
          PROV.invalidatedAtTime.asNode(), StatementKind.INVALIDATION);

  /** The properties that lead to a qualified form. */
  private static final Map<Node, StatementKind> LINKS = new HashMap<>();

  static {
    for (StatementKind kind : StatementKind.values()) {
      if (kind.type() != null) {
        KINDS.put(kind.type(), kind);
      }
      if (!kind.isElement()) {
        RELATIONS.put(kind.property(), kind);
        if (kind.isQualified()) {
          LINKS.put(kind.arguments().get(0).property(), kind);
        }
      }
    }
    for (DerivationType derivation : DerivationType.values()) {
      KINDS.put(derivation.type(), StatementKind.DERIVATION);
      RELATIONS.put(derivation.property(), StatementKind.DERIVATION);
      LINKS.put(derivation.qualifiedProperty(), StatementKind.DERIVATION);
    }
    for (RDFNode entity : List.of(PROV.Plan, PROV.Collection, PROV.EmptyCollection, PROV.Bundle)) {
      KINDS.put(entity.asNode(), StatementKind.ENTITY);
    }
    for (RDFNode agent : List.of(PROV.Person, PROV.Organization, PROV.SoftwareAgent)) {
      KINDS.put(agent.asNode(), StatementKind.AGENT);
    }
    for (RDFNode influence :
        List.of(PROV.EntityInfluence, PROV.ActivityInfluence, PROV.AgentInfluence)) {
      KINDS.put(influence.asNode(), StatementKind.INFLUENCE);
    }
  }

  /**
   * {@return whether a triple must be known to say what its object is} Of others, only those of
   * which it is the subject count.
   */
  static boolean leadsToStatement(Triple triple) {
    return triple.getObject().isBlank()
        || isLink(triple)
        || triple.predicateMatches(Notes.HAD_DICTIONARY_MEMBER.asNode())
        || triple.predicateMatches(Notes.INSERTED_KEY_ENTITY_PAIR.asNode());
  }

  /** {@return whether a triple leads to a qualified form, of which nothing else need be said} */
  static boolean isLink(Triple triple) {
    return LINKS.containsKey(triple.getPredicate()) && !triple.getObject().isLiteral();
  }

  /** {@return whether a triple is said of the pair of a dictionary, and known by what has that} */
  static boolean isOfPair(Triple triple) {
    return triple.predicateMatches(Notes.PAIR_KEY.asNode())
        || triple.predicateMatches(Notes.PAIR_ENTITY.asNode());
  }

  private final Graph graph;
  private final boolean folded;
  private final Losses losses;
  private final Consumer<Statement> to;

  GraphStatements(Graph graph, boolean folded, Losses losses, Consumer<Statement> to) {
    this.graph = graph;
    this.folded = folded;
    this.losses = losses;
    this.to = to;
  }

  /** Says what the triples with this subject state. */
  void subject(Node subject) {
    List<Triple> triples = graph.find(subject, Node.ANY, Node.ANY).toList();
    EnumSet<StatementKind> kinds = kinds(subject, triples);
    Map<StatementKind, Form> forms = new EnumMap<>(StatementKind.class);
    for (StatementKind kind : kinds) {
      forms.put(kind, new Form(kind, subject));
    }
    Form first = forms.isEmpty() ? null : forms.values().iterator().next();
    for (Triple triple : triples) {
      if (!relation(triple, triples) && !argument(forms, triple) && !isKnown(subject, triple)) {
        if (first == null) {
          losses.add(
              triple.toString(), "not said of an entity, an activity, an agent or a relation");
        } else {
          first.attributes.add(
              new Attribute(
                  AttributeProperties.attribute(triple.getPredicate()), triple.getObject()));
        }
      }
    }
    forms.values().forEach(this::say);
  }

  /** What a subject is declared as, by its types and by the properties that lead to it. */
  private EnumSet<StatementKind> kinds(Node subject, List<Triple> triples) {
    EnumSet<StatementKind> kinds = EnumSet.noneOf(StatementKind.class);
    for (Triple triple : triples) {
      if (triple.predicateMatches(TYPE) && KINDS.containsKey(triple.getObject())) {
        kinds.add(KINDS.get(triple.getObject()));
      } else if (triple.predicateMatches(PROV.startedAtTime.asNode())
          || triple.predicateMatches(PROV.endedAtTime.asNode())) {
        kinds.add(StatementKind.ACTIVITY);
      }
    }
    if (kinds.isEmpty()) {
      graph
          .find(Node.ANY, Node.ANY, subject)
          .mapWith(triple -> LINKS.get(triple.getPredicate()))
          .filterKeep(kind -> kind != null)
          .forEachRemaining(kinds::add);
    }
    if (kinds.size() > 1 && kinds.contains(StatementKind.INFLUENCE)) {
      // A general class beside that of the relation, as reasoners add it.
      kinds.remove(StatementKind.INFLUENCE);
    }
    return kinds;
  }

  /** Says the relation that a triple is by itself, if it is one. */
  private boolean relation(Triple triple, List<Triple> ofSubject) {
    Node property = triple.getPredicate();
    StatementKind kind = RELATIONS.get(property);
    if (kind == null) {
      kind = INVERSE_RELATIONS.get(property);
      if (kind != null) {
        binary(kind, triple.getObject(), triple.getSubject(), List.of());
        return true;
      }
      kind = EVENT_TIMES.get(property);
      if (kind != null) {
        to.accept(
            new Statement(
                kind,
                null,
                Arrays.asList(triple.getSubject(), null, triple.getObject()),
                List.of()));
        return true;
      }
      return false;
    }
    if (kind == StatementKind.DICTIONARY_MEMBERSHIP) {
      List<KeyEntityPair> pairs = pairs(triple.getObject());
      pairs.forEach(
          pair ->
              to.accept(
                  new Statement(
                      StatementKind.DICTIONARY_MEMBERSHIP,
                      null,
                      Arrays.asList(triple.getSubject(), pair.entity(), pair.key()),
                      List.of())));
      return !pairs.isEmpty();
    }
    if (kind == StatementKind.MENTION) {
      List<Node> bundles =
          ofSubject.stream()
              .filter(other -> other.predicateMatches(Notes.AS_IN_BUNDLE.asNode()))
              .map(Triple::getObject)
              .toList();
      for (Node bundle :
          bundles.isEmpty() ? Collections.<@Nullable Node>singletonList(null) : bundles) {
        to.accept(
            new Statement(
                kind,
                null,
                Arrays.asList(triple.getSubject(), triple.getObject(), bundle),
                List.of()));
      }
      return true;
    }
    List<Attribute> attributes = new ArrayList<>();
    for (DerivationType derivation : DerivationType.values()) {
      if (derivation.property().equals(property)) {
        attributes.add(new Attribute(Attribute.TYPE, derivation.type()));
      }
    }
    binary(kind, triple.getSubject(), triple.getObject(), attributes);
    return true;
  }

  private void binary(StatementKind kind, Node subject, Node object, List<Attribute> attributes) {
    if (folded && kind.isQualified() && hasQualifiedForm(kind, subject, object)) {
      return;
    }
    @Nullable Node[] arguments = new Node[kind.arguments().size()];
    arguments[0] = subject;
    arguments[1] = object;
    to.accept(new Statement(kind, null, Arrays.asList(arguments), attributes));
  }

  private boolean hasQualifiedForm(StatementKind kind, Node subject, Node object) {
    Node toObject = kind.arguments().get(1).property();
    for (Map.Entry<Node, StatementKind> link : LINKS.entrySet()) {
      if (link.getValue() == kind
          && graph
              .find(subject, link.getKey(), Node.ANY)
              .filterKeep(triple -> graph.contains(triple.getObject(), toObject, object))
              .hasNext()) {
        return true;
      }
    }
    return false;
  }

  /** Takes a triple as an argument of what its subject is, if it is one. */
  private boolean argument(Map<StatementKind, Form> forms, Triple triple) {
    boolean taken = false;
    for (Form form : forms.values()) {
      List<Argument> arguments = form.kind.arguments();
      for (int i = form.kind.isElement() ? 0 : 1; i < arguments.size(); i++) {
        if (isProperty(form.kind, arguments.get(i), triple.getPredicate())) {
          form.values.get(i).add(triple.getObject());
          taken = true;
        }
      }
      if (form.kind == StatementKind.REMOVAL
          && triple.predicateMatches(Notes.REMOVED_KEY.asNode())) {
        form.pairs.add(new KeyEntityPair(triple.getObject(), null));
        taken = true;
      } else if (form.kind == StatementKind.INSERTION
          && triple.predicateMatches(Notes.INSERTED_KEY_ENTITY_PAIR.asNode())) {
        taken |= form.pairs.addAll(pairs(triple.getObject()));
      }
    }
    return taken;
  }

  /** Whether a property leads to that argument; to an influencer also those that say what it is. */
  private static boolean isProperty(StatementKind kind, Argument argument, Node property) {
    return argument.property().equals(property)
        || (kind == StatementKind.INFLUENCE
            && (property.equals(PROV.entity.asNode())
                || property.equals(PROV.activity.asNode())
                || property.equals(PROV.agent.asNode())));
  }

  /**
   * Whether a triple is said by another statement: the type that its kind gives, a link to a
   * qualified form, a part of a pair.
   */
  private boolean isKnown(Node subject, Triple triple) {
    Node property = triple.getPredicate();
    if (property.equals(TYPE)) {
      StatementKind kind = KINDS.get(triple.getObject());
      return kind != null && triple.getObject().equals(kind.type());
    }
    return isLink(triple)
        || (property.equals(Notes.AS_IN_BUNDLE.asNode())
            && graph.contains(subject, Notes.MENTION_OF.asNode(), Node.ANY))
        || (isOfPair(triple) && isOfDictionary(subject));
  }

  /** Whether a pair has a key, and something says that it has the pair. */
  private boolean isOfDictionary(Node pair) {
    return graph.contains(pair, Notes.PAIR_KEY.asNode(), Node.ANY)
        && (graph.contains(Node.ANY, Notes.HAD_DICTIONARY_MEMBER.asNode(), pair)
            || graph.contains(Node.ANY, Notes.INSERTED_KEY_ENTITY_PAIR.asNode(), pair));
  }

  private List<KeyEntityPair> pairs(Node pair) {
    List<Node> keys = objects(pair, Notes.PAIR_KEY.asNode());
    List<Node> entities = objects(pair, Notes.PAIR_ENTITY.asNode());
    StatementBound.ofProduct(keys.size(), entities.size(), "keys and entities of " + pair);
    List<KeyEntityPair> pairs = new ArrayList<>();
    for (Node key : keys) {
      for (Node entity :
          entities.isEmpty() ? Collections.<@Nullable Node>singletonList(null) : entities) {
        pairs.add(new KeyEntityPair(key, entity));
      }
    }
    return pairs;
  }

  private List<Node> objects(Node subject, Node property) {
    return graph.find(subject, property, Node.ANY).mapWith(Triple::getObject).toList();
  }

  /**
   * Says a form: once, or as often as the argument with most values needs, so that each value is
   * said.
   */
  private void say(Form form) {
    if (!form.kind.isElement()) {
      for (Map.Entry<Node, StatementKind> link : LINKS.entrySet()) {
        if (link.getValue() == form.kind) {
          graph
              .find(Node.ANY, link.getKey(), form.subject)
              .forEachRemaining(triple -> form.values.get(0).add(triple.getSubject()));
        }
      }
    }
    int times = form.values.stream().mapToInt(Set::size).max().orElse(0);
    Node id =
        form.kind.isElement() || form.subject.isURI() || times > 1 || isReferredTo(form.subject)
            ? form.subject
            : null;
    List<List<Node>> values = form.values.stream().map(List::copyOf).toList();
    for (int i = 0; i < Math.max(1, times); i++) {
      @Nullable Node[] arguments = new Node[values.size()];
      for (int j = 0; j < arguments.length; j++) {
        List<Node> of = values.get(j);
        arguments[j] = of.isEmpty() ? null : of.get(Math.min(i, of.size() - 1));
      }
      to.accept(
          new Statement(
              form.kind,
              id,
              Arrays.asList(arguments),
              i == 0 ? form.pairs : List.of(),
              i == 0 ? form.attributes : List.of()));
    }
  }

  /** Whether another statement refers to a qualified form, so that it needs an identifier. */
  private boolean isReferredTo(Node form) {
    return graph
        .find(Node.ANY, Node.ANY, form)
        .filterDrop(triple -> LINKS.containsKey(triple.getPredicate()))
        .hasNext();
  }

  /** What is found of a subject as one kind. */
  private static final class Form {

    final StatementKind kind;
    final Node subject;
    final List<Set<Node>> values = new ArrayList<>();
    final List<KeyEntityPair> pairs = new ArrayList<>();
    final List<Attribute> attributes = new ArrayList<>();

    Form(StatementKind kind, Node subject) {
      this.kind = kind;
      this.subject = subject;
      for (int i = 0; i < kind.arguments().size(); i++) {
        values.add(new LinkedHashSet<>());
      }
    }
  }
}
