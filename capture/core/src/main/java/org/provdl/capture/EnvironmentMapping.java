package org.provdl.capture;

import java.util.List;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import org.provdl.vocabulary.PROV;
import org.provdl.vocabulary.PROVDL;

/** Maps what the machine, the process, its class path and the backend are like. */
final class EnvironmentMapping {

  private final RunGraph graph;

  EnvironmentMapping(RunGraph graph) {
    this.graph = graph;
  }

  void map(Environment environment) {
    map(environment.processor());
    map(environment.container());
    map(environment.process());
    ClassPath classPath = environment.classPath();
    if (classPath != null && !classPath.libraries().isEmpty()) {
      map(classPath);
    }
  }

  void map(Backend backend) {
    Description machine =
        machine()
            .with(PROVDL.blasVendor, backend.blasVendor())
            .with(PROVDL.blasThreadCount, backend.blasThreadCount())
            .with(PROVDL.threadCount, backend.threadCount())
            .with(PROVDL.defaultDataType, backend.dataType());
    for (int number = 0; number < backend.devices().size(); number++) {
      Backend.Device device = backend.devices().get(number);
      machine.with(
          PROVDL.hasDevice,
          graph
              .describe(graph.part("device", number), PROVDL.ComputeDevice, PROV.Agent)
              .label(device.name())
              .with(PROVDL.index, (long) number)
              .with(PROVDL.memoryInBytes, device.memoryInBytes())
              .with(PROVDL.computeCapability, device.computeCapability())
              .node());
    }
  }

  private void map(@Nullable Processor processor) {
    if (processor != null) {
      machine()
          .with(PROVDL.processorModel, processor.model())
          .with(PROVDL.processorVendor, processor.vendor())
          .with(PROVDL.coreCount, (long) processor.coreCount())
          .with(PROVDL.hardwareThreadCount, (long) processor.hardwareThreadCount());
    }
  }

  private void map(@Nullable Container container) {
    if (container != null) {
      machine()
          .with(PROVDL.containerRuntime, container.runtime())
          .with(PROVDL.processorLimit, container.processorLimit())
          .with(PROVDL.memoryLimitInBytes, container.memoryLimitInBytes());
    }
  }

  private void map(@Nullable JavaProcess process) {
    if (process != null) {
      machine()
          .with(PROVDL.virtualMachine, process.virtualMachine())
          .with(PROVDL.virtualMachineVendor, process.vendor());
      new Description(graph, graph.training())
          .with(PROVDL.virtualMachineOptions, line(process.options()))
          .with(PROVDL.commandLine, line(process.commandLine()));
    }
  }

  /**
   * One entity that all runs of the same class path share, with one list: an entity for each of its
   * libraries would be several times the quads of all else in a run.
   */
  private void map(ClassPath classPath) {
    Node entity = graph.shared("artifact", "sha256-" + classPath.sha256());
    graph
        .describe(entity, PROVDL.ClassPath, PROV.Collection, PROV.Entity)
        .label("class path of " + classPath.libraries().size())
        .with(PROVDL.sha256, classPath.sha256())
        .with(PROVDL.libraries, LibraryList.of(classPath));
    graph.use(graph.training(), entity, PROVDL.libraryRole, graph.part("usage", "classPath"));
  }

  private Description machine() {
    return new Description(graph, graph.part("machine"));
  }

  private static @Nullable String line(List<String> arguments) {
    return arguments.isEmpty() ? null : String.join(" ", arguments);
  }
}
