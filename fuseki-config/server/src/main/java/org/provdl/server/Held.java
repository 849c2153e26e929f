package org.provdl.server;

import java.util.Iterator;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIteratorWrapper;
import org.jspecify.annotations.Nullable;

/** Rows that whoever takes them keeps. */
final class Held extends QueryIteratorWrapper {

  /** Of a row, or of anything else that has an object or two, in a collection. */
  static final int ENTRY = 100;

  private static final long TERM = 50;

  private final QueryGuard guard;

  private Held(QueryIterator rows, QueryGuard guard) {
    super(rows);
    this.guard = guard;
  }

  static QueryIterator rows(QueryIterator rows, QueryGuard guard) {
    return new Held(rows, guard);
  }

  @Override
  protected Binding moveToNextBinding() {
    Binding row = super.moveToNextBinding();
    guard.hold(bytes(row));
    return row;
  }

  /** About how many a row takes. */
  static long bytes(Binding row) {
    long bytes = ENTRY;
    Iterator<Var> variables = row.vars();
    while (variables.hasNext()) {
      bytes += bytes(row.get(variables.next()));
    }
    return bytes;
  }

  static long bytes(Triple triple) {
    return 3L * ENTRY
        + bytes(triple.getSubject())
        + bytes(triple.getPredicate())
        + bytes(triple.getObject());
  }

  static long bytes(@Nullable Node term) {
    if (term == null) {
      return 0;
    }
    if (term.isLiteral()) {
      return TERM + 2L * term.getLiteralLexicalForm().length();
    }
    return TERM + (term.isURI() ? term.getURI().length() : TERM);
  }
}
