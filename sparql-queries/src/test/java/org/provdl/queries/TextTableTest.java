package org.provdl.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTableTest {

  @Test
  void numbersAreAlignedAtTheirPointAndWhatIsNotFiniteIsMarked() {
    assertThat(TextTable.unlimited().of(column("loss", "12", "0.98765432", "NaN", "-INF", "-1.5")))
        .isEqualTo(
            """
            ╔══════════════╗
            ║         loss ║
            ╠══════════════╣
            ║    12        ║
            ║     0.987654 ║
            ║  !NaN        ║
            ║ !-INF        ║
            ║    -1.5      ║
            ╚══════════════╝
            """);
  }

  @Test
  void wideCharactersAreAligned() {
    assertThat(
            TextTable.unlimited()
                .of(texts("name", "run", "训练运行", "🚀 é", "e\u0301 👩‍🔬", "👍🏽", "🇩🇪")))
        .isEqualTo(
            """
            ╔══════════╗
            ║ name     ║
            ╠══════════╣
            ║ run      ║
            ║ 训练运行 ║
            ║ 🚀 é     ║
            ║ e\u0301 👩‍🔬     ║
            ║ 👍🏽       ║
            ║ 🇩🇪       ║
            ╚══════════╝
            """);
  }

  @Test
  void secondsAndBytesAreReadable() {
    Map<String, Node> first =
        Map.of("seconds", number("3725.4"), "heap", number("254100000"), "joules", number("1.5"));
    Map<String, Node> second = Map.of("seconds", number("59.6"), "heap", number("110000"));
    ResultTable table =
        new ResultTable(List.of("seconds", "heap", "joules"), List.of(first, second));
    assertThat(
            TextTable.unlimited()
                .describedBy(
                    List.of(
                        new Column("seconds", "", "s"),
                        new Column("heap", "", "byte"),
                        new Column("joules", "", "J")))
                .of(table))
        .isEqualTo(
            """
            ╔═══════════════════╤═══════════╤════════════╗
            ║ seconds [h:mm:ss] │ heap [MB] │ joules [J] ║
            ╠═══════════════════╪═══════════╪════════════╣
            ║           1:02:05 │     254.1 │        1.5 ║
            ║           0:01:00 │       0.1 │            ║
            ╚═══════════════════╧═══════════╧════════════╝
            """);
  }

  @Test
  void fewSecondsStayANumber() {
    assertThat(
            TextTable.unlimited()
                .describedBy(List.of(new Column("seconds", "", "s")))
                .of(column("seconds", "1.25", "599")))
        .isEqualTo(
            """
            ╔═════════════╗
            ║ seconds [s] ║
            ╠═════════════╣
            ║        1.25 ║
            ║      599    ║
            ╚═════════════╝
            """);
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 80, 120, 200})
  void aTableFitsIntoATerminal(int width) {
    ResultTable table =
        new ResultTable(
            List.of("run", "processorSeconds", "settings"),
            List.of(
                Map.of(
                    "run",
                        NodeFactory.createURI(
                            Catalogue.DEFAULT_BASE + "run/01M8EJQ1JW9H6JDB7K1BRTP8J2"),
                    "processorSeconds", number("0.125"),
                    "settings",
                        NodeFactory.createLiteralString(
                            "learningRate=0.002, 训练=运行, ".repeat(12)))));
    String text = TextTable.unlimited().within(width).of(table);
    assertThat(text.lines()).allSatisfy(line -> assertThat(DisplayWidth.of(line)).isEqualTo(width));
    assertThat(text).contains("0.125", "01M8EJQ1J");
  }

  @Test
  void shortenedNamesStayDifferent() {
    ResultTable table =
        new ResultTable(
            List.of("run", "name"),
            Stream.of("01M8EXQ0HWSZVBXDS6B366CY0R", "01M8EXQ0HWSZ0TAVECSKH5PCHD")
                .map(
                    id ->
                        Map.of(
                            "run", NodeFactory.createURI(Catalogue.DEFAULT_BASE + "run/" + id),
                            "name", NodeFactory.createLiteralString("word ".repeat(9).strip())))
                .toList());
    assertThat(TextTable.unlimited().within(45).of(table))
        .isEqualTo(
            """
            ╔════════════════╤══════════════════════════╗
            ║ run            │ name                     ║
            ╠════════════════╪══════════════════════════╣
            ║ 01M8EXQ0HWSZV… │ word word word word word ║
            ║                │ word word word word      ║
            ║ 01M8EXQ0HWSZ0… │ word word word word word ║
            ║                │ word word word word      ║
            ╚════════════════╧══════════════════════════╝
            """);
  }

  @Test
  void whatIsTooWideForATableIsListed() {
    Map<String, Node> row =
        Map.of(
            "epoch", number("3"),
            "loss", number("NaN"),
            "name", NodeFactory.createLiteralString("訓練 one two three four five six"));
    ResultTable table =
        new ResultTable(List.of("epoch", "loss", "name", "none"), List.of(row, row));
    assertThat(TextTable.unlimited().within(28).of(table))
        .isEqualTo(
            """
            ══ 1 ═══════════════════════
            epoch  3
            loss   !NaN
            name   訓練 one two three
                   four five six
            ══ 2 ═══════════════════════
            epoch  3
            loss   !NaN
            name   訓練 one two three
                   four five six
            """);
  }

  @Test
  void whatCannotBeBrokenIsShortenedAndWhatIsTooLongEnds() {
    ResultTable table = texts("text", "x".repeat(500));
    String text = TextTable.unlimited().within(20).of(table);
    assertThat(text.lines()).hasSize(12);
    assertThat(text).contains("║ " + "x".repeat(15) + "… ║");
  }

  @Test
  void withoutATerminalEachRowIsOneLine() {
    assertThat(TextTable.unlimited().of(texts("text", "word ".repeat(200).strip())).lines())
        .hasSize(5);
  }

  @Test
  void onlyWhatFailedRunsOrIsNotFiniteIsColoured() {
    String failed =
        TextTable.unlimited().inColour().of(texts("status", "failed", "running", "done"));
    assertThat(failed)
        .contains(
            "║ \u001B[31mfailed\u001B[0m  ║", "║ \u001B[34mrunning\u001B[0m ║", "║ done    ║");
    assertThat(TextTable.unlimited().inColour().of(column("loss", "INF", "1")))
        .contains("║ \u001B[31m!INF\u001B[0m ║", "║    1 ║");
  }

  @Test
  void aTableWithoutRowsHasItsHeader() {
    assertThat(TextTable.unlimited().within(10).of(texts("name")).lines()).hasSize(4);
  }

  private static ResultTable column(String name, String... numbers) {
    return new ResultTable(
        List.of(name), Stream.of(numbers).map(it -> Map.of(name, number(it))).toList());
  }

  private static ResultTable texts(String name, String... texts) {
    return new ResultTable(
        List.of(name),
        Stream.of(texts).map(it -> Map.of(name, NodeFactory.createLiteralString(it))).toList());
  }

  private static Node number(String lexical) {
    return NodeFactory.createLiteralDT(lexical, XSDDatatype.XSDdouble);
  }
}
