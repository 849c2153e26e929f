package org.provdl.capture;

import java.util.Locale;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.DCTerms;
import org.jspecify.annotations.Nullable;
import org.provdl.vocabulary.PROV;
import org.provdl.vocabulary.PROVDL;

/**
 * Maps who and what took part: the framework, the person, the machine, the code, and PROV-DL
 * itself.
 */
final class AgentMapping {

  private final RunGraph graph;
  private final RunDescription description;
  private final String recorder;

  /**
   * Maps the agents of one run.
   *
   * @param recorder the version of PROV-DL that recorded the run, whichever maps it
   */
  AgentMapping(RunGraph graph, RunDescription description, String recorder) {
    this.graph = graph;
    this.description = description;
    this.recorder = recorder;
  }

  void map() {
    software("provdl", "PROV-DL", recorder);
    graph.add(graph.document(), PROV.wasAttributedTo, recorder());
    graph.describe(operator(), PROV.Person, PROV.Agent).label(description.operator());
    associate(operator(), "person", PROVDL.operatorRole);
    Framework framework = description.framework();
    if (framework != null) {
      software(framework.name(), framework.version());
      associate(framework(), "software", PROVDL.frameworkRole);
    }
  }

  void map(Environment environment) {
    Node machine = graph.part("machine");
    Framework framework = description.framework();
    graph
        .describe(machine, PROVDL.ComputeNode, PROV.Agent)
        .label(environment.hostName())
        .with(PROVDL.operatingSystem, environment.operatingSystem())
        .with(PROVDL.processorCount, (long) environment.processorCount())
        .with(PROVDL.memoryInBytes, environment.memoryInBytes())
        .with(PROVDL.javaVersion, environment.javaVersion())
        .with(PROVDL.backend, framework == null ? null : framework.backend());
    associate(machine, "machine", PROVDL.hostRole);
    SourceCode code = environment.sourceCode();
    if (code != null) {
      map(code);
    }
  }

  private void map(SourceCode code) {
    code(code.commit(), code.branch(), code.remote())
        .with(PROVDL.dirty, code.dirty())
        .with(PROVDL.differenceSha256, code.differenceSha256());
  }

  void map(Event.CommitNamed event) {
    code(event.commit(), event.branch(), event.remote());
  }

  private Description code(String commit, @Nullable String branch, @Nullable String remote) {
    Node source = graph.part("code");
    graph.use(graph.training(), source, PROVDL.codeRole, graph.part("usage", "code"));
    return graph
        .describe(source, PROVDL.SourceCode, PROV.Entity)
        .label(commit)
        .with(PROVDL.commit, commit)
        .with(PROVDL.branch, branch)
        .with(PROVDL.remote, remote);
  }

  /** The plan of the software that trains; of the person where the program itself trains. */
  void follows(Node plan) {
    graph.add(
        association(description.framework() == null ? "person" : "software"), PROV.hadPlan, plan);
  }

  Node agent(Responsible responsible) {
    if (responsible instanceof Responsible.Rule rule) {
      return rule(rule);
    }
    return responsible == Responsible.FRAMEWORK ? framework() : operator();
  }

  private Node rule(Responsible.Rule rule) {
    Node agent = graph.shared("agent/rule", rule.name());
    if (graph.isNew(agent)) {
      graph
          .describe(agent, PROV.SoftwareAgent, PROV.Agent)
          .label(rule.name())
          .with(DCTerms.description, rule.description())
          .with(PROV.actedOnBehalfOf, operator());
    }
    return agent;
  }

  /** PROV-DL itself. */
  Node recorder() {
    return softwareIri("provdl", recorder);
  }

  private Node operator() {
    return graph.shared("agent/person", description.operator());
  }

  private Node framework() {
    Framework framework = description.framework();
    return framework == null ? operator() : softwareIri(framework.name(), framework.version());
  }

  Node software(String name, String version) {
    return software(name, name, version);
  }

  private Node software(String id, String name, String version) {
    Node software = softwareIri(id, version);
    graph
        .describe(software, PROV.SoftwareAgent, PROV.Agent)
        .label(name)
        .with(PROVDL.version, version);
    return software;
  }

  private Node softwareIri(String name, String version) {
    return graph.shared("agent/software", name.toLowerCase(Locale.ROOT) + "-" + version);
  }

  private void associate(Node agent, String name, Resource role) {
    graph.add(graph.training(), PROV.wasAssociatedWith, agent);
    graph.add(graph.training(), PROV.qualifiedAssociation, association(name));
    graph
        .describe(association(name), PROV.Association)
        .with(PROV.agent, agent)
        .with(PROV.hadRole, role);
  }

  private Node association(String name) {
    return graph.part("association", name);
  }
}
