package id.antar.query.board;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.assignment.AssignmentEvent.AssignmentAmended;
import id.antar.api.assignment.Stop;
import id.antar.api.dispatch.DecisionId;
import id.antar.api.order.OrderEvent.CourierUnassigned;
import id.antar.query.Cast;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// For when an order's door was first promised, on the board.
class BoardPromiseTest {

  private final Board board = new Board();

  @Test
  void nothingIsPromisedByAnOffer() {
    assertThat(after(Cast.placed(), Cast.offered(Cast.TRIP, Cast.ORDER))).isNull();
  }

  @Test
  void whoHasItFirstPromises() {
    assertThat(after(Cast.placed(), Cast.offered(Cast.TRIP, Cast.ORDER), Cast.assigned(Cast.TRIP)))
        .isEqualTo(Cast.after(25));
  }

  @Test
  void neitherAnotherPlanNorAnotherCourierChangesIt() {
    var taken = new CourierUnassigned(Cast.ORDER, Cast.TRIP, Cast.KURT, "late", Cast.after(9));

    assertThat(
            after(
                Cast.placed(),
                Cast.offered(Cast.TRIP, Cast.ORDER),
                Cast.assigned(Cast.TRIP),
                replanned(),
                taken,
                Cast.offered(Cast.OTHER_TRIP, Cast.ORDER),
                Cast.assigned(Cast.OTHER_TRIP)))
        .isEqualTo(Cast.after(25));
  }

  @Test
  void aPlanThatComesAfterItsOrderWasGivenAwayPromises() {
    assertThat(
            after(
                Cast.placed(),
                Cast.offered(Cast.TRIP, Cast.OTHER_ORDER),
                Cast.accepted(Cast.TRIP, Cast.OTHER_ORDER),
                Cast.assigned(Cast.TRIP),
                replanned()))
        .isEqualTo(Cast.after(40));
  }

  private static AssignmentAmended replanned() {
    return new AssignmentAmended(
        Cast.TRIP,
        Cast.KURT,
        new DecisionId("d-2"),
        List.of(Stop.pickup(Cast.ORDER, Cast.after(30)), Stop.dropoff(Cast.ORDER, Cast.after(40))),
        List.of(),
        List.of(),
        "traffic",
        Cast.after(8));
  }

  private @Nullable Instant after(Object... events) {
    for (Object event : events) {
      board.apply(event);
    }
    return new Picture(board.contents()).order(board.contents().orders().getFirst()).promisedFor();
  }
}
