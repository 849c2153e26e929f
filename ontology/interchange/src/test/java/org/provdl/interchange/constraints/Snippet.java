package org.provdl.interchange.constraints;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.provdl.interchange.Document;
import org.provdl.interchange.DocumentSource;
import org.provdl.interchange.Losses;
import org.provdl.interchange.StatementStream;
import org.provdl.interchange.Syntax;

/** Reads statements in PROV-N, in which {@code ex:} is declared and {@code T1} is a time. */
final class Snippet {

  private Snippet() {}

  static Verdict check(String... statements) {
    ConstraintCheck check = new ConstraintCheck();
    read(check, statements);
    return check.verdict();
  }

  static void read(StatementStream to, String... statements) {
    String text =
        "document\nprefix ex <http://example.org/>\n"
            + String.join("\n", statements).replaceAll("\\bT(\\d)\\b", "2024-01-0$1T00:00:00Z")
            + "\nendDocument";
    DocumentSource source =
        new DocumentSource() {
          @Override
          public String name() {
            return "snippet";
          }

          @Override
          public InputStream open() {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
          }
        };
    try {
      new Document(source, Syntax.PROV_N).read(new Losses(), to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
