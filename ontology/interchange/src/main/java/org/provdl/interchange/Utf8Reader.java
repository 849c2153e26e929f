package org.provdl.interchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads UTF-8. What is none is an error, thrown after all that precedes it has been read, so that
 * the parser knows the place; a byte order mark is left out.
 */
final class Utf8Reader extends Reader {

  private final InputStream in;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).flip();
  private boolean atStart = true;
  private boolean atEnd;
  private @Nullable CharacterCodingException fault;

  Utf8Reader(InputStream in) {
    this.in = in;
  }

  @Override
  public int read(char[] to, int offset, int length) throws IOException {
    CharBuffer chars = CharBuffer.wrap(to, offset, length);
    while (chars.position() == offset && length > 0) {
      if (fault != null) {
        throw fault;
      }
      CoderResult result = decoder.decode(bytes, chars, atEnd);
      if (result.isError()) {
        fault = new CharacterCodingException();
      } else if (result.isUnderflow()) {
        if (atEnd) {
          break;
        }
        fill();
      }
      if (atStart && chars.position() > offset) {
        atStart = false;
        if (to[offset] == '\uFEFF') {
          System.arraycopy(to, offset + 1, to, offset, chars.position() - offset - 1);
          chars.position(chars.position() - 1);
        }
      }
    }
    int count = chars.position() - offset;
    return count == 0 && length > 0 ? -1 : count;
  }

  private void fill() throws IOException {
    bytes.compact();
    int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
    if (count < 0) {
      atEnd = true;
    } else {
      bytes.position(bytes.position() + count);
    }
    bytes.flip();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
