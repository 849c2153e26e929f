package org.provdl.interchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;
import org.jspecify.annotations.Nullable;

/**
 * Writes PROV-JSONLD. Statements and bundles are spooled, for the prefixes of their names stand
 * before them, where readers that stream need them.
 */
final class ProvJsonLdWriter implements StatementStream {

  private static final int IN_MEMORY = 8 * 1024 * 1024;
  private static final JsonFactory FACTORY = new JsonFactory();

  private final OutputStream out;
  private final Losses losses;
  private final Namespaces namespaces = new Namespaces(ProvJsonLdWriter::isName);
  private final Spool document = new Spool(IN_MEMORY);
  private final Spool bundle = new Spool(IN_MEMORY);
  private final JsonGenerator toDocument = generator(document);
  private final Set<String> ofBundle = new TreeSet<>();
  private JsonGenerator body = toDocument;
  private @Nullable Node bundleName;

  ProvJsonLdWriter(OutputStream out, Losses losses) {
    this.out = out;
    this.losses = losses;
  }

  private static JsonGenerator generator(OutputStream out) {
    try {
      JsonGenerator generator =
          FACTORY.createGenerator(
              new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
      generator.setPrettyPrinter(new MinimalPrettyPrinter(",\n"));
      return generator;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether it is a name for JSON-LD, and for tools that escape names as PROV-N does. */
  private static boolean isName(String prefix, String local) {
    return !prefix.isEmpty() && LocalNames.isPlain(local) && !local.startsWith("//");
  }

  @Override
  public void namespace(String prefix, String iri) {
    boolean isFree = !ProvJsonLdTerms.isWord(prefix);
    if (!prefix.isEmpty() && TextCharacters.isIri(iri) && isFree) {
      namespaces.declare(prefix, iri);
    }
  }

  @Override
  public void beginBundle(Node name) {
    bundleName = name;
    ofBundle.clear();
    body = generator(bundle);
  }

  /** A bundle has a context of its own, for some readers know no prefix from outside of it. */
  @Override
  public void endBundle() {
    write(
        () -> {
          body.flush();
          String name = bundleName == null ? "" : name(bundleName);
          Map<String, String> prefixes = new LinkedHashMap<>(namespaces.declarations());
          prefixes.keySet().retainAll(ofBundle);
          StringWriter head = new StringWriter();
          JsonGenerator json = FACTORY.createGenerator(head);
          json.writeStartObject();
          json.writeStringField("@type", ProvJsonLdTerms.BUNDLE);
          json.writeStringField("@id", name);
          json.writeFieldName("@context");
          context(prefixes, json);
          json.writeFieldName("@graph");
          json.writeRawValue("[");
          json.flush();
          toDocument.writeRawValue(head.toString());
          toDocument.flush();
          bundle.writeTo(document);
          document.write("]}".getBytes(StandardCharsets.UTF_8));
          body = toDocument;
        });
  }

  @Override
  public void statement(Statement statement) {
    Optional<String> className = ProvJsonLdTerms.className(statement.kind());
    if (className.isEmpty()) {
      losses.add(statement.toString(), "PROV-JSONLD has no " + statement.kind().label());
      return;
    }
    write(
        () -> {
          body.writeStartObject();
          body.writeStringField("@type", className.get());
          if (statement.id() != null) {
            body.writeStringField("@id", name(statement.id()));
          }
          arguments(statement);
          attributes(statement);
          body.writeEndObject();
        });
  }

  @Override
  public void finish() {
    write(
        () -> {
          toDocument.flush();
          StringWriter context = new StringWriter();
          JsonGenerator json = FACTORY.createGenerator(context);
          context(namespaces.declarations(), json);
          json.flush();
          write("{\"@context\":" + context + ",\n\"@graph\":[\n");
          document.writeTo(out);
          write("\n]}\n");
          out.flush();
        });
  }

  private static void context(Map<String, String> prefixes, JsonGenerator json) throws IOException {
    json.writeStartArray();
    json.writeStartObject();
    for (Map.Entry<String, String> prefix : prefixes.entrySet()) {
      json.writeStringField(prefix.getKey(), prefix.getValue());
    }
    json.writeEndObject();
    json.writeString(ProvJsonLdTerms.CONTEXT);
    json.writeEndArray();
  }

  private void write(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private void arguments(Statement statement) throws IOException {
    for (int i = 0; i < statement.arguments().size(); i++) {
      Argument argument = statement.kind().arguments().get(i);
      String text = ArgumentText.of(statement, i, this::name, losses);
      if (text == null) {
        continue;
      }
      if (argument.role() == Role.TIME && !ProvNGrammar.isTime(text)) {
        losses.add(statement.toString(), "the " + argument.name() + " is no xsd:dateTime");
      } else if (statement.kind() == StatementKind.MEMBERSHIP && i == 1) {
        body.writeArrayFieldStart(argument.name());
        body.writeString(text);
        body.writeEndArray();
      } else {
        body.writeStringField(argument.name(), text);
      }
    }
  }

  private void attributes(Statement statement) throws IOException {
    Map<Node, List<Node>> values = new LinkedHashMap<>();
    for (Attribute attribute : statement.attributes()) {
      if (ArgumentText.isSayable(attribute, statement, losses)) {
        values.computeIfAbsent(attribute.name(), name -> new ArrayList<>()).add(attribute.value());
      }
    }
    for (Map.Entry<Node, List<Node>> attribute : values.entrySet()) {
      Node name = attribute.getKey();
      body.writeArrayFieldStart(
          ProvJsonLdTerms.word(name, statement.kind()).orElseGet(() -> name(name)));
      for (Node value : attribute.getValue()) {
        value(value, ProvJsonLdTerms.OF_NAMES.contains(name));
      }
      body.writeEndArray();
    }
  }

  /** Elsewhere than in attributes of names, a bare string is a text for readers of JSON-LD. */
  private void value(Node value, boolean isOfNames) throws IOException {
    if (!value.isLiteral() && isOfNames) {
      body.writeString(name(value));
      return;
    }
    body.writeStartObject();
    if (value.isLiteral()) {
      String datatype = value.getLiteralDatatypeURI();
      String language = value.getLiteralLanguage();
      body.writeStringField("@value", TextCharacters.whole(value.getLiteralLexicalForm(), losses));
      if (!language.isEmpty()) {
        body.writeStringField("@language", language);
        if (!datatype.equals(RDF.langString.getURI())) {
          losses.add(value.toString(), "PROV-JSONLD says nothing of the direction of a text");
        }
      } else if (!datatype.equals(XSD.xstring.getURI())) {
        body.writeStringField("@type", name(datatype));
      }
    } else {
      body.writeStringField("@value", name(value));
      body.writeStringField("@type", name(Notes.QUALIFIED_NAME));
    }
    body.writeEndObject();
  }

  private String name(Node node) {
    return name(SpecialNames.iri(node));
  }

  private String name(String iri) {
    Namespaces.Name name = namespaces.name(TextCharacters.encoded(iri, losses));
    ofBundle.add(name.prefix());
    return name.prefix() + ":" + name.local();
  }

  private void write(Output output) {
    try {
      output.write();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes something. */
  @FunctionalInterface
  private interface Output {

    void write() throws IOException;
  }
}
