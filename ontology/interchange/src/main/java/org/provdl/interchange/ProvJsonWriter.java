package org.provdl.interchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/**
 * Writes PROV-JSON, which groups statements by bundle, kind and identifier: so they are sorted
 * first, in bounded memory. All prefixes are declared by the document, before all else.
 */
final class ProvJsonWriter implements StatementStream {

  private static final long IN_MEMORY = 16L << 20;
  private static final char AFTER = '\u0001';

  private final OutputStream out;
  private final Namespaces namespaces = new Namespaces(LocalNames::isPlain);
  private final ProvJsonObjects objects;
  private final SortedSpool spool = new SortedSpool(IN_MEMORY);
  private String bundle = "";
  private long unnamed;

  ProvJsonWriter(OutputStream out, Losses losses) {
    this.out = out;
    this.objects = new ProvJsonObjects(namespaces, losses);
  }

  @Override
  public void namespace(String prefix, String iri) {
    if (!prefix.isEmpty() && !prefix.equals("default")) {
      namespaces.declare(prefix, iri);
    }
  }

  @Override
  public void beginBundle(Node name) {
    bundle = ProvJsonObjects.text(namespaces.name(name));
    add("", "", "");
  }

  @Override
  public void endBundle() {
    bundle = "";
  }

  @Override
  public void statement(Statement statement) {
    try {
      String object = objects.object(statement);
      Node id = ProvJsonObjects.hasId(statement) ? statement.id() : null;
      // Those without a name keep their order; no name begins as they do.
      String name =
          id == null
              ? String.format("_:%019d", unnamed++)
              : ProvJsonObjects.text(namespaces.name(id));
      add(statement.kind().label(), name, object);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String kind, String name, String object) {
    try {
      spool.add(bundle + AFTER + kind + AFTER + name, object);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void finish() {
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.setPrettyPrinter(
          new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
      json.writeStartObject();
      json.writeObjectFieldStart("prefix");
      for (Map.Entry<String, String> prefix : namespaces.declarations().entrySet()) {
        json.writeStringField(prefix.getKey(), prefix.getValue());
      }
      json.writeEndObject();
      Groups groups = new Groups(json);
      spool.forEach(groups::take);
      groups.end();
      json.writeEndObject();
      spool.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes sorted statements, each group as one object. */
  private static final class Groups {

    private final JsonGenerator json;
    private String bundle = "";
    private String kind = "";
    private @Nullable String name;
    private @Nullable String object;
    private boolean array;
    private long unnamed;

    Groups(JsonGenerator json) {
      this.json = json;
    }

    void take(SortedSpool.Entry entry) throws IOException {
      String[] key = entry.key().split(String.valueOf(AFTER), -1);
      if (!key[0].equals(bundle)) {
        endKind();
        if (bundle.isEmpty()) {
          json.writeObjectFieldStart("bundle");
        } else {
          json.writeEndObject();
        }
        bundle = key[0];
        json.writeObjectFieldStart(bundle);
      }
      if (key[1].isEmpty()) {
        return;
      }
      if (!key[1].equals(kind)) {
        endKind();
        kind = key[1];
        json.writeObjectFieldStart(kind);
      }
      String text = entry.value();
      if (key[2].equals(name)) {
        if (!array) {
          json.writeStartArray();
          array = true;
        }
        json.writeRawValue(object);
        object = text;
      } else {
        endName();
        name = key[2];
        object = text;
        json.writeFieldName(name.startsWith("_:") ? "_:id" + ++unnamed : name);
      }
    }

    void end() throws IOException {
      endKind();
      if (!bundle.isEmpty()) {
        json.writeEndObject();
        json.writeEndObject();
      }
    }

    private void endKind() throws IOException {
      endName();
      if (!kind.isEmpty()) {
        json.writeEndObject();
        kind = "";
      }
    }

    private void endName() throws IOException {
      if (object != null) {
        json.writeRawValue(object);
        if (array) {
          json.writeEndArray();
        }
      }
      name = null;
      object = null;
      array = false;
    }
  }
}
