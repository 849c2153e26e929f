package org.provdl.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

final class HousekeepingTest {

  private static final long MIB = 1L << 20;

  private final Housekeeping housekeeping = new Housekeeping(new Compaction(100, 10), 50);

  @Test
  void wasteIsDueWhenItIsMoreThanTheLimitAndMoreThanWhatIsLive() {
    assertThat(housekeeping.isDueWhileOpen(150)).isFalse();
    assertThat(housekeeping.isDueWhileOpen(151)).isTrue();
    housekeeping.compacted(1_000);
    assertThat(housekeeping.isDueWhileOpen(2_000)).isFalse();
    assertThat(housekeeping.isDueWhileOpen(2_001)).isTrue();
  }

  @Test
  void whatIsAppendedIsNoWaste() {
    housekeeping.changed(10);

    assertThat(housekeeping.isDueWhileOpen(50 + 10 * Housekeeping.BYTES_A_QUAD + 100)).isFalse();
    assertThat(housekeeping.live(1 << 20)).isEqualTo(50 + 10 * Housekeeping.BYTES_A_QUAD);
    assertThat(housekeeping.live(20)).as("never more than there is").isEqualTo(20);
  }

  @Test
  void aStoreThatWasOnlyReadIsNotRewrittenOnClose() {
    assertThat(housekeeping.isDueOnClose(1_000_000)).isFalse();
    housekeeping.changed(1);
    assertThat(housekeeping.isDueOnClose(1_000_000)).isTrue();
  }

  @Test
  void afterAFailureAsMuchWasteMustComeTogetherAgain() {
    housekeeping.failed(200);

    assertThat(housekeeping.isDueWhileOpen(300)).isFalse();
    assertThat(housekeeping.isDueWhileOpen(301)).isTrue();
    housekeeping.compacted(50);
    assertThat(housekeeping.isDueWhileOpen(151)).isTrue();
  }

  @Test
  void aStoreOfUnknownHistoryIsWasteUntilItIsCompacted() {
    Housekeeping unknown = new Housekeeping(Compaction.STANDARD, 0);
    unknown.changed(1);

    assertThat(unknown.isDueOnClose(64 * MIB)).isFalse();
    assertThat(unknown.isDueOnClose(65 * MIB)).isTrue();
    assertThat(unknown.isDueWhileOpen(1_025 * MIB)).isTrue();
  }

  @Test
  void aSecondCopyNeedsRoom() {
    assertThat(housekeeping.room(1_000)).isEqualTo(100 + Disk.LEFT_BY_COPIES);
    assertThat(housekeeping.room(60)).isEqualTo(60 + Disk.LEFT_BY_COPIES);
    Housekeeping unknown = new Housekeeping(Compaction.STANDARD, 0);
    assertThat(unknown.room(1_000)).isEqualTo(1_000 + Disk.LEFT_BY_COPIES);
  }

  @Test
  void neverIsNever() {
    Housekeeping never = new Housekeeping(Compaction.NEVER, 0);
    never.changed(1);

    assertThat(never.isDueWhileOpen(1L << 60)).isFalse();
    assertThat(never.isDueOnClose(1L << 60)).isFalse();
  }

  @Test
  void aNegativeLimitIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Compaction(-1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Compaction(0, -1));
  }
}
