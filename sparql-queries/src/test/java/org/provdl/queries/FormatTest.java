package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatTest {
  private static final Node RUN = NodeFactory.createURI(Catalogue.DEFAULT_BASE + "run/A1");
  private static final ResultTable TABLE =
      new ResultTable(
          List.of("run", "name", "value"),
          List.of(
              Map.of(
                  "run", RUN,
                  "name", NodeFactory.createLiteralString("a, \"b\" „é“"),
                  "value", NodeFactory.createLiteralDT("0.98765432", XSDDatatype.XSDdouble)),
              Map.of(
                  "run", RUN, "value", NodeFactory.createLiteralDT("12", XSDDatatype.XSDinteger))));

  @Test
  void aTableHasBordersShortNamesAndTheNumberOfRows() {
    assertThat(write(Format.TABLE, TABLE))
        .isEqualTo(
            """
            ╔═════╤════════════╤═══════════╗
            ║ run │ name       │     value ║
            ╠═════╪════════════╪═══════════╣
            ║ A1  │ a, "b" „é“ │  0.987654 ║
            ║ A1  │            │ 12        ║
            ╚═════╧════════════╧═══════════╝
            2 rows
            """);
  }

  @Test
  void aTableWithoutRowsSaysSo() {
    assertThat(write(Format.TABLE, new ResultTable(List.of("run"), List.of())))
        .isEqualTo("no rows\n");
  }

  @Test
  void aTableOfOneRowCountsOneRow() {
    assertThat(write(Format.TABLE, new ResultTable(List.of("run"), List.of(Map.of("run", RUN)))))
        .endsWith("╝\n1 row\n");
  }

  @Test
  void aLongCellIsWrapped() {
    String text = "word ".repeat(40).strip();
    ResultTable table =
        new ResultTable(
            List.of("text"), List.of(Map.of("text", NodeFactory.createLiteralString(text))));
    assertThat(write(Format.TABLE, table).lines())
        .hasSize(8)
        .allSatisfy(line -> assertThat(line).hasSizeLessThan(80));
  }

  @Test
  void theNameOfAnArtifactStaysOnOneLine() {
    String name = "sha256-" + "a".repeat(64);
    Node artifact = NodeFactory.createURI(Catalogue.DEFAULT_BASE + "artifact/" + name);
    ResultTable table = new ResultTable(List.of("what"), List.of(Map.of("what", artifact)));
    assertThat(write(Format.TABLE, table)).contains("║ " + name + " ║");
  }

  @Test
  void csvFollowsItsRecommendation() {
    assertThat(Format.CSV.mediaType()).isEqualTo("text/csv");
    assertThat(write(Format.CSV, TABLE).split("\r\n"))
        .containsExactly(
            "run,name,value",
            "http://localhost:3030/provdl/run/A1,\"a, \"\"b\"\" „é“\",0.98765432",
            "http://localhost:3030/provdl/run/A1,,12");
  }

  @Test
  void jsonHoldsTheTermsInFull() {
    assertThat(Format.JSON.mediaType()).isEqualTo("application/sparql-results+json");
    assertThat(write(Format.JSON, TABLE).replaceAll("\\s+", " "))
        .contains("\"vars\": [ \"run\" , \"name\" , \"value\" ]")
        .contains("\"type\": \"uri\" , \"value\": \"http://localhost:3030/provdl/run/A1\"")
        .contains(
            "\"datatype\": \"http://www.w3.org/2001/XMLSchema#double\" , \"value\": \"0.98765432\"");
  }

  @Test
  void markdownEscapesWhatItWouldTakeForMarkup() {
    ResultTable table =
        new ResultTable(
            List.of("text", "n"),
            List.of(
                Map.of(
                    "text", NodeFactory.createLiteralString("a|b *c* <script>\n[x](y) `z`"),
                    "n", NodeFactory.createLiteralByValue(1))));
    assertThat(write(Format.MARKDOWN, table))
        .isEqualTo(
            """
            | text | n |
            | --- | ---: |
            | a\\|b \\*c\\* \\<script\\> \\[x\\]\\(y\\) \\`z\\` | 1 |
            """);
  }

  @Test
  void htmlEscapesWhatItWouldTakeForMarkupAndHintsAtTheWholeTerm() {
    ResultTable table =
        new ResultTable(
            List.of("run", "name", "value"),
            List.of(
                Map.of(
                    "run", RUN,
                    "name", NodeFactory.createLiteralString("</td><script>\"'&"),
                    "value", NodeFactory.createLiteralDT("0.98765432", XSDDatatype.XSDdouble)),
                Map.of("run", RUN)));
    assertThat(write(Format.HTML, table))
        .isEqualTo(
            """
            <table>
            <thead>
            <tr><th>run</th><th>name</th><th class="number">value</th></tr>
            </thead>
            <tbody>
            <tr><td title="http://localhost:3030/provdl/run/A1">A1</td><td>&lt;/td&gt;&lt;script&gt;&quot;&#39;&amp;</td><td class="number" title="0.98765432">0.987654</td></tr>
            <tr><td title="http://localhost:3030/provdl/run/A1">A1</td><td></td><td></td></tr>
            </tbody>
            </table>
            """);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          https://w3id.org/provdl#accuracy,           accuracy
          http://www.w3.org/ns/prov#Person,           prov:Person
          http://localhost:3030/provdl/run/A1,        A1
          http://localhost:3030/provdl/run/A1#epoch-3, epoch-3
          http://example.org/a/b/,                    b
          http://example.org/,                        example.org
          urn:isbn:0451450523,                        0451450523
          """)
  void anIriIsShownByItsLastPart(String iri, String shown) {
    assertThat(CellText.of(NodeFactory.createURI(iri))).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          0.1,                   0.1
          0.10000000000000001,   0.1
          1e-3,                  0.001
          -123456.789,           -123457
          1234567,               1234570
          0.00000012345678,      1.23457E-7
          6.02214076e23,         6.02214E+23
          0,                     0
          -0.0,                  0
          NaN,                   NaN
          INF,                   INF
          -INF,                  -INF
          ' 0.5 ',               0.5
          1e99999999999,         1e99999999999
          1e-2147483647,         1E-2147483647
          """)
  void aDoubleIsShownWithSixDigits(String lexical, String shown) {
    assertThat(CellText.of(NodeFactory.createLiteralDT(lexical, XSDDatatype.XSDdouble)))
        .isEqualTo(shown);
  }

  @Test
  void anIntegerIsShownInFull() {
    assertThat(CellText.of(NodeFactory.createLiteralDT("1234567890", XSDDatatype.XSDinteger)))
        .isEqualTo("1234567890");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          2026-01-05T10:00:00Z,            2026-01-05 10:00:00Z
          2026-01-05T10:00:00.123456789Z,  2026-01-05 10:00:00Z
          2026-01-05T10:00:00+01:00,       2026-01-05 10:00:00+01:00
          2026-01-05T10:00:00,             2026-01-05 10:00:00
          """)
  void aTimeIsShownToTheSecond(String lexical, String shown) {
    assertThat(CellText.of(NodeFactory.createLiteralDT(lexical, XSDDatatype.XSDdateTime)))
        .isEqualTo(shown);
  }

  @Test
  void aTerminalIsNotSentControlCharacters() {
    assertThat(CellText.of(NodeFactory.createLiteralString("a\u001B[2Jb\nc\u0007")))
        .isEqualTo("a\\u001B[2Jb c\\u0007");
    assertThat(CellText.of(NodeFactory.createLiteralString("a\u202Eb"))).isEqualTo("a\\u202Eb");
  }

  private static String write(Format format, ResultTable table) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    format.write(table, out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
