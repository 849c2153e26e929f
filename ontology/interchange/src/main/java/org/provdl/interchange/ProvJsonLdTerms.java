package org.provdl.interchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/** The words of the context of PROV-JSONLD, which is known and never fetched. */
final class ProvJsonLdTerms {

  /** The context that documents name. */
  static final String CONTEXT = "https://openprovenance.org/prov-jsonld/context.jsonld";

  static final String BUNDLE = "Bundle";

  /** The prefixes of the context, beside those that every document of PROV knows. */
  static final Map<String, String> PREFIXES =
      Map.of(
          "provext", "https://openprovenance.org/ns/provext#",
          "rdf", RDF.getURI(),
          "rdfs", RDFS.getURI());

  /** The attributes that have a word without a prefix. */
  static final Map<String, Node> ATTRIBUTES =
      Map.of(
          "type", Attribute.TYPE,
          "label", Attribute.LABEL,
          "location", Attribute.LOCATION,
          "role", Attribute.ROLE,
          "value", Attribute.VALUE);

  /** The attributes whose values are names where they are bare strings. */
  static final List<Node> OF_NAMES = List.of(Attribute.TYPE, Attribute.LOCATION, Attribute.ROLE);

  private static final Map<String, StatementKind> KINDS = new HashMap<>();

  static {
    for (StatementKind kind : StatementKind.values()) {
      className(kind).ifPresent(name -> KINDS.put(name, kind));
    }
  }

  private static final Set<String> ARGUMENTS =
      Arrays.stream(StatementKind.values())
          .flatMap(kind -> kind.arguments().stream())
          .map(Argument::name)
          .collect(Collectors.toUnmodifiableSet());

  /** How far a context may stand from the beginning of a document and still be found. */
  private static final int SEARCHED = 1 << 16;

  private ProvJsonLdTerms() {}

  /** {@return the word for a kind of statement, if PROV-JSONLD has one} */
  static Optional<String> className(StatementKind kind) {
    Node type = kind.type();
    return switch (kind) {
      case SPECIALIZATION -> Optional.of("Specialization");
      case ALTERNATE -> Optional.of("Alternate");
      case MEMBERSHIP -> Optional.of("Membership");
      case MENTION, INSERTION, REMOVAL, DICTIONARY_MEMBERSHIP -> Optional.empty();
      default -> Optional.ofNullable(type).map(Node::getLocalName);
    };
  }

  /** {@return the kind of a word, which older documents write with a prefix} */
  static Optional<StatementKind> kind(String className) {
    return Optional.ofNullable(KINDS.get(className.substring(className.indexOf(':') + 1)));
  }

  /** {@return the word for an attribute of such a statement, if it has one in every reading} */
  static Optional<String> word(Node attribute, StatementKind kind) {
    if (attribute.equals(Attribute.VALUE) && kind != StatementKind.ENTITY) {
      return Optional.empty();
    }
    return ATTRIBUTES.entrySet().stream()
        .filter(word -> word.getValue().equals(attribute))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** {@return whether the context defines a word, so that it can be no prefix of a document} */
  static boolean isWord(String text) {
    return ATTRIBUTES.containsKey(text)
        || PREFIXES.containsKey(text)
        || KINDS.containsKey(text)
        || ARGUMENTS.contains(text);
  }

  /** {@return whether an IRI is that of a version of the context} */
  static boolean isContext(String iri) {
    return iri.matches("https?://(www\\.)?openprovenance\\.org/prov[.-].*")
        || iri.matches("https?://www\\.w3\\.org/.*prov-jsonld.*");
  }

  /** {@return whether a document names the context near its beginning} */
  static boolean isContextOf(DocumentSource source) throws IOException {
    try (InputStream in = source.open()) {
      String beginning = new String(in.readNBytes(SEARCHED), StandardCharsets.UTF_8);
      return beginning.contains("//openprovenance.org/prov-jsonld")
          || beginning.contains("//openprovenance.org/prov.jsonld");
    }
  }
}
