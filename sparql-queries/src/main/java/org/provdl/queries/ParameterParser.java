package org.provdl.queries;

import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.apache.jena.shared.PrefixMapping;

/**
 * Turns what a user gives for a parameter into an RDF term of the parameter's type, or refuses it
 * with an {@link IllegalArgumentException} whose message says why.
 *
 * <p>Short names are resolved against the base IRI: a run is {@code <base>run/<id>}, a study {@code
 * <base>study/<id>}, a part of a run {@code <base>run/<id>#<part>}, an artifact {@code
 * <base>artifact/sha256-<digest>}.
 */
final class ParameterParser {
  private static final int LONGEST_VALUE = 10_000;
  private static final Pattern RUN_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._~-]*");
  private static final Pattern RUN_PART = Pattern.compile(RUN_ID + "#[^#]+");
  private static final Pattern ARTIFACT = Pattern.compile("sha256-[0-9A-Fa-f]+");
  private static final Pattern UNMISTAKABLE_IRI =
      Pattern.compile("(?:[A-Za-z][A-Za-z0-9+.-]*://|urn:).*", Pattern.DOTALL);

  /** The fragments of the activities that documents are about. */
  private static final String TRAINING = "#training";

  private static final String SEARCH = "#search";

  private final PrefixMapping prefixes;
  private final String base;

  ParameterParser(PrefixMapping prefixes, String base) {
    this.prefixes = prefixes;
    this.base = base;
  }

  Node parse(ParameterType type, String text) {
    if (text.length() > LONGEST_VALUE) {
      throw new IllegalArgumentException(
          "it is longer than %d characters".formatted(LONGEST_VALUE));
    }
    XSDDatatype datatype = type.datatype();
    if (datatype == null) {
      return resource(type, NodeFactory.createURI(iri(type, text.strip())));
    }
    String lexical = type == ParameterType.STRING ? text : text.strip();
    return literal(datatype, NodeFactory.createLiteralDT(lexical, datatype));
  }

  Node check(ParameterType type, Node term) {
    XSDDatatype datatype = type.datatype();
    return datatype == null ? resource(type, term) : literal(datatype, term);
  }

  private String iri(ParameterType type, String text) {
    if (text.startsWith("<") && text.endsWith(">")) {
      return text.substring(1, text.length() - 1);
    }
    if (type != ParameterType.IRI) {
      if (RUN_ID.matcher(text).matches()) {
        boolean artifact = type == ParameterType.ENTITY && ARTIFACT.matcher(text).matches();
        return base + (artifact ? "artifact/" : folder(type)) + text;
      }
      if (RUN_PART.matcher(text).matches()) {
        return base + folder(type) + text;
      }
    }
    int colon = text.indexOf(':');
    String namespace = colon < 0 ? null : prefixes.getNsPrefixURI(text.substring(0, colon));
    if (namespace != null && !text.startsWith("//", colon + 1)) {
      return namespace + text.substring(colon + 1);
    }
    // A misspelt prefix would otherwise pass as the scheme of an IRI that nothing has.
    if (colon > 0 && !UNMISTAKABLE_IRI.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "the prefix '%s' is unknown, known are %s; write a whole IRI as <...>"
              .formatted(text.substring(0, colon), knownPrefixes()));
    }
    return text;
  }

  private static String folder(ParameterType type) {
    return type == ParameterType.STUDY ? "study/" : "run/";
  }

  private String knownPrefixes() {
    return String.join(", ", prefixes.getNsPrefixMap().keySet().stream().sorted().toList());
  }

  private static Node resource(ParameterType type, Node term) {
    if (!term.isURI()) {
      throw new IllegalArgumentException("it is not an IRI");
    }
    String iri = term.getURI();
    try {
      if (!IRIx.create(iri).isReference()) {
        throw new IllegalArgumentException(
            "it is not an absolute IRI; write one, or a prefixed name such as provdl:loss");
      }
    } catch (IRIException e) {
      throw new IllegalArgumentException("it is not a well-formed IRI", e);
    }
    if (type == ParameterType.RUN) {
      return document(iri, TRAINING, "run");
    }
    return type == ParameterType.STUDY ? document(iri, SEARCH, "study") : term;
  }

  private static Node document(String iri, String activity, String kind) {
    String document =
        iri.endsWith(activity) ? iri.substring(0, iri.length() - activity.length()) : iri;
    if (document.contains("#")) {
      throw new IllegalArgumentException(
          "it names a part of a %s; leave out what follows the #".formatted(kind));
    }
    return NodeFactory.createURI(document);
  }

  private static Node literal(XSDDatatype datatype, Node term) {
    if (!term.isLiteral()
        || !datatype.equals(term.getLiteralDatatype())
        || !datatype.isValid(term.getLiteralLexicalForm())) {
      throw new IllegalArgumentException("it is no literal of " + datatype.getURI());
    }
    return term;
  }
}
