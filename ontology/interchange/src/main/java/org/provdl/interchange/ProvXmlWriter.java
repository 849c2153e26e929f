package org.provdl.interchange;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.apache.jena.graph.Node;

/**
 * Writes PROV-XML, statement by statement into a spool, for the root declares the prefixes of them
 * all.
 */
final class ProvXmlWriter implements StatementStream {

  private static final int IN_MEMORY = 4 << 20;

  private final OutputStream out;
  private final ProvXmlPrefixes prefixes = new ProvXmlPrefixes();
  private final ProvXmlText text;
  private final Spool spool = new Spool(IN_MEMORY);
  private final Writer body =
      new BufferedWriter(new OutputStreamWriter(spool, StandardCharsets.UTF_8));
  private String indent = "  ";

  ProvXmlWriter(OutputStream out, Losses losses) {
    this.out = out;
    this.text = new ProvXmlText(prefixes, losses);
  }

  @Override
  public void namespace(String prefix, String iri) {
    prefixes.declare(prefix, iri);
  }

  @Override
  public void beginBundle(Node name) {
    String id = prefixes.name(name);
    write("  <prov:bundleContent" + prefixes.takeDeclarations() + " prov:id=\"" + id + "\">\n");
    indent = "    ";
  }

  @Override
  public void endBundle() {
    write("  </prov:bundleContent>\n");
    indent = "  ";
  }

  @Override
  public void statement(Statement statement) {
    write(text.of(statement, indent));
  }

  private void write(String xml) {
    try {
      body.write(xml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void finish() {
    try {
      body.flush();
      out.write(
          ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<prov:document"
                  + prefixes.rootDeclarations()
                  + ">\n")
              .getBytes(StandardCharsets.UTF_8));
      spool.writeTo(out);
      out.write("</prov:document>\n".getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
