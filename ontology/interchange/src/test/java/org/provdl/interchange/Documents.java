package org.provdl.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.util.IsoMatcher;

/** Documents of tests: in memory, read, written and compared. */
final class Documents {

  static final String PREFIXES =
      """
      @prefix ex: <http://example.org/> .
      @prefix prov: <http://www.w3.org/ns/prov#> .
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
      @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
      """;

  private Documents() {}

  static DocumentSource source(byte[] bytes) {
    return new DocumentSource() {
      @Override
      public String name() {
        return "document";
      }

      @Override
      public InputStream open() {
        return new ByteArrayInputStream(bytes);
      }
    };
  }

  static DocumentSource source(String text) {
    return source(text.getBytes(StandardCharsets.UTF_8));
  }

  /** {@return a source of a beginning, then so many times the letter x, then an end} */
  static DocumentSource longSource(String beginning, long more, String end) {
    byte[] xs = "x".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
    return new DocumentSource() {
      @Override
      public String name() {
        return "long document";
      }

      @Override
      public InputStream open() throws IOException {
        List<InputStream> parts = new ArrayList<>();
        parts.add(source(beginning).open());
        for (long i = 0; i < more / xs.length; i++) {
          parts.add(new ByteArrayInputStream(xs));
        }
        parts.add(source(end).open());
        return new SequenceInputStream(Collections.enumeration(parts));
      }
    };
  }

  static DatasetGraph dataset(DocumentSource source, Syntax syntax) throws IOException {
    return new Document(source, syntax).dataset(new Losses());
  }

  static boolean same(DatasetGraph one, DatasetGraph other) {
    return IsoMatcher.isomorphic(one, other);
  }

  /** {@return what TriG with the usual prefixes says} */
  static DatasetGraph trig(String trig) throws IOException {
    return dataset(source(PREFIXES + trig), Syntax.TRIG);
  }

  /** Holds if a document says the same as one in TriG, whose prefixes are the usual ones. */
  static void assertReadAs(String document, Syntax syntax, String trig) throws IOException {
    DatasetGraph read = dataset(source(document), syntax);
    assertThat(same(read, trig(trig))).as("%s", read).isTrue();
  }

  /** {@return a document written in a syntax, nothing of it lost} */
  static byte[] written(DocumentSource source, Syntax from, Syntax to) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Losses losses = new Losses();
    new Document(source, from).write(to, out, losses);
    assertThat(losses.reasons()).isEmpty();
    return out.toByteArray();
  }

  /** {@return the one error that reading a document gives} */
  static InvalidDocumentException fault(DocumentSource source, Syntax syntax) {
    return catchThrowableOfType(
        InvalidDocumentException.class,
        () -> new Document(source, syntax).read(new Losses(), new StatementCounter()));
  }
}
