package org.provdl.capture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.provdl.capture.ResourceReading.Look;

class ResourceReadingTest {

  private static final Look FIRST = new Look(1, 100L, null, 0.0);
  private static final Look LATER = new Look(4, 90L, 7L, 12.5);

  @Test
  void whatWasUsedIsTheDifference() {
    ResourceReading start = new ResourceReading(1_000_000_000, 10, 50, FIRST);
    ResourceReading end = new ResourceReading(3_500_000_000L, 14, 40, LATER);
    assertThat(end.since(start)).isEqualTo(new ResourceUse(2.5, 0.004, 40L, 90L, 7L, 12.5));
  }

  @Test
  void withoutALookInBetweenNothingIsMadeUp() {
    ResourceReading start = new ResourceReading(0, 0, 1, LATER);
    ResourceReading end = new ResourceReading(1_000_000, 0, 2, LATER);
    assertThat(end.since(start)).isEqualTo(new ResourceUse(0.001, 0.0, 2L, null, null, null));
  }

  @Test
  void energyBeforeTheFirstLookCountsForNothing() {
    ResourceReading start = new ResourceReading(0, 0, 1, null);
    ResourceReading end = new ResourceReading(0, 0, 1, LATER);
    assertThat(end.since(start).energyInJoules()).isEqualTo(12.5);
  }

  @Test
  void theUnknownStaysUnknown() {
    ResourceReading unknown = new ResourceReading(-1, -1, -1, null);
    assertThat(unknown.since(unknown))
        .isEqualTo(new ResourceUse(null, null, null, null, null, null));
    ResourceReading looked = new ResourceReading(-1, -1, -1, new Look(1, null, null, null));
    assertThat(looked.since(unknown)).isEqualTo(unknown.since(unknown));
  }
}
