package org.provdl.capture;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/** Quads on their way to the sink, bounded in number and in size. Not thread-safe. */
final class QuadBatch {

  /** Measured: larger ones hardly write faster, smaller ones do slower. */
  static final int MAX_QUADS = 100_000;

  /** A commit costs as much as some thousand quads, which is little beside so many. */
  private static final int LARGE = 20_000;

  /**
   * Bytes of text. Our server takes requests of up to twice that, which leaves room for characters
   * that must be escaped.
   */
  static final long MAX_BYTES = 16L << 20;

  /** Bytes of a quad beside its terms: punctuation, and the datatype of a literal. */
  private static final int SYNTAX = 64;

  private final List<Quad> quads = new ArrayList<>();
  private long bytes;

  void add(Quad quad) {
    quads.add(quad);
    bytes +=
        SYNTAX + bytes(quad.getSubject()) + bytes(quad.getPredicate()) + bytes(quad.getObject());
  }

  void addAll(List<Quad> added) {
    added.forEach(this::add);
  }

  boolean isEmpty() {
    return quads.isEmpty();
  }

  /** Whether a write of its own is worth it. */
  boolean isLarge() {
    return quads.size() >= LARGE || isFull();
  }

  boolean isFull() {
    return quads.size() >= MAX_QUADS || bytes >= MAX_BYTES;
  }

  /** All of them; the batch is empty afterwards. */
  List<Quad> take() {
    List<Quad> taken = List.copyOf(quads);
    quads.clear();
    bytes = 0;
    return taken;
  }

  /** At least the bytes in UTF-8, without writing them. */
  private static long bytes(Node term) {
    String text = term.isLiteral() ? term.getLiteralLexicalForm() : term.getURI();
    long bytes = text.length();
    for (int i = 0; i < text.length(); i++) {
      bytes += text.charAt(i) < 0x80 ? 0 : text.charAt(i) < 0x800 ? 1 : 2;
    }
    return bytes;
  }
}
