package org.provdl.vocabulary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/** Turns what an ontology says that a term means into a Javadoc comment. */
final class Javadoc {

  private static final int LINE_LENGTH = 100;
  private static final Pattern FIRST_SENTENCE = Pattern.compile(".*?[.!?](?= [\\p{Lu}<]|$)");
  private static final List<Property> DEFINING =
      List.of(SKOS.definition, prov("definition"), prov("editorsDefinition"), RDFS.comment);

  private Javadoc() {}

  /** Returns the first sentence of the definition of a term. */
  static String firstSentence(Resource term) {
    String text =
        of(term)
            .or(() -> shared(term))
            .orElseThrow(() -> new IllegalStateException(term + " has no definition"))
            .strip()
            .replaceAll("\\s+", " ");
    Matcher matcher = FIRST_SENTENCE.matcher(text);
    return matcher.find() ? matcher.group() : text;
  }

  /** Returns the comment that holds a text, wrapped as google-java-format wraps it. */
  static String comment(String indent, String text) {
    String html = escape(text);
    String oneLine = indent + "/** " + html + " */";
    if (oneLine.length() <= LINE_LENGTH) {
      return oneLine + "\n";
    }
    String start = indent + " *";
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(start);
    for (String word : html.split(" ", -1)) {
      if (line.length() + 1 + word.length() > LINE_LENGTH) {
        lines.add(line.toString());
        line = new StringBuilder(start);
      }
      line.append(' ').append(word);
    }
    lines.add(line.toString());
    return indent + "/**\n" + String.join("\n", lines) + "\n" + indent + " */\n";
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("@", "&#64;")
        .replace("*/", "*&#47;");
  }

  private static Optional<String> of(Resource term) {
    return DEFINING.stream()
        .flatMap(
            property ->
                term.listProperties(property).mapWith(Statement::getString).toList().stream()
                    .sorted(Comparator.naturalOrder()))
        .filter(text -> !text.isBlank())
        .findFirst();
  }

  /** PROV-O defines many a property by the class of its qualified form. */
  private static Optional<String> shared(Resource term) {
    return Stream.of(prov("sharesDefinitionWith"), prov("qualifiedForm"))
        .flatMap(property -> term.listProperties(property).toList().stream())
        .map(Statement::getResource)
        .filter(other -> other.hasProperty(RDF.type, OWL.Class))
        .flatMap(other -> of(other).stream())
        .findFirst();
  }

  private static Property prov(String localName) {
    return ResourceFactory.createProperty("http://www.w3.org/ns/prov#" + localName);
  }
}
