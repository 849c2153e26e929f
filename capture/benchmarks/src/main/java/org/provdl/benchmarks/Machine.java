package org.provdl.benchmarks;

/**
 * Where the results come from, as far as it matters to them.
 *
 * @param cores the processors that this process may use
 * @param jvm the Java virtual machine
 * @param operatingSystem its name, version and architecture
 */
record Machine(int cores, String jvm, String operatingSystem) {

  static Machine current() {
    return new Machine(
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
        String.join(
            " ",
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            System.getProperty("os.arch")));
  }

  @Override
  public String toString() {
    return "%d cores, %s, %s".formatted(cores, jvm, operatingSystem);
  }
}
