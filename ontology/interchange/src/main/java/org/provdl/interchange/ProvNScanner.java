package org.provdl.interchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads the characters of PROV-N as names, strings and signs, and knows where it is. Names take
 * more than the grammar allows, as tools write it: colons after the first, a hyphen or a digit
 * anywhere, every letter and sign beyond ASCII.
 */
final class ProvNScanner {

  private static final int END = -1;

  private final Utf8Reader in;
  private final char[] buffer = new char[1 << 13];
  private int position;
  private int limit;
  private boolean ended;
  private long line = 1;
  private long column = 1;

  ProvNScanner(InputStream in) {
    this.in = new Utf8Reader(in);
  }

  /** {@return an error at the next character} */
  InvalidDocumentException error(String message) {
    return new InvalidDocumentException(message, line, column);
  }

  /** {@return the next character that is neither space nor comment; negative at the end} */
  int peek() throws IOException {
    skipSpace();
    return peek(0);
  }

  /** Takes a sign, if it is next. */
  boolean accept(char sign) throws IOException {
    if (peek() != sign) {
      return false;
    }
    next();
    return true;
  }

  /** Takes a sign, which must be next. */
  void expect(char sign) throws IOException {
    if (!accept(sign)) {
      throw error("expected '" + sign + "', not " + found());
    }
  }

  /** Takes {@code %%}, if it is next. */
  boolean acceptDatatype() throws IOException {
    if (peek() != '%' || peek(1) != '%') {
      return false;
    }
    next();
    next();
    return true;
  }

  /**
   * Takes a name, a word or the marker.
   *
   * @param what what is expected, for the message
   */
  ProvNName name(String what) throws IOException {
    skipSpace();
    long atLine = line;
    long atColumn = column;
    StringBuilder text = new StringBuilder();
    StringBuilder local = new StringBuilder();
    String prefix = null;
    for (int c = peek(0); isOfName(c); c = peek(0)) {
      text.append(next());
      if (c == '\\') {
        if (!ProvNGrammar.isEscapable(peek(0))) {
          throw error("expected a character that a name escapes, not " + found());
        }
        text.append((char) peek(0));
        local.append(next());
      } else if (c == ':' && prefix == null) {
        prefix = local.toString();
        local.setLength(0);
      } else {
        local.append((char) c);
      }
      bound(text, "name", atLine, atColumn);
    }
    if (text.length() == 0) {
      throw error("expected " + what + ", not " + found());
    }
    return new ProvNName(prefix, local.toString(), text.toString(), atLine, atColumn);
  }

  /**
   * Takes letters, digits and the signs of numbers and times, as many as there are.
   *
   * @param what what is expected, for the message
   * @param isRight whether they are that
   */
  String number(String what, Predicate<String> isRight) throws IOException {
    skipSpace();
    long atLine = line;
    long atColumn = column;
    StringBuilder text = new StringBuilder();
    for (int c = peek(0);
        ProvNGrammar.isAsciiLetterOrDigit(c) || "+-:.".indexOf(c) >= 0;
        c = peek(0)) {
      text.append(next());
      bound(text, "number", atLine, atColumn);
    }
    if (text.length() == 0) {
      throw error("expected " + what + ", not " + found());
    }
    if (!isRight.test(text.toString())) {
      throw new InvalidDocumentException(
          "expected " + what + ", not '" + text + "'", atLine, atColumn);
    }
    return text.toString();
  }

  /** Takes what follows {@code @}, if that is next. */
  @Nullable String language() throws IOException {
    if (!accept('@')) {
      return null;
    }
    StringBuilder text = new StringBuilder();
    for (int c = peek(0); ProvNGrammar.isAsciiLetterOrDigit(c) || c == '-'; c = peek(0)) {
      text.append(next());
      bound(text, "language", line, column);
    }
    if (text.length() == 0) {
      throw error("expected a language, not " + found());
    }
    return text.toString();
  }

