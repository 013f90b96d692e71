package id.antar.load.town.life;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.load.client.AssignmentView;
import id.antar.load.client.AssignmentView.StopView;
import id.antar.load.client.Frame;
import id.antar.load.client.Point;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TripTest {

  private static final Instant TEN = Instant.parse("2026-11-21T10:00:00Z");

  private final Trip trip = new Trip("a1");

  @Test
  void stopsAreVisitedInTheListsOrder() {
    AssignmentView view = view(stop("pickup", "o1", TEN), stop("dropoff", "o1", null));

    assertThat(trip.next(view)).hasValue(stop("dropoff", "o1", null));
  }

  @Test
  void aStopThatWasJustDoneIsNotVisitedAgainThoughTheListDoesNotShowIt() {
    AssignmentView view = view(stop("pickup", "o1", null), stop("dropoff", "o1", null));
    trip.done("pickup", "o1");

    assertThat(trip.next(view)).hasValue(stop("dropoff", "o1", null));
    assertThat(trip.pickedUp()).isOne();
  }

  @Test
  void anOrderThatIsOffLosesItsStops() {
    AssignmentView view =
        view(
            stop("pickup", "o1", null),
            stop("pickup", "o2", null),
            stop("dropoff", "o1", null),
            stop("dropoff", "o2", null));
    trip.withdrawn("o1");

    assertThat(trip.next(view)).hasValue(stop("pickup", "o2", null));
  }

  @Test
  void anOrderThatGoesBackIsNotDroppedOffAndItsReturnIsAwaited() {
    AssignmentView before = view(stop("pickup", "o1", TEN), stop("dropoff", "o1", null));
    trip.toReturn("o1");
    assertThat(trip.next(before)).isEmpty();
    assertThat(trip.isUnfinished(before)).isTrue();

    AssignmentView after =
        view(stop("pickup", "o1", TEN), stop("dropoff", "o1", null), stop("return", "o1", null));
    assertThat(trip.next(after)).hasValue(stop("return", "o1", null));

    trip.done("return", "o1");
    assertThat(trip.next(after)).isEmpty();
    assertThat(trip.isUnfinished(before)).isFalse();
  }

  @Test
  void anAmendedTripFollowsWhatWasToldThoughTheListDoesNotShowItYet() {
    AssignmentView before =
        view(
            stop("pickup", "o1", TEN),
            stop("pickup", "o2", null),
            stop("dropoff", "o1", null),
            stop("dropoff", "o2", null));
    trip.amended(
        List.of(
            new Frame.Stop("dropoff", "o1"),
            new Frame.Stop("pickup", "o3"),
            new Frame.Stop("dropoff", "o3")));

    assertThat(trip.next(before)).hasValue(stop("dropoff", "o1", null));
    assertThat(trip.isOff(stop("pickup", "o2", null))).isTrue();
    trip.done("dropoff", "o1");
    assertThat(trip.next(before)).isEmpty();
    assertThat(trip.isUnfinished(before)).isTrue();

    AssignmentView after =
        view(stop("dropoff", "o3", null), stop("dropoff", "o1", TEN), stop("pickup", "o3", null));
    assertThat(trip.next(after)).hasValue(stop("pickup", "o3", null));
  }

  @Test
  void aTripIsNotOverBecauseTheListIsAheadOfWhatWasTold() {
    trip.amended(List.of(new Frame.Stop("pickup", "o1"), new Frame.Stop("dropoff", "o1")));
    AssignmentView ahead =
        view(
            off(stop("pickup", "o1", null)),
            off(stop("dropoff", "o1", null)),
            stop("pickup", "o2", null),
            stop("dropoff", "o2", null));

    assertThat(trip.next(ahead)).isEmpty();
    assertThat(trip.isUnfinished(ahead)).isTrue();

    trip.amended(List.of(new Frame.Stop("pickup", "o2"), new Frame.Stop("dropoff", "o2")));
    assertThat(trip.next(ahead)).hasValue(stop("pickup", "o2", null));
  }

  @Test
  void anOrderThatWasTakenOffMayComeBack() {
    AssignmentView view = view(stop("pickup", "o1", null), stop("dropoff", "o1", null));
    trip.withdrawn("o1");
    assertThat(trip.next(view)).isEmpty();

    trip.amended(List.of(new Frame.Stop("pickup", "o1"), new Frame.Stop("dropoff", "o1")));
    assertThat(trip.next(view)).hasValue(stop("pickup", "o1", null));
  }

  @Test
  void aTripThatWasGivenToOthersHasNothingLeft() {
    AssignmentView view = view(stop("pickup", "o1", null), stop("dropoff", "o1", null));
    trip.end();

    assertThat(trip.next(view)).isEmpty();
    assertThat(trip.isUnfinished(view)).isFalse();
  }

  @Test
  void whatIsInHandWasPickedUpAndNotHandedOver() {
    trip.done("pickup", "o1");
    trip.done("pickup", "o2");
    trip.done("dropoff", "o1");

    assertThat(trip.inHand()).containsExactly("o2");
    assertThat(trip.delivered()).containsExactly("o1");
  }

  @Test
  void oneArrivesOnce() {
    StopView stop = stop("pickup", "o1", null);
    assertThat(trip.hasArrived(stop)).isFalse();
    trip.arrived("pickup", "o1");
    assertThat(trip.hasArrived(stop)).isTrue();
  }

  private static AssignmentView view(StopView... stops) {
    return new AssignmentView("a1", "accepted", List.of(stops), TEN);
  }

  private static StopView stop(String kind, String orderId, @Nullable Instant doneAt) {
    return new StopView(kind, orderId, new Point(43.7, 7.4), null, doneAt, false);
  }

  private static StopView off(StopView stop) {
    return new StopView(stop.kind(), stop.orderId(), stop.point(), null, null, true);
  }
}
