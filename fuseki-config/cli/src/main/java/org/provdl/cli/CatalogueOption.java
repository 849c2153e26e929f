package org.provdl.cli;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.provdl.queries.Catalogue;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Which queries there are: those of PROV-DL, and those of the user's own folders. */
final class CatalogueOption {

  /** Folders, with the separator of paths between them. */
  private static final String VARIABLE = "PROVDL_QUERIES";

  @Option(
      names = "--queries",
      paramLabel = "DIR",
      description =
          "A folder of queries of your own, besides those of PROV-DL. May be given several times; "
              + VARIABLE
              + " in the environment names folders too.")
  private List<Path> folders = List.of();

  /** What a command line says of it, whatever else is in it. */
  static CatalogueOption of(String... arguments) {
    CatalogueOption option = new CatalogueOption();
    new CommandLine(option)
        .setUnmatchedArgumentsAllowed(true)
        .parseArgs(Stream.of(arguments).filter(it -> !it.equals("--")).toArray(String[]::new));
    return option;
  }

  Catalogue catalogue() {
    return catalogue(System.getenv(VARIABLE));
  }

  /** The catalogue where the environment names those folders. */
  Catalogue catalogue(@Nullable String fromEnvironment) {
    Stream<Path> always =
        fromEnvironment == null
            ? Stream.of()
            : Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(fromEnvironment)
                .filter(folder -> !folder.isBlank())
                .map(Path::of);
    Catalogue catalogue = Catalogue.standard();
    for (Path folder : Stream.concat(always, folders.stream()).distinct().toList()) {
      catalogue = catalogue.plus(folder);
    }
    return catalogue;
  }
}
