package org.provdl.server;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.sparql.expr.RegexEngine;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression of Java, as ARQ uses them, which ends with its query.
 *
 * <p>Java tries all ways to match and cannot be stopped, but by the text: each character that is
 * read asks whether the query goes on. What is tried without reading is bounded by {@link
 * RegexChoices}.
 */
final class RegularExpression {

  /** That Java takes without reading, in some ten seconds. */
  private static final double MOST_STEPS = 1e10;

  private final Pattern pattern;
  private final String source;
  private final @Nullable String flags;
  private final double stepsPerCharacter;

  private RegularExpression(Pattern pattern, String source, @Nullable String flags) {
    this.pattern = pattern;
    this.source = source;
    this.flags = flags;
    this.stepsPerCharacter = (1.0 + source.length()) * RegexChoices.of(source, flags);
  }

  /**
   * Compiles one, unless it is the last one again.
   *
   * @throws org.apache.jena.sparql.expr.ExprEvalException if it is none
   */
  static RegularExpression of(
      String function, String source, @Nullable String flags, @Nullable RegularExpression last) {
    return last != null && last.source.equals(source) && Objects.equals(last.flags, flags)
        ? last
        : new RegularExpression(RegexEngine.makePattern(function, source, flags), source, flags);
  }

  /**
   * Matches a text.
   *
   * @throws QueryRefusedException if that could take for ever
   */
  Matcher matcher(String text, QueryGuard guard) {
    if (!(stepsPerCharacter * (1.0 + text.length()) <= MOST_STEPS)) {
      throw new QueryRefusedException(
          Problem.badRequest(
              "The regular expression '%s' has too many parts that match nothing. Write it more simply."
                  .formatted(source.length() <= 100 ? source : source.substring(0, 100) + "...")));
    }
    return pattern.matcher(new GuardedText(text, guard));
  }

  /** A text that ends with a query. */
  private record GuardedText(String text, QueryGuard guard) implements CharSequence {

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      guard.requireTime();
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
