package org.provdl.interchange;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/** All that a document says, in memory, each statement with the bundle that it is in. */
final class Said implements StatementStream {

  record In(@Nullable Node bundle, Statement statement) {}

  final List<In> statements = new ArrayList<>();
  final List<String> namespaces = new ArrayList<>();
  final List<Node> bundles = new ArrayList<>();
  boolean finished;
  private @Nullable Node bundle;

  @Override
  public void namespace(String prefix, String iri) {
    namespaces.add(prefix + ": " + iri);
  }

  @Override
  public void beginBundle(Node name) {
    bundle = name;
    bundles.add(name);
  }

  @Override
  public void endBundle() {
    bundle = null;
  }

  @Override
  public void statement(Statement statement) {
    statements.add(new In(bundle, statement));
  }

  @Override
  public void finish() {
    finished = true;
  }

  /** Says it all to a stream. */
  void to(StatementStream stream) {
    Node in = null;
    for (In said : statements) {
      if (in != null && !in.equals(said.bundle())) {
        stream.endBundle();
      }
      if (said.bundle() != null && !said.bundle().equals(in)) {
        stream.beginBundle(said.bundle());
      }
      in = said.bundle();
      stream.statement(said.statement());
    }
    if (in != null) {
      stream.endBundle();
    }
    stream.finish();
  }

  String written(Syntax syntax, Losses losses) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    to(syntax.writer(out, losses));
    return out.toString(StandardCharsets.UTF_8);
  }

  static Said read(Syntax syntax, String text, Losses losses) throws IOException {
    return read(syntax, text.getBytes(StandardCharsets.UTF_8), losses);
  }

  static Said read(Syntax syntax, byte[] bytes, Losses losses) throws IOException {
    Said said = new Said();
    syntax.reader().read(source(bytes), losses, said);
    return said;
  }

  static DocumentSource source(byte[] bytes) {
    return new DocumentSource() {
      @Override
      public String name() {
        return "a test";
      }

      @Override
      public InputStream open() {
        return new ByteArrayInputStream(bytes);
      }
    };
  }
}
