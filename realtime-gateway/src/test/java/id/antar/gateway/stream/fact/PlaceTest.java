package id.antar.gateway.stream.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PlaceTest {

  private final AtomicLong nanos = new AtomicLong();
  private final Place place = new Place(new Cursor(10, List.of()), nanos::get);

  @Test
  void aGapIsOpenUntilItIsFilled() {
    place.pass(13, 13, List.of(11L, 12L));
    assertThat(place.hasPassed(12)).isFalse();
    assertThat(place.cursor()).hasToString("13-12-11");

    place.pass(12, 13, List.of(11L));
    assertThat(place.hasPassed(12)).isTrue();
    assertThat(place.cursor()).hasToString("13-11");
  }

  @Test
  void whatTheStoreGaveUpIsNotWaitedFor() {
    place.pass(13, 13, List.of(11L, 12L));
    place.pass(14, 14, List.of(12L));

    assertThat(place.hasPassed(11)).isTrue();
    assertThat(place.cursor()).hasToString("14-12");
  }

  @Test
  void aCursorSaysNothingOfOldGapsAndTheyCanStillBeFilled() {
    place.pass(12, 12, List.of(11L));
    nanos.addAndGet(Duration.ofSeconds(61).toNanos());
    place.pass(14, 14, List.of(13L, 11L));

    assertThat(place.cursor()).hasToString("14-13");
    assertThat(place.hasPassed(11)).isFalse();
  }

  @Test
  void aReaderThatStartsAgainFurtherBackFillsGapsOnTheWay() {
    place.pass(13, 13, List.of(11L, 12L));
    place.pass(11, 11, List.of());

    assertThat(place.cursor()).hasToString("13-12");
    place.pass(12, 12, List.of());
    assertThat(place.cursor()).hasToString("13");
  }
}
