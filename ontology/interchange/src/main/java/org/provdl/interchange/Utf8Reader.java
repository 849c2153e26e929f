package org.provdl.interchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/**
 * Reads UTF-8 and nothing else: bytes that are not are an error, which comes after all characters
 * before them, so that its place is known.
 */
final class Utf8Reader extends Reader {

  private final InputStream in;
  private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
  private final ByteBuffer bytes = ByteBuffer.allocate(1 << 14).flip();
  private boolean ended;
  private boolean malformed;

  Utf8Reader(InputStream in) {
    this.in = in;
  }

  @Override
  public int read(char[] characters, int offset, int length) throws IOException {
    CharBuffer out = CharBuffer.wrap(characters, offset, length);
    int start = out.position();
    while (true) {
      if (malformed) {
        throw new CharacterCodingException();
      }
      malformed = decoder.decode(bytes, out, ended).isError();
      if (out.position() > start) {
        return out.position() - start;
      }
      if (!malformed) {
        if (ended) {
          return -1;
        }
        bytes.compact();
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = read < 0;
        bytes.position(bytes.position() + Math.max(0, read)).flip();
      }
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
