package org.provdl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RegexChoicesTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "loss, 1",
        "^https?://([a-z]+\\.)?example\\.org/, 1",
        "adam|sgd|rmsprop|adagrad, 1",
        "([0-9]{1;3}\\.){3}[0-9]{1;3}, 1",
        "(\\w+;){0;1000}, 1",
        "(.*)*x\\1$, 2",
        "(a*|b*), 2",
        "(?:a*|b*)(?:a*|b*)(?:|), 8",
        "(?=a*|b*)(?!|)(?<=|)(?<n>a|)(?i)(?i:|)(?>|), 64",
        "(a*|)|(b|), 4",
        "(a?){3}, 16",
        "((|)x)+, 4",
        "(\\b|\\11)(\\k<n>|$)\\Q(|)\\E[(|)](\\(||)\\p{L}, 12"
      })
  void countsTheWaysToMatchNothing(String pattern, double ways) {
    assertThat(RegexChoices.of(pattern.replace(';', ','), null)).isEqualTo(ways);
  }

  @ParameterizedTest
  @ValueSource(strings = {"(?x)a # (", "(?d)a", "[]a]", "[^]a]", "[a[]b]]", "(?"})
  void whatIsNotUnderstoodHasInfinitelyMany(String pattern) {
    assertThat(RegexChoices.of(pattern, null)).isInfinite();
  }

  @Test
  void depthIsBounded() {
    assertThat(RegexChoices.of("(".repeat(100_000) + ")".repeat(100_000), null)).isInfinite();
  }

  @Test
  void flagsCount() {
    assertThat(RegexChoices.of("(|)(|)", "q")).isEqualTo(1);
    assertThat(RegexChoices.of("( a* | b* ) ?", "x")).isEqualTo(3);
    assertThat(RegexChoices.of("a # (|)", "x")).isInfinite();
  }

  /** Java is done at once with whatever has few ways: nothing is tried without being counted. */
  @Test
  @Timeout(20)
  void nothingThatIsCountedAsLittleTakesLong() {
    String[] parts = {
      "a", "b", "(", "(", "(?:", "(?=", "(?!", ")", ")", "|", "|", "*", "+", "?", "{2}", "{0,9}",
      "{99}", "^", "$", "\\1", "\\b", ".", "[ab]", "[^a", "]", "\\Q(", "\\E", "\\(", "(?i)", " "
    };
    Random random = new Random(42);
    int matched = 0;
    for (int i = 0; i < 100_000; i++) {
      StringBuilder pattern = new StringBuilder();
      for (int length = random.nextInt(30); length > 0; length--) {
        pattern.append(parts[random.nextInt(parts.length)]);
      }
      String flags = random.nextBoolean() ? "x" : null;
      matched += isMatched(pattern.toString(), flags) ? 1 : 0;
    }

    assertThat(matched).isGreaterThan(5_000);
  }

  private static boolean isMatched(String pattern, @Nullable String flags) {
    Pattern compiled;
    try {
      compiled = Pattern.compile(pattern, flags == null ? 0 : Pattern.COMMENTS);
    } catch (PatternSyntaxException none) {
      return false;
    }
    if (RegexChoices.of(pattern, flags) > 1_000) {
      return false;
    }
    try {
      compiled.matcher(new ShortText()).find();
      return true;
    } catch (IllegalStateException read) {
      return true;
    }
  }

  /** Which is read for a while only. */
  private static final class ShortText implements CharSequence {

    private int reads = 1_000;

    @Override
    public int length() {
      return 3;
    }

    @Override
    public char charAt(int index) {
      if (reads-- == 0) {
        throw new IllegalStateException();
      }
      return "aab".charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return "aab".substring(start, end);
    }
  }
}
