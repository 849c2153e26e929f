package org.provdl.capture;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.cdt.CDTFactory;
import org.apache.jena.cdt.CDTKey;
import org.apache.jena.cdt.CDTValue;
import org.apache.jena.cdt.CompositeDatatypeList;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.vocabulary.RDFS;
import org.provdl.vocabulary.PROVDL;

/** What a graph says of software and machine, as far as it may change what a training finds. */
final class RecordedEnvironment {

  /** In the order in which people are told. */
  private static final List<Map.Entry<String, Property>> OF_THE_MACHINE =
      List.of(
          Map.entry("operating system", PROVDL.operatingSystem),
          Map.entry("processor", PROVDL.processorModel),
          Map.entry("Java", PROVDL.javaVersion),
          Map.entry("virtual machine", PROVDL.virtualMachine),
          Map.entry("backend", PROVDL.backend),
          Map.entry("BLAS", PROVDL.blasVendor),
          Map.entry("threads of BLAS", PROVDL.blasThreadCount),
          Map.entry("threads", PROVDL.threadCount),
          Map.entry("data type", PROVDL.defaultDataType));

  private final RecordedGraph graph;
  private final Node training;

  RecordedEnvironment(RecordedGraph graph, Node training) {
    this.graph = graph;
    this.training = training;
  }

  Map<String, String> facts() {
    Map<String, String> facts = new LinkedHashMap<>();
    for (Node software : graph.agentsIn(training, PROVDL.frameworkRole)) {
      graph
          .text(software, RDFS.label)
          .ifPresent(
              name ->
                  graph
                      .text(software, PROVDL.version)
                      .ifPresent(version -> facts.put(name, version)));
    }
    for (Node machine : graph.agentsIn(training, PROVDL.hostRole)) {
      OF_THE_MACHINE.forEach(
          fact ->
              graph
                  .text(machine, fact.getValue())
                  .ifPresent(value -> facts.put(fact.getKey(), value)));
      String devices =
          graph.objects(machine, PROVDL.hasDevice).stream()
              .flatMap(device -> graph.text(device, RDFS.label).stream())
              .collect(Collectors.joining(", "));
      if (!devices.isEmpty()) {
        facts.put("devices", devices);
      }
    }
    for (Node code : graph.usedAs(training, PROVDL.codeRole)) {
      graph.text(code, PROVDL.commit).ifPresent(commit -> facts.put("code", code(code, commit)));
    }
    return facts;
  }

  private String code(Node code, String commit) {
    return graph
        .text(code, PROVDL.differenceSha256)
        .map(difference -> commit + " and changes " + difference)
        .orElse(commit);
  }

  /** Each library as {@code name sha256}. */
  Set<String> libraries() {
    Set<String> libraries = new TreeSet<>();
    for (Node classPath : graph.usedAs(training, PROVDL.libraryRole)) {
      graph.text(classPath, PROVDL.libraries).ifPresent(list -> libraries.addAll(names(list)));
    }
    return libraries;
  }

  private static Set<String> names(String list) {
    Set<String> names = new LinkedHashSet<>();
    List<CDTValue> libraries = CompositeDatatypeList.type.parse(list);
    for (CDTValue library : libraries) {
      if (library.isNode() && library.asNode().getLiteralValue() instanceof Map<?, ?> map) {
        names.add(text(map, "name") + " " + text(map, "sha256"));
      }
    }
    return names;
  }

  private static String text(Map<?, ?> library, String key) {
    CDTKey literal = CDTFactory.createKey(NodeFactory.createLiteralString(key));
    return library.get(literal) instanceof CDTValue value && value.isNode()
        ? value.asNode().getLiteralLexicalForm()
        : "";
  }
}
