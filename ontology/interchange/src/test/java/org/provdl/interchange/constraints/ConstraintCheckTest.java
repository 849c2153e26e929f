package org.provdl.interchange.constraints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a person is told, and how much of it; and what large documents cost. */
class ConstraintCheckTest {

  @Test
  void aConflictNamesTheConstraintTheValuesAndTheStatements() {
    assertThat(
            messages(
                "entity(ex:e1)",
                "wasGeneratedBy(ex:gen1; ex:e1, ex:a1, -)",
                "wasGeneratedBy(ex:gen2; ex:e1, ex:a1, T1, [ex:x = 1])"))
        .containsExactly(
            "Constraint 24 (unique-generation): identifier is ex:gen1 and ex:gen2:"
                + " wasGeneratedBy(ex:gen1; ex:e1, ex:a1, -),"
                + " wasGeneratedBy(ex:gen2; ex:e1, ex:a1, 2024-01-01T00:00:00Z)");
  }

  @Test
  void aCircleOfEventsIsToldStepByStep() {
    assertThat(
            messages(
                "wasStartedBy(ex:run, ex:trigger, -, -)",
                "wasGeneratedBy(ex:model, ex:run, -)",
                "wasDerivedFrom(ex:trigger, ex:model)"))
        .containsExactly(
            "Constraint 42 (derivation-generation-generation-ordering): the generation of ex:model"
                + " would be strictly before the generation of ex:trigger (42), that not after the"
                + " start of ex:run (43), that not after the generation of ex:model (34):"
                + " wasDerivedFrom(ex:trigger, ex:model),"
                + " wasStartedBy(ex:run, ex:trigger, -, -),"
                + " wasGeneratedBy(ex:model, ex:run, -)");
  }

  @Test
  void whatIsInferredIsToldByWhatItFollowsFrom() {
    assertThat(messages("entity(ex:x)", "wasDerivedFrom(ex:e, ex:f, ex:x, -, -)"))
        .containsExactly(
            "Constraint 55 (entity-activity-disjoint): ex:x is an entity and an activity:"
                + " entity(ex:x), wasDerivedFrom(ex:e, ex:f, ex:x, -, -)");
  }

  @Test
  void aViolationInABundleNamesItAndUsesItsPrefixes() {
    assertThat(
            messages(
                "bundle ex:run",
                "prefix in <http://example.org/in/>",
                "specializationOf(in:e, ex:e)",
                "specializationOf(ex:e, in:e)",
                "endBundle"))
        .containsExactly(
            "Constraint 52 (impossible-specialization-reflexive) in bundle ex:run: ex:e would be a"
                + " specialization of itself: specializationOf(in:e, ex:e),"
                + " specializationOf(ex:e, in:e)");
  }

  @Test
  void aStatementWithoutAMandatoryArgumentIsToldAsItIs() {
    assertThat(messages("wasInfluencedBy(ex:i; -, ex:e)"))
        .containsExactly(
            "PROV-DM section 5 (mandatory argument): influencee must be given:"
                + " wasInfluencedBy(ex:i; -, ex:e)");
  }

  @Test
  void aBlankNodeMayBeAnythingButOneThingOnly() {
    String blank = "prefix b <https://w3id.org/provdl/.well-known/genid/>";

    assertThat(
            messages(
                blank,
                "wasGeneratedBy(ex:g; ex:e, b:a, -)",
                "wasGeneratedBy(ex:g; ex:e, ex:a, -)",
                "activity(b:a)"))
        .isEmpty();
    assertThat(
            messages(
                blank,
                "wasGeneratedBy(ex:g; ex:e, b:a, -)",
                "wasGeneratedBy(ex:g; ex:e, ex:a, -)",
                "wasGeneratedBy(ex:h; ex:f, b:a, -)",
                "wasGeneratedBy(ex:h; ex:f, ex:other, -)"))
        .containsExactly(
            "Constraint 23 (key-properties): activity is ex:a and ex:other:"
                + " wasGeneratedBy(ex:h; ex:f, _:a, -),"
                + " wasGeneratedBy(ex:h; ex:f, ex:other, -)");
  }

  @Test
  void ofManyViolationsTheFirstAreKeptAndAllAreCounted() {
    Verdict verdict =
        Snippet.check(many(500, i -> "entity(ex:x" + i + ") activity(ex:x" + i + ")"));

    assertThat(verdict.count()).isEqualTo(500);
    assertThat(verdict.violations()).hasSize(Verdict.KEPT);
    assertThat(verdict.isValid()).isFalse();
  }

  @Test
  void ofALongCircleTheFirstStatementsAreTold() {
    Verdict verdict =
        Snippet.check(
            many(
                100,
                i ->
                    "entity(ex:e"
                        + i
                        + ") wasDerivedFrom(ex:e"
                        + (i + 1) % 100
                        + ", ex:e"
                        + i
                        + ")"));

    assertThat(verdict.count()).isEqualTo(1);
    List<String> statements = verdict.violations().get(0).statements();
    assertThat(statements).hasSize(11);
    assertThat(statements.get(10)).isEqualTo("... and 190 more");
  }

  @Test
  void thereIsNoVerdictBeforeTheEnd() {
    assertThatIllegalStateException()
        .isThrownBy(new ConstraintCheck()::verdict)
        .withMessageContaining("not been read to its end");
  }

  @Test
  @Timeout(60)
  void aChainOfManyDerivationsTakesSecondsAndNoStack() {
    String[] chain =
        many(
            100_000,
            i -> "entity(ex:e" + i + ") wasDerivedFrom(ex:e" + (i + 1) + ", ex:e" + i + ")");

    assertThat(Snippet.check(chain).isValid()).isTrue();
  }

  @Test
  @Timeout(60)
  void manyStatementsThatBecomeOneTakeSeconds() {
    String[] merged =
        many(
            10_000,
            i ->
                "wasGeneratedBy(ex:g"
                    + i
                    + "; ex:e"
                    + i
                    + ", -, -)"
                    + " wasGeneratedBy(ex:e"
                    + i
                    + ", ex:a, T1)"
                    + " wasGeneratedBy(ex:g"
                    + i
                    + "; ex:e"
                    + i
                    + ", ex:a, -)"
                    + " used(ex:a, ex:e"
                    + i
                    + ", -)"
                    + " wasInvalidatedBy(ex:i; ex:e, -, T1)");

    assertThat(Snippet.check(merged).isValid()).isTrue();
  }

  @Test
  @Timeout(60)
  void aLongChainOfSpecializationsIsNotClosed() {
    String[] chain =
        many(
            50_000,
            i -> "entity(ex:e" + i + ") specializationOf(ex:e" + (i + 1) + ", ex:e" + i + ")");

    assertThat(Snippet.check(chain).isValid()).isTrue();
  }

  private static String[] many(int count, IntFunction<String> statements) {
    return IntStream.range(0, count).mapToObj(statements).toArray(String[]::new);
  }

  private static List<String> messages(String... statements) {
    return Snippet.check(statements).violations().stream().map(Violation::toString).toList();
  }
}
