package org.provdl.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.jena.riot.system.StreamRDFLib;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Documents damaged at random: each is read, or refused with one error, and what was read can be
 * written in any other syntax and read again. The environment may say for how long it goes on, by
 * FUZZ_SECONDS, and what it begins with, by FUZZ_SEED.
 */
class DamagedDocumentsTest {

  private static final List<Syntax> ALL = List.copyOf(EnumSet.allOf(Syntax.class));
  private static final int SECONDS = number("FUZZ_SECONDS", 5);
  private static final String PIECES = "\"'<>{}[]()&;:,\\/%#@^_-\u0000\u00ff\n 09aZ";

  private static int number(String variable, int standard) {
    String value = System.getenv(variable);
    return value == null ? standard : Integer.parseInt(value);
  }

  @ParameterizedTest
  @EnumSource(Syntax.class)
  void isReadOrRefused(Syntax syntax) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    EveryStatement.to(syntax.writer(whole, new Losses()));
    byte[] original = whole.toByteArray();
    SplittableRandom random = new SplittableRandom(number("FUZZ_SEED", (int) System.nanoTime()));
    long end = System.nanoTime() + SECONDS * 1_000_000_000L / ALL.size();
    int refused = 0;
    int documents = 0;
    while (System.nanoTime() < end || documents < 20) {
      SplittableRandom own = random.split();
      byte[] damaged = damaged(original, own);
      documents++;
      if (isRead(syntax, damaged)) {
        Syntax other = ALL.get(own.nextInt(ALL.size()));
        assertWrittenAndRead(syntax, damaged, other);
      } else {
        refused++;
      }
    }
    assertThat(refused).as("%d documents of %s", documents, syntax).isPositive();
  }

  private static boolean isRead(Syntax syntax, byte[] damaged) {
    try {
      new Document(Documents.source(damaged), syntax).quads(new Losses(), StreamRDFLib.sinkNull());
      return true;
    } catch (InvalidDocumentException e) {
      assertThat(e.getMessage()).isNotBlank();
      return false;
    } catch (IOException | RuntimeException | Error e) {
      throw new AssertionError(
          syntax + " is refused otherwise: " + new String(damaged, StandardCharsets.ISO_8859_1), e);
    }
  }

  private static void assertWrittenAndRead(Syntax syntax, byte[] damaged, Syntax other) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      new Document(Documents.source(damaged), syntax).write(other, out, new Losses());
      new Document(Documents.source(out.toByteArray()), other)
          .read(new Losses(), new StatementCounter());
    } catch (IOException | RuntimeException | Error e) {
      throw new AssertionError(
          "%s is not written and read as %s: %s"
              .formatted(syntax, other, new String(damaged, StandardCharsets.ISO_8859_1)),
          e);
    }
  }

  /** One to eight bytes changed, pieces left out, doubled or put elsewhere, or the end cut off. */
  private static byte[] damaged(byte[] original, SplittableRandom random) {
    byte[] damaged = original.clone();
    for (int i = random.nextInt(1, 9); i > 0; i--) {
      int at = random.nextInt(damaged.length);
      int length = random.nextInt(Math.min(64, damaged.length - at) + 1);
      switch (random.nextInt(4)) {
        case 0 -> damaged[at] = (byte) random.nextInt(256);
        case 1 -> damaged[at] = (byte) PIECES.charAt(random.nextInt(PIECES.length()));
        case 2 -> {
          int to = random.nextInt(damaged.length - length + 1);
          System.arraycopy(damaged, at, damaged, to, length);
        }
        default -> {
          if (random.nextInt(8) == 0) {
            damaged = Arrays.copyOf(damaged, at + 1);
          }
        }
      }
    }
    return damaged;
  }
}
