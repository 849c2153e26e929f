package org.provdl.queries;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.provdl.vocabulary.PROV;
import org.provdl.vocabulary.PROVDL;

/** The runs that the tests ask about, and their answers in a form that is easy to compare. */
final class Runs {
  static final String ADA = "01JD8X0000000000000000000A";
  static final String BASE = Catalogue.DEFAULT_BASE;
  private static final Catalogue CATALOGUE = Catalogue.standard();
  private static final PrefixMapping PREFIXES =
      PrefixMapping.Factory.create()
          .setNsPrefixes(PrefixMapping.Standard)
          .setNsPrefix("provdl", PROVDL.NS)
          .setNsPrefix("prov", PROV.NS)
          .lock();

  private Runs() {}

  static DatasetGraph none() {
    return DatasetGraphFactory.createTxnMem();
  }

  /** The stored run that the vocabulary documents. */
  static DatasetGraph training() {
    return load(Path.of("../ontology/vocabulary/examples/valid/training-run.trig"));
  }

  /** The run that the vocabulary documents, and the one that trains it again. */
  static DatasetGraph reproduced() {
    DatasetGraph dataset = training();
    add(Path.of("../ontology/vocabulary/examples/valid/reproduced-run.trig"), dataset);
    return dataset;
  }

  /** Runs of the test resources, each file of which says what it is for. */
  static DatasetGraph of(String name) {
    return load(Path.of("src/test/resources/org/provdl/queries", name + ".trig"));
  }

  static CannedQuery query(String name) {
    return CATALOGUE.query(name);
  }

  /** The rows as Turtle terms relative to the base, between bars; an absent term is empty. */
  static List<String> rows(ResultTable table) {
    return table.rows().stream()
        .map(
            row ->
                table.columns().stream()
                    .map(column -> row.containsKey(column) ? turtle(row.get(column)) : "")
                    .collect(Collectors.joining(" | ")))
        .toList();
  }

  private static String turtle(Node term) {
    return NodeFmtLib.str(term, PrefixMapFactory.create(PREFIXES)).replace("<" + BASE, "<");
  }

  private static DatasetGraph load(Path file) {
    DatasetGraph dataset = none();
    add(file, dataset);
    return dataset;
  }

  private static void add(Path file, DatasetGraph dataset) {
    dataset.executeWrite(() -> RDFDataMgr.read(dataset, file.toUri().toString()));
  }
}
