package org.provdl.interchange.constraints;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** On documents of chance, the check decides as the procedure of the specification does. */
class RandomDocumentsTest {

  private static final int DOCUMENTS = 300;

  /** The kinds with what may stand in their places: e, a and g are elements, t is a time. */
  private static final List<String> KINDS =
      List.of(
          "entity e",
          "activity a t t",
          "agent g",
          "wasGeneratedBy ? e a? t",
          "wasGeneratedBy ? e a? t",
          "used ? a e? t",
          "wasInformedBy ? a a",
          "wasStartedBy ? a e? a? t",
          "wasStartedBy ? a e? a? t",
          "wasEndedBy ? a e? a? t",
          "wasInvalidatedBy ? e a? t",
          "wasDerivedFrom ? e e - - -",
          "wasDerivedFrom - e e a ? ?",
          "wasAttributedTo ? e g",
          "wasAssociatedWith ? a g? e?",
          "actedOnBehalfOf ? g g a?",
          "specializationOf - e e",
          "wasInfluencedBy ? e e");

  @Test
  void aDocumentIsValidWhereTheProcedureOfTheSpecificationSaysSo() {
    int valid = 0;
    for (int seed = 0; seed < DOCUMENTS; seed++) {
      List<List<String>> statements = statements(new Random(seed));
      String[] text = statements.stream().map(RandomDocumentsTest::text).toArray(String[]::new);

      Verdict verdict = Snippet.check(text);

      assertThat(verdict.isValid())
          .as("%s%n%s", String.join("\n", text), verdict)
          .isEqualTo(LiteralChase.isValid(statements));
      valid += verdict.isValid() ? 1 : 0;
    }
    assertThat(valid).as("documents of both sorts").isBetween(DOCUMENTS / 5, DOCUMENTS * 4 / 5);
  }

  private static List<List<String>> statements(Random random) {
    return IntStream.range(0, 5 + random.nextInt(12)).mapToObj(i -> statement(random)).toList();
  }

  private static List<String> statement(Random random) {
    String[] kind = KINDS.get(random.nextInt(KINDS.size())).split(" ");
    List<String> statement = new ArrayList<>(List.of(kind[0]));
    for (int i = 1; i < kind.length; i++) {
      boolean isSaid =
          switch (kind[i]) {
            case "?" -> random.nextInt(3) > 0;
            case "t" -> random.nextInt(8) == 0;
            case "-" -> false;
            default -> !kind[i].endsWith("?") || random.nextBoolean();
          };
      statement.add(isSaid ? term(kind, i, random) : "-");
    }
    return statement;
  }

  private static String term(String[] kind, int place, Random random) {
    int number = random.nextInt(5);
    return switch (kind[place].charAt(0)) {
      case '?' -> {
        // An identifier is mostly of one kind; the two last of a derivation are of a generation
        // and a usage.
        String of = place == 5 ? "wasGeneratedBy" : place == 6 ? "used" : kind[0];
        yield "ex:" + (random.nextInt(30) == 0 ? "id" : of) + number;
      }
      case 't' -> "2024-01-0" + (1 + number % 2) + "T00:00:00Z";
      default -> "ex:" + (random.nextInt(60) == 0 ? 'e' : kind[place].charAt(0)) + number;
    };
  }

  private static String text(List<String> statement) {
    String kind = statement.get(0);
    List<String> terms = statement.subList(1, statement.size());
    if (terms.get(0).equals("-") || List.of("entity", "activity", "agent").contains(kind)) {
      int from = terms.get(0).equals("-") ? 1 : 0;
      return kind + "(" + String.join(", ", terms.subList(from, terms.size())) + ")";
    }
    return kind
        + "("
        + terms.get(0)
        + "; "
        + String.join(", ", terms.subList(1, terms.size()))
        + ")";
  }
}
