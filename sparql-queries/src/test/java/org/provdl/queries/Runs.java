package org.provdl.queries;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
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
  static final String STUDY = "01JD8W0000000000000000000S";
  static final String BASE = Catalogue.DEFAULT_BASE;
  private static final Path RESOURCES = Path.of("src/test/resources/org/provdl/queries");
  private static final Catalogue CATALOGUE = Catalogue.standard();
  private static final PrefixMapping PREFIXES =
      PrefixMapping.Factory.create()
          .setNsPrefixes(PrefixMapping.Standard)
          .setNsPrefix("provdl", PROVDL.NS)
          .setNsPrefix("prov", PROV.NS)
          .lock();

  private static final Path IMPORTED =
      Path.of("../ontology/vocabulary/examples/valid/imported-run.trig");

  private Runs() {}

  static DatasetGraph none() {
    return DatasetGraphFactory.createTxnMem();
  }

  /** The stored run that the vocabulary documents. */
  static DatasetGraph training() {
    return load(Path.of("../ontology/vocabulary/examples/valid/training-run.trig"));
  }

  /** The stored study that the vocabulary documents, and that run, which was made in it. */
  static DatasetGraph study() {
    DatasetGraph dataset = training();
    add(dataset, Path.of("../ontology/vocabulary/examples/valid/study.trig"));
    return dataset;
  }

  /** The run that the vocabulary documents, and the one that trains it again. */
  static DatasetGraph reproduced() {
    DatasetGraph dataset = training();
    addReproduced(dataset);
    return dataset;
  }

  /** All of these. */
  static DatasetGraph documented() {
    DatasetGraph dataset = study();
    addReproduced(dataset);
    add(dataset, Path.of("../ontology/vocabulary/examples/valid/further-runs.trig"));
    addFineTuned(dataset);
    add(dataset, IMPORTED);
    return dataset;
  }

  /** The run that was imported from what another program recorded. */
  static DatasetGraph imported() {
    return load(IMPORTED);
  }

  /** The run that the vocabulary documents, and the one that goes on from what it reached. */
  static DatasetGraph fineTuned() {
    DatasetGraph dataset = training();
    addFineTuned(dataset);
    return dataset;
  }

  /** The documented runs and those of the test resources, each file of which has its own. */
  static DatasetGraph all() {
    DatasetGraph dataset = documented();
    try (Stream<Path> files = Files.list(RESOURCES)) {
      files.filter(file -> file.toString().endsWith(".trig")).forEach(file -> add(dataset, file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return dataset;
  }

  /** Runs of the test resources, each file of which says what it is for. */
  static DatasetGraph of(String name) {
    return load(RESOURCES.resolve(name + ".trig"));
  }

  /**
   * A run with an epoch for each array, in which a metric was measured so many times.
   *
   * @param metric such as {@code provdl:loss}
   */
  static DatasetGraph measured(
      String metric, String split, boolean higherIsBetter, double[]... epochs) {
    StringBuilder trig =
        new StringBuilder(
            "PREFIX prov: <%s> PREFIX provdl: <%s> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> BASE <%srun/measured> <> { %s provdl:higherIsBetter %s ."
                .formatted(PROV.NS, PROVDL.NS, BASE, metric, higherIsBetter));
    for (int epoch = 1; epoch <= epochs.length; epoch++) {
      trig.append("<#epoch-%d> a provdl:Epoch ; provdl:index %<d .".formatted(epoch));
      for (int i = 0; i < epochs[epoch - 1].length; i++) {
        trig.append(
            "<#value-%d-%d> a provdl:MetricValue ; provdl:metric %s ; provdl:split %s ; provdl:epoch <#epoch-%1$d> ; prov:value '%s'^^xsd:double ."
                .formatted(
                    epoch,
                    i,
                    metric,
                    split,
                    String.valueOf(epochs[epoch - 1][i]).replace("Infinity", "INF")));
      }
    }
    DatasetGraph dataset = none();
    dataset.executeWrite(
        () -> RDFParser.fromString(trig.append("}").toString(), Lang.TRIG).parse(dataset));
    return dataset;
  }

  /**
   * Runs "1" to that number, each of which goes on from the parameters that the one before reached.
   */
  static DatasetGraph chain(int length) {
    StringBuilder trig =
        new StringBuilder(
            "PREFIX prov: <%s> PREFIX provdl: <%s> BASE <%srun/>"
                .formatted(PROV.NS, PROVDL.NS, BASE));
    for (int run = 1; run <= length; run++) {
      trig.append(
          """
          <%1$d> {
            <%1$d#training> a provdl:TrainingRun ; prov:used <../parameters/%2$d> .
            <../parameters/%2$d> a provdl:Parameters ; provdl:iterationCount %2$d .
            <%1$d#state> a provdl:Checkpoint ; prov:wasGeneratedBy <%1$d#training> ; prov:wasDerivedFrom <../parameters/%2$d> .
            <../parameters/%1$d> a provdl:Parameters ; prov:wasDerivedFrom <%1$d#state> .
          }
          """
              .formatted(run, run - 1));
    }
    DatasetGraph dataset = none();
    dataset.executeWrite(() -> RDFParser.fromString(trig.toString(), Lang.TRIG).parse(dataset));
    return dataset;
  }

  /** What {@link #measured} takes where each epoch has one value. */
  static double[][] onePerEpoch(double... values) {
    return Arrays.stream(values).mapToObj(value -> new double[] {value}).toArray(double[][]::new);
  }

  /** A query of a test's own. */
  static CannedQuery file(String name, String text) {
    QuerySource source = new QuerySource(name, "", text);
    CannedQuery query = new CannedQuery(source, new Lookup(List.of()), BASE);
    QueryFile.check(source, query);
    return query;
  }

  static CannedQuery query(String name) {
    return CATALOGUE.query(name);
  }

  /** What a query answers, whether or not what it is asked about is there. */
  static ResultTable ask(BoundQuery query, DatasetGraph dataset) {
    return SparqlEndpoint.local(dataset).select(query.toQuery());
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
    add(dataset, file);
    return dataset;
  }

  private static void addReproduced(DatasetGraph dataset) {
    add(dataset, Path.of("../ontology/vocabulary/examples/valid/reproduced-run.trig"));
  }

  private static void addFineTuned(DatasetGraph dataset) {
    add(dataset, Path.of("../ontology/vocabulary/examples/valid/fine-tuned-run.trig"));
  }

  private static void add(DatasetGraph dataset, Path file) {
    dataset.executeWrite(() -> RDFDataMgr.read(dataset, file.toUri().toString()));
  }
}
