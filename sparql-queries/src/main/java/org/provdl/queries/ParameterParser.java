package org.provdl.queries;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.shared.PrefixMapping;
import org.jspecify.annotations.Nullable;
import org.provdl.vocabulary.Base;
import org.provdl.vocabulary.PROVDL;

/**
 * Turns what a user gives for a parameter into an RDF term of the parameter's type, or refuses it
 * with an {@link IllegalArgumentException} whose message says why.
 *
 * <p>Short names are resolved against the base IRI: a run is {@code <base>run/<id>}, a study {@code
 * <base>study/<id>}, a part of a run {@code <base>run/<id>#<part>}, an artifact {@code
 * <base>artifact/sha256-<digest>}; a metric or hyperparameter that the ontology does not know is
 * {@code <base>metric/<name>} or {@code <base>hyperparameter/<name>}.
 */
final class ParameterParser {
  private static final int LONGEST_VALUE = 10_000;
  private static final Pattern RUN_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._~-]*");
  private static final Pattern RUN_PART = Pattern.compile(RUN_ID + "#[^#]+");
  private static final Pattern ARTIFACT = Pattern.compile("sha256-[0-9A-Fa-f]+");
  private static final Set<ParameterType> DOCUMENTS =
      EnumSet.of(ParameterType.RUN, ParameterType.STUDY, ParameterType.ENTITY);

  /** What people call a metric or a hyperparameter: anything that is no IRI. */
  private static final Pattern NAME = Pattern.compile("[^:<>#]+");

  private static final Pattern EXPONENT =
      Pattern.compile("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)[eE][+-]?[0-9]{1,9}");
  private static final long LARGEST_SCALE = 400;
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

  /** The run that a text names by its IRI or whole id; null where it can only be a name. */
  static @Nullable Node candidate(String text, String base) {
    try {
      return new ParameterParser(PrefixMapping.Standard, base).parse(ParameterType.RUN, text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  Node parse(ParameterType type, String text) {
    if (text.length() > LONGEST_VALUE) {
      throw new IllegalArgumentException(
          "it is longer than %d characters".formatted(LONGEST_VALUE));
    }
    if (!Quoted.isUnicode(text)) {
      throw new IllegalArgumentException("it holds half a character, which is no Unicode");
    }
    XSDDatatype datatype = type.datatype();
    if (datatype == null) {
      return resource(type, NodeFactory.createURI(iri(type, text.strip())));
    }
    String lexical =
        switch (type) {
          case STRING -> text;
          case DECIMAL -> plain(text.strip());
          default -> text.strip();
        };
    return literal(datatype, NodeFactory.createLiteralDT(lexical, datatype));
  }

  Node check(ParameterType type, Node term) {
    XSDDatatype datatype = type.datatype();
    return datatype == null ? resource(type, term) : literal(datatype, term);
  }

  /** A number without its exponent, which a decimal has not. */
  private static String plain(String text) {
    if (!EXPONENT.matcher(text).matches()) {
      return text;
    }
    BigDecimal number = new BigDecimal(text);
    if (Math.abs((long) number.scale()) > LARGEST_SCALE) {
      throw new IllegalArgumentException("its exponent is out of bounds");
    }
    return number.toPlainString();
  }

  private String iri(ParameterType type, String text) {
    if (text.startsWith("<") && text.endsWith(">")) {
      return text.substring(1, text.length() - 1);
    }
    if (NAME.matcher(text).matches()) {
      switch (type) {
        case METRIC -> {
          return named(text, PROVDL.METRICS, "metric/");
        }
        case HYPERPARAMETER -> {
          return named(text, PROVDL.HYPERPARAMETERS, "hyperparameter/");
        }
        case SPLIT -> {
          return split(text);
        }
        default -> {}
      }
    }
    if (DOCUMENTS.contains(type)) {
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

  /** The ontology's IRI where it knows the name, else the user's own under the base. */
  private String named(String name, List<Resource> known, String folder) {
    return known.stream()
        .filter(term -> term.getLocalName().equals(name))
        .map(Resource::getURI)
        .findFirst()
        .orElseGet(() -> base + folder + Base.segment(name));
  }

  private static String split(String name) {
    return switch (name) {
      case "training" -> PROVDL.trainingData.getURI();
      case "validation" -> PROVDL.validationData.getURI();
      case "test" -> PROVDL.testData.getURI();
      default -> name;
    };
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
