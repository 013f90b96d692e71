package id.antar.query.ordertimeline;

import static id.antar.query.Cast.ORDER;
import static id.antar.query.Cast.OTHER_ORDER;
import static id.antar.query.Cast.ROADSIDE;
import static id.antar.query.Cast.TRIP;
import static id.antar.query.Cast.abandoned;
import static id.antar.query.Cast.amended;
import static id.antar.query.Cast.offered;
import static id.antar.query.Cast.placed;
import static id.antar.query.Cast.recorded;
import static id.antar.query.Cast.stranded;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.order.OrderQuery.OrderTimeline.Entry;
import id.antar.query.projection.Recorded;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineFoldTest {

  private final TimelineFold fold = new TimelineFold();

  @Test
  void anEntrySaysWhatHappenedWhenAndByWhom() {
    Recorded recorded = recorded(placed(), "order-1", 0);

    Entry entry = fold.evolve(ORDER.value(), null, recorded).entry();

    assertThat(entry.event()).isEqualTo("OrderPlaced");
    assertThat(entry.occurredAt()).isEqualTo(placed().occurredAt());
    assertThat(entry.recordedAt()).isEqualTo(recorded.recordedAt());
    assertThat(entry.actor()).isEqualTo("customer:ada");
  }

  @Test
  void theDetailHoldsNothingPersonal() {
    assertThat(TimelineFold.detail(placed()))
        .isEqualTo("2 x Fried noodles from Noodle Bar, 2050 minor units of EUR");
  }

  @Test
  void whereAnOrderWasLeftIsNotTold() {
    assertThat(TimelineFold.detail(stranded(TRIP, ROADSIDE)))
        .isEqualTo("courier kurt, to be fetched on the way at 2026-11-02T12:20:00Z");
    assertThat(TimelineFold.detail(stranded(TRIP, null)))
        .isEqualTo("courier kurt, made again, ready at 2026-11-02T12:32:00Z");
  }

  @Test
  void aChangedTripIsInTheTimelineOfWhatCameStayedAndLeft() {
    assertThat(fold.keys(amended(TRIP, true))).containsExactly(OTHER_ORDER.value(), ORDER.value());
    assertThat(fold.keys(abandoned(TRIP, List.of(OTHER_ORDER), List.of(ORDER))))
        .containsExactly(OTHER_ORDER.value(), ORDER.value());
  }

  @Test
  void anEventOfABundleIsInTheTimelineOfEachOrder() {
    assertThat(fold.keys(offered(TRIP, ORDER, OTHER_ORDER)))
        .containsExactly(ORDER.value(), OTHER_ORDER.value());
  }

  @Test
  void aRowIsNamedByItsEventAndNotByItsPosition() {
    assertThat(fold.rowKey(ORDER.value(), recorded(offered(TRIP, ORDER), "trip-1", 0)))
        .isEqualTo("order-1/trip-1/0");
  }
}
