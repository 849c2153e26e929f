package org.provdl.interchange;

import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.XSD;
import org.jspecify.annotations.Nullable;

/** The arguments of statements as the syntaxes of PROV-DM write them: names and times. */
final class ArgumentText {

  private ArgumentText() {}

  /**
   * An argument as text.
   *
   * @param name how a node is written as a name
   * @param losses is told where it is neither a name nor a time as it should be
   * @return the text; null where there is none
   */
  static @Nullable String of(
      Statement statement, int index, Function<Node, String> name, Losses losses) {
    Node node = statement.argument(index);
    if (node == null) {
      return null;
    }
    Argument argument = statement.kind().arguments().get(index);
    boolean time = argument.role() == Role.TIME;
    if (time ? !node.isLiteral() : !isName(node)) {
      losses.add(statement.toString(), argument.name() + (time ? " is no time" : " is no name"));
      return null;
    }
    if (!time) {
      return name.apply(node);
    }
    if (!XSD.dateTime.getURI().equals(node.getLiteralDatatypeURI())) {
      losses.add(statement.toString(), argument.name() + " is taken as an xsd:dateTime");
    }
    return node.getLiteralLexicalForm();
  }

  /** {@return whether a node can be written as a name} */
  static boolean isName(Node node) {
    return node.isURI() || node.isBlank();
  }

  /**
   * Whether an attribute has a value that can be written; if not, it is lost.
   *
   * @param losses is told what is lost
   */
  static boolean isSayable(Attribute attribute, Statement statement, Losses losses) {
    boolean sayable = attribute.value().isLiteral() || isName(attribute.value());
    if (!sayable) {
      losses.add(statement.toString(), "a triple is no value in PROV-DM");
    }
    return sayable;
  }

  /**
   * Whether a statement may say more than its arguments; if not, what it says is lost.
   *
   * @param losses is told what is lost
   */
  static boolean hasAttributes(Statement statement, Losses losses) {
    boolean may = statement.kind().isElement() || statement.kind().isQualified();
    if (!may && (statement.id() != null || !statement.attributes().isEmpty())) {
      losses.add(
          statement.toString(),
          "PROV-DM has no identifier and no attributes of " + statement.kind().label());
    }
    return may;
  }
}
