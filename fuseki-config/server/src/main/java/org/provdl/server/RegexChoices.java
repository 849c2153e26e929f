package org.provdl.server;

import org.jspecify.annotations.Nullable;

/**
 * In how many ways a regular expression can match nothing, which Java may all try between two
 * characters: {@code (a*|b*)} has two, {@code (a*|b*)(a*|b*)} four, and thirty of them more than
 * can ever be tried. Never too few; what it does not understand has infinitely many.
 */
final class RegexChoices {

  private static final int DEEPEST = 200;

  /** Escapes that read no character. */
  private static final String BOUNDARIES = "bBAGzZ";

  private final String pattern;
  private final boolean comments;
  private int at;
  private int depth;

  private RegexChoices(String pattern, boolean comments) {
    this.pattern = pattern;
    this.comments = comments;
  }

  /**
   * The ways.
   *
   * @param pattern one that Java has compiled
   * @param flags of SPARQL
   */
  static double of(String pattern, @Nullable String flags) {
    if (flags != null && flags.contains("q")) {
      return 1;
    }
    try {
      RegexChoices choices =
          new RegexChoices(withoutQuotes(pattern), flags != null && flags.contains("x"));
      Ways ways = choices.alternatives();
      return choices.atEnd() ? ways.count() : Double.POSITIVE_INFINITY;
    } catch (NotUnderstood another) {
      return Double.POSITIVE_INFINITY;
    }
  }

  /**
   * The ways of a part.
   *
   * @param count how many, also of what comes before or after a character in it
   * @param nothing whether the whole of it can match nothing
   */
  private record Ways(double count, boolean nothing) {

    static final Ways CHARACTER = new Ways(1, false);
    static final Ways NOTHING = new Ways(1, true);

    Ways then(Ways next) {
      return new Ways(count * next.count, nothing && next.nothing);
    }

    /** Repeated so many times at least. */
    Ways repeated(long least) {
      return new Ways(
          nothing ? Math.pow(count + 1, least + 1.0) : count * count, nothing || least == 0);
    }
  }

  private static final class NotUnderstood extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /** As Java begins: each character between \Q and \E is a character. */
  private static String withoutQuotes(String pattern) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char sign = pattern.charAt(i);
      if (sign != '\\' || i + 1 == pattern.length()) {
        plain.append(sign);
      } else if (pattern.charAt(i + 1) != 'Q') {
        plain.append(sign).append(pattern.charAt(++i));
      } else {
        int end = pattern.indexOf("\\E", i + 2);
        int quoted = (end < 0 ? pattern.length() : end) - i - 2;
        plain.append("a".repeat(quoted));
        i += quoted + 3;
      }
    }
    return plain.toString();
  }

  private boolean atEnd() {
    while (comments && at < pattern.length() && isSpace(pattern.charAt(at))) {
      at++;
    }
    return at >= pattern.length();
  }

  private static boolean isSpace(char sign) {
    return sign == ' ' || (sign >= '\t' && sign <= '\r');
  }

  private char peek() throws NotUnderstood {
    char sign = atEnd() ? '\0' : pattern.charAt(at);
    if (comments && sign == '#') {
      throw new NotUnderstood();
    }
    return sign;
  }

  private boolean accept(char expected) throws NotUnderstood {
    boolean accepted = !atEnd() && peek() == expected;
    if (accepted) {
      at++;
    }
    return accepted;
  }

  private Ways alternatives() throws NotUnderstood {
    if (++depth > DEEPEST) {
      throw new NotUnderstood();
    }
    double nothing = 0;
    double most = 0;
    do {
      Ways branch = sequence();
      if (branch.nothing()) {
        nothing += branch.count();
      } else {
        most = Math.max(most, branch.count());
      }
    } while (accept('|'));
    depth--;
    return new Ways(nothing + most, nothing > 0);
  }

  private Ways sequence() throws NotUnderstood {
    Ways ways = Ways.NOTHING;
    while (!atEnd() && peek() != '|' && peek() != ')') {
      ways = ways.then(quantified(atom()));
    }
    return ways;
  }

  private Ways quantified(Ways atom) throws NotUnderstood {
    Ways ways = atom;
    while (true) {
      if (accept('?') || accept('*')) {
        ways = ways.repeated(0);
      } else if (accept('+')) {
        ways = ways.repeated(1);
      } else if (!atEnd() && peek() == '{') {
        at++;
        ways = ways.repeated(number());
        while (!atEnd() && !accept('}')) {
          at++;
        }
      } else {
        return ways;
      }
    }
  }

  private long number() {
    long number = 0;
    while (!atEnd() && Character.isDigit(pattern.charAt(at)) && number < Integer.MAX_VALUE) {
      number = 10 * number + Character.digit(pattern.charAt(at++), 10);
    }
    return number;
  }

  private Ways atom() throws NotUnderstood {
    char sign = peek();
    at++;
    return switch (sign) {
      case '(' -> group();
      case '[' -> set();
      case '\\' -> escape();
      case '^', '$' -> Ways.NOTHING;
      default -> Ways.CHARACTER;
    };
  }

  private Ways group() throws NotUnderstood {
    boolean looks = false;
    if (accept('?')) {
      char kind = peek();
      at++;
      if (kind == '<' && (peek() == '=' || peek() == '!')) {
        at++;
        looks = true;
      } else if (kind == '<') {
        skipTo('>');
      } else if (kind == '=' || kind == '!') {
        looks = true;
      } else if (kind != ':' && kind != '>') {
        at--;
        if (flags()) {
          return Ways.NOTHING;
        }
      }
    }
    Ways ways = alternatives();
    if (!accept(')')) {
      throw new NotUnderstood();
    }
    return looks ? new Ways(ways.count(), true) : ways;
  }

  /** Such as {@code (?i)}, for the rest, or {@code (?i:}, for the group. */
  private boolean flags() throws NotUnderstood {
    while (!atEnd()) {
      char flag = pattern.charAt(at++);
      if (flag == ')' || flag == ':') {
        return flag == ')';
      }
      if ("imsuU-".indexOf(flag) < 0) {
        throw new NotUnderstood(); // such as x, which changes what the rest means
      }
    }
    throw new NotUnderstood();
  }

  private Ways set() throws NotUnderstood {
    accept('^');
    if (peek() == ']') {
      throw new NotUnderstood();
    }
    for (int open = 1; open > 0; ) {
      if (atEnd()) {
        throw new NotUnderstood();
      }
      char sign = peek();
      at++;
      if (sign == '\\') {
        at++;
      } else if (sign == '[') {
        open++;
        accept('^');
        if (peek() == ']') {
          throw new NotUnderstood();
        }
      } else if (sign == ']') {
        open--;
      }
    }
    return Ways.CHARACTER;
  }

  private Ways escape() throws NotUnderstood {
    if (at >= pattern.length()) {
      throw new NotUnderstood();
    }
    char sign = pattern.charAt(at++);
    if (BOUNDARIES.indexOf(sign) >= 0) {
      if (sign == 'b' && pattern.startsWith("{g}", at)) {
        at += 3;
      }
      return Ways.NOTHING;
    }
    if (sign == 'k') {
      skipTo('>');
      return Ways.NOTHING;
    }
    if (sign >= '1' && sign <= '9') {
      number();
      return Ways.NOTHING;
    }
    if (sign == 'c') {
      at++;
    }
    return Ways.CHARACTER;
  }

  private void skipTo(char last) throws NotUnderstood {
    int found = pattern.indexOf(last, at);
    if (found < 0) {
      throw new NotUnderstood();
    }
    at = found + 1;
  }
}
