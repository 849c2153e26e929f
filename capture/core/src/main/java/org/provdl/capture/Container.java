package org.provdl.capture;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a process is confined by: a container, or only the limits of a control group.
 *
 * @param runtime the software that made the container: {@code docker}, {@code podman}, {@code
 *     kubernetes} or what else it calls itself; null where there are only limits
 * @param processorLimit how many processors the process may keep busy, 1.5 for one and a half; null
 *     where there is no limit
 * @param memoryLimitInBytes how much memory it may have; null where there is no limit
 */
public record Container(
    @Nullable String runtime, @Nullable Double processorLimit, @Nullable Long memoryLimitInBytes) {

  /**
   * Looks for the marks that containers leave, and for the limits of control groups.
   *
   * @param root the root of the file system
   * @param variables the environment variables
   * @return null where neither is found
   */
  static @Nullable Container detect(Path root, Map<String, String> variables) {
    String runtime = new ContainerMarks(root, variables).runtime();
    ControlGroups groups = new ControlGroups(root);
    Double processors = groups.processorLimit();
    Long memory = groups.memoryLimit();
    return runtime == null && processors == null && memory == null
        ? null
        : new Container(runtime, processors, memory);
  }
}
