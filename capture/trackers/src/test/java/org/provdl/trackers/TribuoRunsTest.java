package org.provdl.trackers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.util.IsoMatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.provdl.capture.Split;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.linear.LogisticRegressionTrainer;
import org.tribuo.data.csv.CSVLoader;

/** A model that Tribuo trains here. */
class TribuoRunsTest {

  @TempDir private Path directory;

  @Test
  void whatTheModelSaysOfItsTrainingAnswersTheQuestions() throws IOException {
    Path csv =
        Files.writeString(
            directory.resolve("points.csv"), "x,y,class\n0,0,a\n0,1,a\n5,5,b\n5,6,b\n");
    MutableDataset<Label> data =
        new MutableDataset<>(new CSVLoader<>(new LabelFactory()).loadDataSource(csv, "class"));
    Model<Label> model = new LogisticRegressionTrainer().train(data);
    TrackedRuns source =
        TribuoRuns.of(model.getProvenance())
            .named("points")
            .inExperiment("tribuo")
            .evaluated(Split.TEST, Map.of("accuracy", 0.75));
    Imported imported = Imported.of(source);

    assertThat(imported.report().problems()).isEmpty();
    assertThat(imported.ask("list-runs", Map.of(), "name", "experiment", "status"))
        .containsExactly("points | tribuo | completed");
    assertThat(imported.ask("best-runs", Map.of(), "name", "value"))
        .containsExactly("points | 0.75e0");
    assertThat(
            imported.ask("hyperparameters", Map.of("run", imported.run("points")), "name", "value"))
        .contains("epochs | 5", "trainer | LogisticRegressionTrainer");
    assertThat(
            imported.ask(
                "run-data", Map.of("run", imported.run("points")), "split", "source", "data"))
        .containsExactly(
            "training | points.csv | artifact/sha256-" + RecordHash.file(csv).sha256());

    DatasetGraph again = DatasetGraphFactory.createTxnMem();
    Imported.into(again, source);
    Imported.into(again, source);
    assertThat(IsoMatcher.isomorphic(again, imported.dataset())).isTrue();
  }
}
