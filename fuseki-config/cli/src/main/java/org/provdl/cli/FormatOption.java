package org.provdl.cli;

import java.util.Iterator;
import java.util.Locale;
import java.util.stream.Stream;
import org.provdl.queries.Format;
import picocli.CommandLine.Option;

/** How a result is printed. */
final class FormatOption {

  @Option(
      names = "--format",
      completionCandidates = Names.class,
      description = "${COMPLETION-CANDIDATES} (default: table).")
  private Format value = Format.TABLE;

  Format value() {
    return value;
  }

  /** As people write them. */
  static final class Names implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
      return Stream.of(Format.values())
          .map(format -> format.name().toLowerCase(Locale.ROOT))
          .iterator();
    }
  }
}
