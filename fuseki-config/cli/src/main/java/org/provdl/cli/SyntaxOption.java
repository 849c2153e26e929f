package org.provdl.cli;

import java.util.Arrays;
import java.util.Iterator;
import org.provdl.interchange.Syntax;
import picocli.CommandLine.ITypeConverter;

/** Syntaxes of PROV by their names. */
final class SyntaxOption implements ITypeConverter<Syntax>, Iterable<String> {

  @Override
  public Syntax convert(String name) {
    return Syntax.labelled(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'%s' is no syntax; there are %s".formatted(name, Syntax.labels())));
  }

  @Override
  public Iterator<String> iterator() {
    return Arrays.stream(Syntax.values()).map(Syntax::label).iterator();
  }
}
