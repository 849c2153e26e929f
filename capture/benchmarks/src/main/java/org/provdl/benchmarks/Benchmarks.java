package org.provdl.benchmarks;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command line: runs one benchmark, prints its rows and writes them. */
@Command(
    name = "run",
    description = "Measures what capture costs.",
    mixinStandardHelpOptions = true)
public final class Benchmarks implements Callable<Integer> {

  /** The benchmarks by the name on the command line. */
  enum Name {
    OVERHEAD,
    EVENT,
    DELIVERY,
    DISK,
    QUERIES,
    READERS;

    Benchmark benchmark() {
      return benchmark(ChosenStores.USUAL);
    }

    Benchmark benchmark(ChosenStores stores) {
      return switch (this) {
        case OVERHEAD -> new OverheadBenchmark();
        case EVENT -> new EventBenchmark();
        case DELIVERY -> new DeliveryBenchmark();
        case DISK -> new DiskBenchmark();
        case QUERIES -> new QueryBenchmark(stores);
        case READERS -> new ReadersBenchmark(stores);
      };
    }
  }

  @Parameters(paramLabel = "BENCHMARK", description = "One of ${COMPLETION-CANDIDATES}.")
  private Name name = Name.OVERHEAD;

  @Option(
      names = "--scale",
      description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Scale scale = Scale.FULL;

  @Option(names = "--json", paramLabel = "FILE", description = "Appends the rows to a file.")
  private @Nullable Path json;

  @Option(
      names = "--directory",
      description = "Where files lie meanwhile; its disk matters (default: ${DEFAULT-VALUE}).")
  private Path directory = Path.of("target");

  @Option(
      names = "--runs",
      paramLabel = "N",
      split = ",",
      description =
          "Of queries and readers: how many runs there are; several numbers for one after the other.")
  private @Nullable List<Integer> runs;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "Of queries and readers: how many epochs the longest runs have.")
  private int epochs;

  @Option(
      names = "--store",
      paramLabel = "DIR",
      description =
          "Of queries and readers: where the stores are kept, each in a folder named by its runs.")
  private @Nullable Path stores;

  private Benchmarks() {}

  /**
   * Runs the command and exits with its code.
   *
   * @param arguments the command line
   */
  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new Benchmarks())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    Machine machine = Machine.current();
    List<Row> rows;
    try (Workplace workplace = Workplace.in(directory)) {
      rows = name.benchmark(new ChosenStores(runs, epochs, stores)).run(scale, workplace);
    }
    TextTable.write(machine, rows, new PrintStream(System.out, true, StandardCharsets.UTF_8));
    if (json != null) {
      JsonRows.append(machine, rows, json);
    }
    return 0;
  }
}
