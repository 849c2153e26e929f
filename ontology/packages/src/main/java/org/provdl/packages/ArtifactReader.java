package org.provdl.packages;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.jspecify.annotations.Nullable;
import org.provdl.vocabulary.PROV;
import org.provdl.vocabulary.PROVDL;

/** Reads what a run says of files. */
final class ArtifactReader {

  private static final String DIGEST = "[0-9a-f]{64}";
  private static final Comparator<ArtifactRecord> LATEST_FIRST =
      Comparator.comparing(
              ArtifactRecord::generated, Comparator.nullsLast(Comparator.<Instant>reverseOrder()))
          .thenComparing(ArtifactRecord::iri);

  private final RunGraph graph;

  ArtifactReader(RunGraph graph) {
    this.graph = graph;
  }

  /** The latest first. What has no place and no size is no file, and no hash is none. */
  List<ArtifactRecord> files() {
    return Stream.of(PROVDL.Dataset, PROVDL.Checkpoint, PROVDL.ImportedModel)
        .flatMap(type -> graph.instances(type).stream())
        .distinct()
        .flatMap(node -> file(node).stream())
        .sorted(LATEST_FIRST)
        .toList();
  }

  private Optional<ArtifactRecord> file(Node node) {
    List<String> locations =
        graph.objects(node, PROVDL.location).stream()
            .filter(Node::isLiteral)
            .map(Node::getLiteralLexicalForm)
            .toList();
    Long size = size(node);
    return size == null && locations.isEmpty()
        ? Optional.empty()
        : graph
            .text(node, PROVDL.sha256)
            .filter(sha256 -> sha256.matches(DIGEST))
            .map(sha256 -> file(node, sha256, size, locations));
  }

  private ArtifactRecord file(
      Node node, String sha256, @Nullable Long size, List<String> locations) {
    boolean generated = !graph.objects(node, PROV.wasGeneratedBy).isEmpty();
    return new ArtifactRecord(
        node.toString(),
        graph.text(node, RDFS.label).orElse("sha256-" + sha256),
        kind(node),
        sha256,
        graph.text(node, PROVDL.parametersSha256).orElse(null),
        size,
        locations,
        generated,
        generated && graph.isA(node, PROVDL.Checkpoint),
        Values.instant(generatedText(node)));
  }

  private String generatedText(Node node) {
    return graph.text(node, PROV.generatedAtTime).orElse("");
  }

  private String kind(Node node) {
    return graph.objects(node, RDF.type).stream()
        .filter(type -> type.isURI() && type.getURI().startsWith(PROVDL.NS))
        .map(type -> type.getURI().substring(PROVDL.NS.length()))
        .max(Comparator.naturalOrder())
        .orElse("Entity");
  }

  private @Nullable Long size(Node node) {
    return graph
        .text(node, PROVDL.sizeInBytes)
        .filter(text -> text.matches("[0-9]{1,18}"))
        .map(Long::valueOf)
        .orElse(null);
  }
}