  /** Takes an IRI in angle brackets. */
  String iri() throws IOException {
    expect('<');
    long atLine = line;
    long atColumn = column;
    StringBuilder text = new StringBuilder();
    for (int c = peek(0); c != '>'; c = peek(0)) {
      if (c <= ' ' || "<\"{}|^`\\".indexOf(c) >= 0) {
        throw error("expected the '>' of an IRI, not " + found());
      }
      text.append(next());
      bound(text, "IRI", atLine, atColumn);
    }
    next();
    return text.toString();
  }

  /** Takes a string in one or three quotation marks. */
  String string() throws IOException {
    long atLine = line;
    long atColumn = column;
    expect('"');
    boolean isLong = peek(0) == '"' && peek(1) == '"';
    if (isLong) {
      next();
      next();
    }
    StringBuilder text = new StringBuilder();
    while (peek(0) != '"' || (isLong && (peek(1) != '"' || peek(2) != '"'))) {
      if (peek(0) == END) {
        throw new InvalidDocumentException("a string that does not end", atLine, atColumn);
      }
      char c = next();
      if (c == '\\') {
        escape(text);
      } else {
        text.append(c);
      }
      bound(text, "string", atLine, atColumn);
    }
    for (int i = 0; i < (isLong ? 3 : 1); i++) {
      next();
    }
    return text.toString();
  }

  /** Takes one of ECHAR; another backslash is one that a tool left as it was. */
  private void escape(StringBuilder text) throws IOException {
    int index = "tbnrf\"'\\".indexOf(peek(0));
    if (index >= 0) {
      next();
      text.append("\t\b\n\r\f\"'\\".charAt(index));
    } else {
      text.append('\\');
    }
  }

  /** What is next, for a message. */
  String found() throws IOException {
    int c = peek(0);
    return c == END ? "the end of the document" : "'" + (char) c + "'";
  }

  private static void bound(StringBuilder text, String what, long line, long column) {
    if (text.length() > StatementReader.MAX_TEXT) {
      throw new InvalidDocumentException(
          "a " + what + " of more than " + StatementReader.MAX_TEXT + " characters", line, column);
    }
  }

  private static boolean isOfName(int c) {
    return ProvNGrammar.isAsciiLetterOrDigit(c)
        || (c > ' ' && c < 0x7F && "_-./@~&+*?#$!%:\\".indexOf(c) >= 0)
        || (c > 0x9F && !Character.isSpaceChar(c));
  }

  private void skipSpace() throws IOException {
    while (true) {
      int c = peek(0);
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
        next();
      } else if (c == '/' && peek(1) == '/') {
        while (peek(0) != '\n' && peek(0) != '\r' && peek(0) != END) {
          next();
        }
      } else if (c == '/' && peek(1) == '*') {
        skipComment();
      } else {
        return;
      }
    }
  }

  private void skipComment() throws IOException {
    long atLine = line;
    long atColumn = column;
    next();
    next();
    while (peek(0) != '*' || peek(1) != '/') {
      if (peek(0) == END) {
        throw new InvalidDocumentException("a comment that does not end", atLine, atColumn);
      }
      next();
    }
    next();
    next();
  }

  /** Takes the next character. */
  private char next() throws IOException {
    char c = (char) peek(0);
    position++;
    if (c == '\n' || (c == '\r' && peek(0) != '\n')) {
      line++;
      column = 1;
    } else if (!Character.isLowSurrogate(c)) {
      column++;
    }
    return c;
  }

  /** The character so far ahead. */
  private int peek(int ahead) throws IOException {
    while (position + ahead >= limit && !ended) {
      System.arraycopy(buffer, position, buffer, 0, limit - position);
      limit -= position;
      position = 0;
      int read;
      try {
        read = in.read(buffer, limit, buffer.length - limit);
      } catch (CharacterCodingException e) {
        throw error("what follows is not UTF-8");
      }
      ended = read < 0;
      limit += Math.max(0, read);
    }
    return position + ahead < limit ? buffer[position + ahead] : END;
  }
}
