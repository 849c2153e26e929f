package org.provdl.capture;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/** Quads on their way to the sink, bounded in number and in text. Not thread-safe. */
final class QuadBatch {

  /** Measured: larger ones hardly write faster, smaller ones do slower. */
  private static final int MAX_QUADS = 100_000;

  /** A commit costs as much as some thousand quads, which is little beside so many. */
  private static final int LARGE = 20_000;

  /** Characters of long literals. A server may refuse a larger request. */
  private static final long MAX_TEXT = 8 << 20;

  private static final int SHORT_TEXT = 256;

  private final List<Quad> quads = new ArrayList<>();
  private long text;

  void addAll(List<Quad> added) {
    quads.addAll(added);
    for (Quad quad : added) {
      Node object = quad.getObject();
      if (object.isLiteral() && object.getLiteralLexicalForm().length() > SHORT_TEXT) {
        text += object.getLiteralLexicalForm().length();
      }
    }
  }

  boolean isEmpty() {
    return quads.isEmpty();
  }

  /** Whether a write of its own is worth it. */
  boolean isLarge() {
    return quads.size() >= LARGE || isFull();
  }

  boolean isFull() {
    return quads.size() >= MAX_QUADS || text >= MAX_TEXT;
  }

  /** All of them; the batch is empty afterwards. */
  List<Quad> take() {
    List<Quad> taken = List.copyOf(quads);
    quads.clear();
    text = 0;
    return taken;
  }
}
