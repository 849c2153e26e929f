package org.provdl.interchange;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;
import org.jspecify.annotations.Nullable;

/**
 * Writes PROV-N. Statements and bundles are spooled, for the prefixes of their names stand before
 * them.
 */
final class ProvNWriter implements StatementStream {

  private static final int IN_MEMORY = 8 * 1024 * 1024;

  private final OutputStream out;
  private final Losses losses;
  private final Namespaces namespaces = new Namespaces(ProvNGrammar::isName);
  private final Spool statements = new Spool(IN_MEMORY);
  private final Spool bundles = new Spool(IN_MEMORY);
  private final Writer toStatements = writer(statements);
  private final Writer toBundles = writer(bundles);
  private Writer body = toStatements;

  ProvNWriter(OutputStream out, Losses losses) {
    this.out = out;
    this.losses = losses;
  }

  private static Writer writer(OutputStream out) {
    return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
  }

  @Override
  public void namespace(String prefix, String iri) {
    if (TextCharacters.isIri(iri)) {
      namespaces.declare(prefix, iri);
    }
  }

  @Override
  public void beginBundle(Node name) {
    body = toBundles;
    write(ProvNGrammar.BUNDLE + " " + name(name) + "\n");
  }

  @Override
  public void endBundle() {
    write(ProvNGrammar.END_BUNDLE + "\n");
    body = toStatements;
  }

  @Override
  public void statement(Statement statement) {
    StringBuilder line = new StringBuilder(body == toBundles ? "  " : "");
    line.append(label(statement)).append('(');
    if (statement.id() != null) {
      line.append(name(statement.id())).append(statement.kind().isElement() ? "" : "; ");
    }
    arguments(statement, line);
    attributes(statement, line);
    write(line.append(")\n").toString());
  }

