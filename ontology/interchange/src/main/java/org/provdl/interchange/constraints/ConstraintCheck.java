package org.provdl.interchange.constraints;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import org.provdl.interchange.Statement;
import org.provdl.interchange.StatementStream;

/**
 * Decides whether a document is valid, as it is read: the document itself and each bundle alone,
 * for statements of one have no effect on another. Holds the statements of the document, without
 * their attributes, until its end, and those of a bundle until the bundle's. Used by one thread.
 */
public final class ConstraintCheck implements StatementStream {

  private final Found found = new Found();
  private final Names names = new Names();
  private final Set<Node> bundles = new HashSet<>();
  private final TimeValues times = new TimeValues();
  private final Instance document = new Instance(found, names, times, null);
  private @Nullable Names bundleNames;
  private @Nullable Instance bundle;
  private boolean finished;

  /** Creates the check of one document. */
  public ConstraintCheck() {}

  @Override
  public void namespace(String prefix, String iri) {
    (bundleNames == null ? names : bundleNames).prefix(prefix, iri);
  }

  @Override
  public void beginBundle(Node name) {
    String text = names.text(name);
    if (!bundles.add(name)) {
      found.add(
          new Violation(
              Constraint.REPEATED_BUNDLE, text, "more than one bundle has this name", List.of()));
    }
    bundleNames = names.inner();
    bundle = new Instance(found, bundleNames, times, text);
  }

  @Override
  public void endBundle() {
    if (bundle != null) {
      bundle.check();
    }
    bundle = null;
    bundleNames = null;
  }

  @Override
  public void statement(Statement statement) {
    (bundle == null ? document : bundle).add(statement);
  }

  @Override
  public void finish() {
    document.check();
    finished = true;
  }

  /**
   * The result, when the document has been read.
   *
   * @return whether it is valid, and if not, why
   * @throws IllegalStateException if the document has not ended
   */
  public Verdict verdict() {
    if (!finished) {
      throw new IllegalStateException("the document has not been read to its end");
    }
    return found.verdict();
  }
}
