package org.provdl.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProvNFaultsTest {

  private static final String HEAD = "document\nprefix ex <http://example.org/>\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "entity(ex:e | line 4, column 1: expected ')', not 'e'",
        "entity(ex:e, [ex:a | line 4, column 1: expected '=', not 'e'",
        "entity(ex:e, [ex:a = x]) | line 3, column 22: expected a value, not 'x'",
        "entity(ex:e, [ex:a = \"x]) | line 3, column 22: a string that does not end",
        "entity(ex:e, [ex:a = \"x\"@1_2]) | line 3, column 27: '1' is no language",
        "entity(nope:e) | line 3, column 8: the prefix of 'nope:e' is not declared",
        "entity(e) | line 3, column 8: 'e' is neither a word of PROV-N nor a name, for no default"
            + " namespace is declared",
        "enttiy(ex:e) | line 3, column 1: 'enttiy' is neither a word of PROV-N nor a name, for no"
            + " default namespace is declared",
        "used(ex:a, ex:e, yesterday) | line 3, column 18: expected a time or '-', not 'yesterday'",
        "used(ex:a, ex:e, -, ex:x) | line 3, column 21: expected ')', for used has no more arguments",
        "wasDerivedFrom(ex:e) | line 3, column 1: wasDerivedFrom needs an argument more: usedEntity",
        "/* entity(ex:e) | line 3, column 1: a comment that does not end",
        "entity(ex:e\\a) | line 3, column 13: expected a character that a name escapes, not 'a'",
        "prefix a:b <http://x/> | line 3, column 8: expected a prefix, not 'a:b'",
        "bundle ex:b entity(ex:e) | line 4, column 1: 'endDocument' is neither a word of PROV-N nor"
            + " a name, for no default namespace is declared",
        "prefix ex <http://other/> | line 3, column 1: the prefix 'ex' stands for something else"
            + " already",
        "prefix o <http://a b/> | line 3, column 19: expected the '>' of an IRI, not ' '",
        "endDocument endDocument | line 3, column 13: expected nothing after the document, not 'e'"
      })
  void aFaultHasItsPlace(String text, String message) {
    assertThatThrownBy(() -> read(HEAD + text + "\nendDocument"))
        .isInstanceOf(InvalidDocumentException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "entity(ex:e)",
        "{}",
        "<a/>",
        "document",
        "documents endDocument",
        "\u0000",
        "endDocument",
        "document endDocument ("
      })
  void whatIsNoDocumentIsOneError(String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(InvalidDocumentException.class);
  }

  @Test
  void everyTruncationIsOneError() throws Exception {
    String text =
        HEAD
            + """
            /* c */ entity(ex:e, [ex:a = "x"@en, ex:a = \"""y\""" %% ex:t, ex:a = 'ex:b']) // d
            bundle ex:b used(ex:u; ex:a, -, 2012-03-31T09:21:00) endBundle
            prov:derivedByInsertionFrom(ex:d2, ex:d1, {("k", ex:e)}) ex:foo({1}, -)
            endDocument""";
    read(text);
    for (int end = 0; end < text.length(); end++) {
      String cut = text.substring(0, end);
      assertThatThrownBy(() -> read(cut)).isInstanceOf(InvalidDocumentException.class);
    }
  }

  @Test
  void bytesThatAreNotUtf8HaveTheirPlace() {
    byte[] latin = (HEAD + "entity(ex:\u00e9)").getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> Said.read(Syntax.PROV_N, latin, new Losses()))
        .isInstanceOf(InvalidDocumentException.class)
        .hasMessage("line 3, column 11: what follows is not UTF-8");
    byte[] wide = (HEAD + "endDocument").getBytes(StandardCharsets.UTF_16);
    assertThatThrownBy(() -> Said.read(Syntax.PROV_N, wide, new Losses()))
        .isInstanceOf(InvalidDocumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"x", "ex:x", "'ex:", "ex:foo((", "-1", "\"x\"@x", "/* "})
  void anEndlessTextIsOneErrorInBoundedMemory(String beginning) {
    String head = HEAD + (beginning.startsWith("ex:foo") ? "" : "entity(ex:e, [ex:a = ");
    DocumentSource endless =
        new DocumentSource() {
          @Override
          public String name() {
            return "endless";
          }

          @Override
          public InputStream open() {
            String last = beginning.substring(beginning.length() - 1);
            return new SequenceInputStream(
                new ByteArrayInputStream((head + beginning).getBytes(StandardCharsets.UTF_8)),
                new Repeated(last.getBytes(StandardCharsets.UTF_8)[0], 20_000_000));
          }
        };
    assertThatThrownBy(() -> Syntax.PROV_N.reader().read(endless, new Losses(), new Said()))
        .isInstanceOf(InvalidDocumentException.class);
  }

  @Test
  void aStatementOfTooManyPartsIsOneError() {
    String text = HEAD + "entity(ex:e, [" + "ex:a = 1, ".repeat(500_001) + "ex:a = 1])";
    assertThatThrownBy(() -> read(text + "endDocument"))
        .isInstanceOf(InvalidDocumentException.class)
        .hasMessageContaining("a statement of more than a million parts");
  }

  @Test
  void aFaultLeavesTheStreamUnfinished() {
    Said said = new Said();
    byte[] bytes = (HEAD + "entity(ex:e) x").getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> Syntax.PROV_N.reader().read(Said.source(bytes), new Losses(), said))
        .isInstanceOf(InvalidDocumentException.class);
    assertThat(said.statements).hasSize(1);
    assertThat(said.finished).isFalse();
  }

  private static void read(String text) throws Exception {
    Said.read(Syntax.PROV_N, text, new Losses());
  }

  /** One byte, many times. */
  private static final class Repeated extends InputStream {

    private final byte value;
    private long left;

    Repeated(byte value, long count) {
      this.value = value;
      this.left = count;
    }

    @Override
    public int read() {
      return left-- > 0 ? value : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      int count = (int) Math.min(left, length);
      if (count <= 0) {
        return -1;
      }
      Arrays.fill(bytes, offset, offset + count, value);
      left -= count;
      return count;
    }
  }
}
