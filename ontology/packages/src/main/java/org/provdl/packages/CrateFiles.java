package org.provdl.packages;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.provdl.packages.FileFinder.Found;
import org.provdl.vocabulary.Prefixes;

/** Puts files into a crate, each content but once. */
final class CrateFiles {

  private final FileFinder finder;
  private final CrateTarget target;
  private final EntryNames names = new EntryNames();
  private final Map<String, Placed> bySha256 = new HashMap<>();
  private final List<String> packed = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();

  CrateFiles(FileFinder finder, CrateTarget target) {
    this.finder = finder;
    this.target = target;
  }

  /**
   * Where a file is.
   *
   * @param name in the crate; empty where it is not there
   * @param remark why it is not there; empty where it is
   */
  record Placed(Optional<String> name, String remark) {}

  Placed place(ArtifactRecord artifact) throws IOException {
    Placed placed = bySha256.get(artifact.sha256());
    if (placed == null) {
      placed = copy(artifact);
      bySha256.put(artifact.sha256(), placed);
    }
    return placed;
  }

  private Placed copy(ArtifactRecord artifact) throws IOException {
    Found found = finder.find(artifact);
    Path file = found.file();
    if (file == null) {
      missing.add(
          "%s (sha256 %s): %s".formatted(artifact.name(), artifact.sha256(), found.remark()));
      return new Placed(Optional.empty(), found.remark());
    }
    String name = names.in("data", artifact.sha256(), artifact.name());
    target.add(
        name,
        out -> {
          if (!Digests.copy(file, out).equals(artifact.sha256())) {
            throw new IOException("%s was changed while it was read".formatted(file));
          }
        });
    packed.add(name);
    return new Placed(Optional.of(name), "");
  }

  /** The name in the crate of a file that was placed. */
  Optional<String> nameOf(String sha256) {
    return Optional.ofNullable(bySha256.get(sha256)).flatMap(Placed::name);
  }

  /** Writes the graph of a run, and returns the name in the crate. */
  String provenance(RunRecord run) throws IOException {
    String name = names.in("provenance", "run-%s.trig".formatted(run.id()));
    DatasetGraph dataset = run.graph().dataset();
    target.add(
        name,
        out ->
            Txn.executeWrite(
                dataset,
                () -> {
                  Prefixes.ALL.forEach(dataset.prefixes()::add);
                  RDFDataMgr.write(out, dataset, RDFFormat.TRIG_PRETTY);
                }));
    return name;
  }

  List<String> packed() {
    return List.copyOf(packed);
  }

  List<String> missing() {
    return List.copyOf(missing);
  }
}