  @Override
  public void finish() {
    try {
      toStatements.flush();
      toBundles.flush();
      StringBuilder head = new StringBuilder(ProvNGrammar.DOCUMENT).append('\n');
      String byDefault = namespaces.declarations().get("");
      if (byDefault != null) {
        head.append(ProvNGrammar.DEFAULT + " <").append(byDefault).append(">\n");
      }
      namespaces
          .declarations()
          .forEach(
              (prefix, iri) -> {
                if (!prefix.isEmpty() && !prefix.equals("prov") && !prefix.equals("xsd")) {
                  head.append(ProvNGrammar.PREFIX + " ").append(prefix);
                  head.append(" <").append(iri).append(">\n");
                }
              });
      out.write(head.toString().getBytes(StandardCharsets.UTF_8));
      statements.writeTo(out);
      bundles.writeTo(out);
      out.write((ProvNGrammar.END_DOCUMENT + "\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Dictionaries are of another note, and have a prefix; so has what is an extension of tools. */
  private String label(Statement statement) {
    StatementKind kind = statement.kind();
    boolean hasMore = statement.id() != null || !statement.attributes().isEmpty();
    if (kind.isQualified() || !hasMore) {
      return (kind.isOfDictionaries() ? "prov:" : "") + kind.label();
    }
    return name(ProvNGrammar.EXTENSION + kind.label());
  }

  private void arguments(Statement statement, StringBuilder line) {
    StatementKind kind = statement.kind();
    List<@Nullable Node> arguments = statement.arguments();
    int required = ProvNGrammar.required(kind);
    // Some readers fail where an association, which may, says none of its optional arguments.
    boolean isShort =
        kind == StatementKind.DERIVATION
            && arguments.subList(required, arguments.size()).stream().allMatch(a -> a == null);
    int count = isShort ? required : arguments.size();
    for (int i = 0; i < count; i++) {
      if (i > 0 || kind.isElement()) {
        line.append(", ");
      }
      Node argument = arguments.get(i);
      Argument formal = kind.arguments().get(i);
      if (argument == null && i < required) {
        losses.add(line + "-", "PROV-N has no " + kind.label() + " without " + formal.name());
      }
      line.append(argument == null ? "-" : argument(statement, formal, argument));
    }
    if (kind.hasPairs()) {
      line.append(", {");
      String separator = "";
      for (KeyEntityPair pair : statement.pairs()) {
        line.append(separator);
        String key = key(pair.key());
        if (kind == StatementKind.REMOVAL) {
          line.append(key);
        } else {
          Node entity = pair.entity();
          line.append('(').append(key).append(", ");
          line.append(entity == null ? "-" : name(entity)).append(')');
        }
        separator = ", ";
      }
      line.append('}');
    }
  }

  private String argument(Statement statement, Argument formal, Node argument) {
    if (formal.role() == Role.KEY) {
      return key(argument);
    }
    if (formal.role() == Role.TIME) {
      return time(statement, formal, argument);
    }
    if (!argument.isLiteral()) {
      return name(argument);
    }
    losses.add(statement.toString(), "the " + formal.name() + " is no name");
    return "-";
  }

  private String time(Statement statement, Argument formal, Node time) {
    if (time.isLiteral() && ProvNGrammar.isTime(time.getLiteralLexicalForm())) {
      if (!time.getLiteralDatatypeURI().equals(XSD.dateTime.getURI())) {
        losses.add(statement.toString(), "the " + formal.name() + " is written as xsd:dateTime");
      }
      return time.getLiteralLexicalForm();
    }
    losses.add(statement.toString(), "the " + formal.name() + " is no xsd:dateTime");
    return "-";
  }

  private void attributes(Statement statement, StringBuilder line) {
    String separator = ", [";
    for (Attribute attribute : statement.attributes()) {
      if (!ArgumentText.isSayable(attribute, statement, losses)) {
        continue;
      }
      line.append(separator).append(name(attribute.name())).append(" = ");
      line.append(value(attribute.value()));
      separator = ", ";
    }
    line.append(separator.equals(", ") ? "]" : "");
  }

  private String key(Node key) {
    if (key.isLiteral()
        && key.getLiteralDatatypeURI().equals(Notes.QUALIFIED_NAME)
        && key.getLiteralLexicalForm().matches("([A-Za-z][\\w-]*:)?\\w[\\w/-]*")) {
      return "'" + key.getLiteralLexicalForm() + "'";
    }
    // Some readers fail at a key whose type is not said.
    boolean isPlain = key.isLiteral() && key.getLiteralDatatypeURI().equals(XSD.xstring.getURI());
    return isPlain ? value(key) + " %% xsd:string" : value(key);
  }

  private String value(Node value) {
    if (!value.isLiteral()) {
      return "'" + name(value) + "'";
    }
    String text = string(value.getLiteralLexicalForm());
    String type = value.getLiteralDatatypeURI();
    String language = value.getLiteralLanguage();
    if (language.isEmpty()) {
      return type.equals(XSD.xstring.getURI()) ? text : text + " %% " + name(type);
    }
    if (!type.equals(RDF.langString.getURI())) {
      losses.add(value.toString(), "PROV-N says nothing of the direction of a text");
    }
    if (!ProvNGrammar.isLanguage(language)) {
      losses.add(value.toString(), "PROV-N has no such language");
      return text;
    }
    return text + "@" + language;
  }

  /** A string on several lines as such, for some readers know no other escapes than these two. */
  private String string(String text) {
    String whole = TextCharacters.whole(text, losses);
    String quotes = whole.indexOf('\n') >= 0 || whole.indexOf('\r') >= 0 ? "\"\"\"" : "\"";
    return quotes + whole.replace("\\", "\\\\").replace("\"", "\\\"") + quotes;
  }

  private String name(Node node) {
    return name(SpecialNames.iri(node));
  }

  private String name(String iri) {
    Namespaces.Name name = namespaces.name(encoded(iri));
    return ProvNGrammar.name(name.prefix(), name.local());
  }

  private String encoded(String iri) {
    return TextCharacters.encoded(iri, losses);
  }

  private void write(String text) {
    try {
      body.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
