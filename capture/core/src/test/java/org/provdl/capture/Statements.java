package org.provdl.capture;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.util.FmtUtils;
import org.provdl.vocabulary.PROV;
import org.provdl.vocabulary.PROVDL;

/** What the graph of the first run says of its parts, as texts. */
record Statements(DatasetGraph dataset) {

  private static final String RUN = Capture.DEFAULT_BASE + "run/run-1#";
  private static final PrefixMapping PREFIXES =
      PrefixMapping.Factory.create()
          .setNsPrefixes(PrefixMapping.Standard)
          .setNsPrefix("prov", PROV.NS)
          .setNsPrefix("provdl", PROVDL.NS)
          .setNsPrefix("dcterms", "http://purl.org/dc/terms/")
          .setNsPrefix("", RUN)
          .lock();

  /** Predicate and object of each statement, with an own part as {@code :name}. */
  List<String> of(String part) {
    return Iter.asStream(dataset.find(null, NodeFactory.createURI(RUN + part), null, null))
        .map(quad -> text(quad.getPredicate()) + " " + text(quad.getObject()))
        .collect(Collectors.toList());
  }

  /** The object of the statement with a predicate. */
  String of(String part, Node predicate) {
    return text(
        dataset.find(null, NodeFactory.createURI(RUN + part), predicate, null).next().getObject());
  }

  private static String text(Node node) {
    return FmtUtils.stringForNode(node, PREFIXES);
  }
}
