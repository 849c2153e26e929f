package org.provdl.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.ResultSet;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.RDFNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The questions that the ontology is there to answer, each with its answer in the examples. */
class CompetencyTest {

  private static final String ROW = "#+ ";

  private static Model all;

  @BeforeAll
  static void read() throws IOException {
    all = Examples.all().add(Ontology.withImports());
    Ontology.ALIGNMENTS.forEach(name -> all.add(Ontology.alignment(name)));
    all.setNsPrefix("run", "http://localhost:3030/provdl/run/").setNsPrefix("provdl", PROVDL.NS);
  }

  static List<Path> questions() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("competency-questions"))) {
      return files.filter(file -> file.toString().endsWith(".rq")).sorted().toList();
    }
  }

  @Test
  void thereAreQuestions() throws IOException {
    assertThat(questions()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("questions")
  void theExamplesAnswer(Path question) throws IOException {
    List<String> lines = Files.readAllLines(question);
    List<String> expected =
        lines.stream()
            .filter(line -> line.startsWith(ROW))
            .map(line -> line.substring(ROW.length()))
            .toList();

    assertThat(lines.get(0)).as("the question in words").startsWith("# ").contains("?");
    assertThat(answers(String.join("\n", lines)))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  private static List<String> answers(String query) {
    List<String> rows = new ArrayList<>();
    try (QueryExecution execution = QueryExecution.model(all).query(query).build()) {
      ResultSet results = execution.execSelect();
      results.forEachRemaining(
          row ->
              rows.add(
                  results.getResultVars().stream()
                      .map(name -> text(row.get(name)))
                      .collect(Collectors.joining(" | "))));
    }
    return rows;
  }

  private static String text(RDFNode node) {
    return node.isLiteral()
        ? node.asLiteral().getLexicalForm()
        : all.shortForm(node.asResource().getURI());
  }
}
