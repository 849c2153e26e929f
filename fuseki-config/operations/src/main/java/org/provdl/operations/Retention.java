package org.provdl.operations;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import org.provdl.store.ProvenanceStore;

/**
 * Removes runs and studies from a store, all that are meant or none, and keeps them in an archive
 * before where that is asked for.
 *
 * <p>What is running is not removed, nor is what others that stay refer to, such as the model that
 * a run was fine-tuned from: their lineage would end in nothing. Not so by force.
 */
public final class Retention {

  private final ProvenanceStore store;
  private final Choice choice;
  private final boolean force;

  /**
   * Prepares a removal.
   *
   * @param store the store, open
   * @param choice what is meant
   * @param force whether it is removed whatever stands against it
   */
  public Retention(ProvenanceStore store, Choice choice, boolean force) {
    this.store = store;
    this.choice = choice;
    this.force = force;
  }

  /**
   * Writes what would be removed, in the form of a {@link Backup}.
   *
   * @param out where to; left open
   * @return what was written
   * @throws OperationException if something stands against the removal
   */
  public Backup.Summary archive(OutputStream out) {
    require(plan());
    return store.readAtLength(
        dataset -> Backup.write(dataset, choice.graphs(dataset).iterator(), store.format(), out));
  }

  /**
   * Removes what is meant, in one transaction.
   *
   * @param archived how many quads are in the archive; empty without one. Nothing is removed when
   *     there are more by now
   * @return what was removed
   * @throws OperationException if something stands against it, or it has changed since
   * @throws org.provdl.store.StoreException if the store fails
   */
  public Backup.Summary remove(OptionalLong archived) {
    RetentionPlan plan = plan();
    require(plan);
    OptionalLong removed = OptionalLong.empty();
    if (archived.isEmpty() || archived.getAsLong() == plan.quads()) {
      removed =
          store.remove(plan.graphs(), dataset -> RetentionPlan.of(choice, dataset).equals(plan));
    }
    if (removed.isEmpty()) {
      throw new OperationException(
          "Nothing was removed, because something was added to %s meanwhile. Try again."
              .formatted(choice));
    }
    return new Backup.Summary(plan.graphs().size(), removed.getAsLong());
  }

  /**
   * Removes what is meant, after it is in a file if one is named.
   *
   * @param archive a new file; null for none
   * @return what was removed
   * @throws OperationException if something stands against it, or the file cannot be written;
   *     nothing is removed then
   * @throws org.provdl.store.StoreException if the store fails
   */
  public Backup.Summary remove(@Nullable Path archive) {
    if (archive == null) {
      return remove(OptionalLong.empty());
    }
    Backup.Summary kept = Backup.keep(this::archive, archive);
    return remove(OptionalLong.of(kept.quads()));
  }

  private RetentionPlan plan() {
    return store.read(dataset -> RetentionPlan.of(choice, dataset));
  }

  private void require(RetentionPlan plan) {
    if (plan.graphs().isEmpty()) {
      throw new OperationException(
          "There is nothing of %s. Look at the query list-runs.".formatted(choice));
    }
    if (!force && !plan.running().isEmpty()) {
      throw new OperationException(
          "Nothing was removed, because this has not ended: %s. Wait for it, or use force."
              .formatted(list(plan.running())));
    }
    if (!force && !plan.dependents().isEmpty()) {
      throw new OperationException(
          "Nothing was removed, because others depend on %s: %s. Remove those before, or use force."
              .formatted(choice, list(plan.dependents())));
    }
  }

  private static String list(Collection<Node> graphs) {
    return graphs.stream().map(Node::getURI).collect(Collectors.joining(", "));
  }
}
