package org.provdl.vocabulary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;

/**
 * Writes the Java constants from the Turtle, in the format that Spotless asks for.
 *
 * <p>Run it by {@value #COMMAND}.
 */
record ConstantsGenerator(
    String className, String turtle, String namespace, String about, Model ontology) {

  /** The command that writes the constants anew. */
  static final String COMMAND =
      "mvn -q -pl ontology/vocabulary test -Dtest=ConstantsTest -Dregenerate";

  private static final int LINE_LENGTH = 100;
  private static final Path FOLDER = Path.of("src/main/java/org/provdl/vocabulary");

  /**
   * Writes all constants into the source folder of the module.
   *
   * @param args none
   * @throws IOException if a file cannot be written
   */
  public static void main(String[] args) throws IOException {
    for (Map.Entry<Path, String> file : generate().entrySet()) {
      Files.writeString(file.getKey(), file.getValue());
    }
  }

  /** Returns the text of every generated file, by its path in the module. */
  static Map<Path, String> generate() {
    ConstantsGenerator prov =
        new ConstantsGenerator(
            "PROV",
            "prov-o.ttl",
            "http://www.w3.org/ns/prov#",
            "The classes, properties and individuals of PROV-O, the W3C Recommendation.",
            Ontology.provO());
    ConstantsGenerator provdl =
        new ConstantsGenerator(
            "PROVDL",
            "provdl.ttl",
            "https://w3id.org/provdl#",
            "The classes, properties and individuals of PROV-DL.",
            Ontology.model());
    return Map.of(
        FOLDER.resolve("PROV.java"), prov.text(), FOLDER.resolve("PROVDL.java"), provdl.text());
  }

  private String text() {
    Map<String, Resource> resources = terms(OWL.Class, OWL2.NamedIndividual);
    Map<String, Resource> properties = terms(OWL.ObjectProperty, OWL.DatatypeProperty);
    List<Resource> hyperparameters = individuals("Hyperparameter");
    List<Resource> metrics = individuals("Metric");

    StringBuilder java = new StringBuilder();
    java.append("// Generated from ").append(turtle);
    java.append(" by ConstantsGenerator; do not edit.\n");
    java.append("package org.provdl.vocabulary;\n\n");
    if (!hyperparameters.isEmpty()) {
      java.append("import java.util.List;\n");
    }
    java.append("import org.apache.jena.rdf.model.Property;\n");
    java.append("import org.apache.jena.rdf.model.Resource;\n");
    java.append("import org.apache.jena.rdf.model.ResourceFactory;\n\n");
    java.append(Javadoc.comment("", about));
    java.append("public final class ").append(className).append(" {\n\n");
    java.append(Javadoc.comment("  ", "The namespace: " + namespace));
    java.append("  public static final String NS = \"").append(namespace).append("\";\n");
    resources.forEach((name, term) -> java.append(constant("Resource", name, term)));
    properties.forEach((name, term) -> java.append(constant("Property", name, term)));
    if (!hyperparameters.isEmpty()) {
      java.append(
          list("HYPERPARAMETERS", "All hyperparameters that PROV-DL names.", hyperparameters));
      java.append(list("METRICS", "All metrics that PROV-DL names.", metrics));
    }
    java.append("\n  private ").append(className).append("() {}\n");
    java.append(factory("Resource"));
    java.append(factory("Property"));
    return java.append("}\n").toString();
  }

  /** The terms of the namespace that have one of the types, by local name. */
  private Map<String, Resource> terms(Resource... types) {
    Map<String, Resource> terms = new TreeMap<>();
    for (Resource type : types) {
      ontology
          .listSubjectsWithProperty(RDF.type, type)
          .filterKeep(term -> term.isURIResource() && term.getURI().startsWith(namespace))
          .forEach(term -> terms.put(localName(term), term));
    }
    return terms;
  }

  private List<Resource> individuals(String className) {
    return ontology
        .listSubjectsWithProperty(RDF.type, ontology.createResource(namespace + className))
        .filterKeep(term -> term.hasProperty(RDF.type, OWL2.NamedIndividual))
        .toList()
        .stream()
        .sorted(Comparator.comparing(this::localName))
        .toList();
  }

  private String localName(Resource term) {
    return term.getURI().substring(namespace.length());
  }

  private static String constant(String type, String name, Resource term) {
    String declaration = "  public static final " + type + " " + name + " =";
    String value = type.toLowerCase(Locale.ROOT) + "(\"" + name + "\");";
    return "\n"
        + Javadoc.comment("  ", Javadoc.firstSentence(term))
        + assignment(declaration, value);
  }

  private String list(String name, String about, List<Resource> terms) {
    List<String> names = terms.stream().map(this::localName).toList();
    String indent = "          ";
    String oneLine = indent + String.join(", ", names) + ");";
    String lines =
        oneLine.length() <= LINE_LENGTH
            ? oneLine
            : indent + String.join(",\n" + indent, names) + ");";
    return "\n"
        + Javadoc.comment("  ", about)
        + "  public static final List<Resource> "
        + name
        + " =\n      List.of(\n"
        + lines
        + "\n";
  }

  private static String factory(String type) {
    return """

          private static %s %s(String localName) {
            return ResourceFactory.create%s(NS + localName);
          }
        """
        .formatted(type, type.toLowerCase(Locale.ROOT), type);
  }

  private static String assignment(String declaration, String value) {
    String oneLine = declaration + " " + value;
    return oneLine.length() <= LINE_LENGTH
        ? oneLine + "\n"
        : declaration + "\n      " + value + "\n";
  }
}
