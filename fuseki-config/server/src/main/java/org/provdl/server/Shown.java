package org.provdl.server;

import org.jspecify.annotations.Nullable;

/**
 * A term of RDF as a page shows it.
 *
 * @param note what else helps to know it by, such as its label; null for nothing
 * @param full the term in full; null if that is the text
 * @param href where it leads to; null for nowhere
 */
record Shown(String text, @Nullable String note, @Nullable String full, @Nullable String href) {

  static Shown text(String text) {
    return new Shown(text, null, null, null);
  }
}
