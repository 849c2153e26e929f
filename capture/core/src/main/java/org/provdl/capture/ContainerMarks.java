package org.provdl.capture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The marks that the makers of containers leave in them; no one standard says which. */
record ContainerMarks(Path root, Map<String, String> variables) {

  private static final Map<String, String> CONTROL_GROUPS =
      Map.of("kubepods", "kubernetes", "docker", "docker", "libpod", "podman", "lxc", "lxc");

  @Nullable String runtime() {
    if (variables.containsKey("KUBERNETES_SERVICE_HOST")) {
      return "kubernetes";
    }
    if (Files.exists(root.resolve("run/.containerenv"))) {
      return "podman";
    }
    if (Files.exists(root.resolve(".dockerenv"))) {
      return "docker";
    }
    String variable = variables.get("container"); // systemd's interface for containers
    if (variable != null && !variable.isBlank()) {
      return variable;
    }
    return SystemFile.lines(root.resolve("run/systemd/container")).stream()
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElseGet(this::ofControlGroup);
  }

  private @Nullable String ofControlGroup() {
    List<String> groups = SystemFile.lines(root.resolve("proc/1/cgroup"));
    return CONTROL_GROUPS.entrySet().stream()
        .filter(mark -> groups.stream().anyMatch(line -> line.contains(mark.getKey())))
        .map(Map.Entry::getValue)
        .sorted() // of a pod of Docker containers, too, one and the same
        .reduce((first, last) -> last)
        .orElse(null);
  }
}
