package org.provdl.interchange;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the characters of an XML document in the encoding that it declares (XML 1.0, appendix F).
 * What is not of the encoding is an error, where the parser of the JDK would print a line of its
 * own.
 */
final class XmlEncoding {

  private static final int LONGEST_DECLARATION = 256;
  private static final Pattern DECLARATION =
      Pattern.compile("^<\\?xml\\s[^>]*encoding\\s*=\\s*[\"']([^\"']*)[\"']");

  private XmlEncoding() {}

  static Reader reader(InputStream in) throws IOException {
    BufferedInputStream bytes = new BufferedInputStream(in, 1 << 16);
    bytes.mark(LONGEST_DECLARATION);
    byte[] start = bytes.readNBytes(LONGEST_DECLARATION);
    bytes.reset();
    if (start.length > 1 && (start[0] & start[1] & 0xFE) == 0xFE && start[0] != start[1]) {
      return decoded(bytes, StandardCharsets.UTF_16);
    }
    Matcher declaration = DECLARATION.matcher(new String(start, StandardCharsets.ISO_8859_1));
    String name = declaration.find() ? declaration.group(1) : "UTF-8";
    Charset charset;
    try {
      charset = Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new InvalidDocumentException("the encoding '" + name + "' is not known", 1, 1);
    }
    boolean utf8 =
        charset.equals(StandardCharsets.UTF_8) || charset.equals(StandardCharsets.US_ASCII);
    return utf8 ? new Utf8Reader(bytes) : decoded(bytes, charset);
  }

  private static Reader decoded(InputStream in, Charset charset) {
    return new InputStreamReader(
        in,
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }
}
