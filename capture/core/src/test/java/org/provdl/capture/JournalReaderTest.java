package org.provdl.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reader gives what was written up to the first damage, says where that is, and no more. */
class JournalReaderTest {

  private static final int EVENTS = 40;
  private static final Random RANDOM = new Random(7);

  private final EventFormat format = new EventFormat();
  private final List<Event> told = new ArrayList<>();

  /** Where the header ends, and each event. */
  private final List<Integer> ends = new ArrayList<>();

  private byte[] sound;

  @BeforeEach
  void write(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("run.journal");
    JournalHeader header =
        new JournalHeader("0.1", "http://example.org/", "run", "memory:", DocumentKind.RUN);
    try (Journal journal = new Journal(file, Journal.Opening.NEW_FILE, format.encode(header))) {
      ends.add(journal.pendingLength());
      for (int i = 0; i < EVENTS; i++) {
        Event event =
            new Event.MetricMeasured(
                Instant.EPOCH.plusSeconds(i), "m".repeat(i * 10), i, Split.TEST);
        told.add(event);
        journal.append(format.encode(event));
        ends.add(journal.pendingLength());
      }
      journal.sync();
    }
    sound = Files.readAllBytes(file);
  }

  @Test
  void aSoundJournalIsReadToItsEnd() throws IOException {
    try (JournalReader reader = open(sound)) {
      assertThat(events(reader)).isEqualTo(told);
      assertThat(reader.damage()).isNull();
      assertThat(reader.position()).isEqualTo(sound.length);
      assertThat(reader.header().run()).isEqualTo("run");
    }
  }

  @Test
  void aJournalCutAnywhereGivesWhatIsWhole() throws IOException {
    for (int length = 0; length < sound.length; length += 7) {
      assertPrefix(Arrays.copyOf(sound, length), length);
    }
  }

  @Test
  void flippedBitsAnywhereAreFound() throws IOException {
    for (int position = 0; position < sound.length; position++) {
      byte[] damaged = sound.clone();
      damaged[position] ^= (byte) (1 << RANDOM.nextInt(8));
      assertPrefix(damaged, position);
    }
  }

  @Test
  void overwrittenPartsAreFound() throws IOException {
    for (int round = 0; round < 500; round++) {
      byte[] damaged = sound.clone();
      int position = RANDOM.nextInt(sound.length);
      byte[] noise = new byte[Math.min(1 + RANDOM.nextInt(200), sound.length - position)];
      if (round % 2 == 0) {
        RANDOM.nextBytes(noise); // else zeros, as a file system leaves them after a power cut
      }
      System.arraycopy(noise, 0, damaged, position, noise.length);
      int changed = Arrays.mismatch(sound, damaged);
      if (changed >= 0) {
        assertPrefix(damaged, changed);
      }
    }
  }

  @Test
  void aRecordThatIsMissingOrDoubledIsFound() throws IOException {
    int start = ends.get(10);
    int end = ends.get(11);
    byte[] missing = Arrays.copyOf(sound, sound.length - (end - start));
    System.arraycopy(sound, end, missing, start, sound.length - end);
    assertPrefix(missing, start);

    byte[] doubled = Arrays.copyOf(sound, sound.length + (end - start));
    System.arraycopy(sound, start, doubled, end, sound.length - start);
    assertPrefix(doubled, end);
  }

  @Test
  void aNewerFormatIsLeftToANewerVersion() {
    byte[] newer = sound.clone();
    newer["PROV-DL journal ".length()] = '2';
    assertThatThrownBy(() -> open(newer))
        .isInstanceOf(JournalException.class)
        .hasMessageContaining("newer PROV-DL");
  }

  /** All before the record that is damaged is read, and nothing else. */
  private void assertPrefix(byte[] bytes, int damagedAt) throws IOException {
    try (JournalReader reader = open(bytes)) {
      List<Event> whole =
          told.subList(0, (int) ends.stream().filter(end -> end <= damagedAt).count() - 1);
      assertThat(events(reader)).isEqualTo(whole);
      assertThat(reader.position()).isEqualTo((long) ends.get(whole.size()));
      assertThat(reader.damage() == null).isEqualTo(bytes.length == reader.position());
      assertThat(reader.next()).isNull();
    } catch (JournalException | IOException refused) {
      assertThat(damagedAt).as("%s", refused).isLessThan(ends.get(0));
    }
  }

  private JournalReader open(byte[] bytes) throws IOException {
    return new JournalReader(new Bytes(bytes), format);
  }

  /** A journal in memory: there are thousands. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Bytes(byte[] bytes) implements JournalSource {

    @Override
    public long end() {
      return bytes.length;
    }

    @Override
    public int read(ByteBuffer target, long position) {
      int count = (int) Math.min(target.remaining(), bytes.length - position);
      target.put(bytes, (int) position, count);
      return count;
    }

    @Override
    public void close() {}
  }

  private static List<Event> events(JournalReader reader) {
    List<Event> events = new ArrayList<>();
    for (JournalEntry entry = reader.next(); entry != null; entry = reader.next()) {
      entry.forEach(events::add);
    }
    return events;
  }
}
