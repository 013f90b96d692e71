package id.antar.load.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.load.client.AssignmentView;
import id.antar.load.client.AssignmentView.StopView;
import id.antar.load.client.Door.ClockReading;
import id.antar.load.client.Frame;
import id.antar.load.client.Json;
import id.antar.load.client.Point;
import id.antar.load.town.world.Dice;
import id.antar.load.town.world.TownClock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RiderTest {

  private static final Point HOME = new Point(43.7384, 7.4246);
  private static final Point FAR = new Point(43.7484, 7.4346);
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  private final Rider rider = new Rider(clock(), Dice.of(1, "rider"), HOME);

  @Test
  void anOfferIsSeenOnce() {
    hear("{\"type\":\"assignment\",\"event\":\"AssignmentOffered\",\"assignmentId\":\"trip\"}");

    assertThat(rider.offer()).contains("trip");
    assertThat(rider.offer()).isEmpty();
  }

  @Test
  void atTheDoorTheRiderArrivesAndThenTakesTheOrder() {
    rider.accepted("trip");

    rider.read(view("accepted", new StopView("pickup", "one", HOME, null, null, false)));
    assertThat(rider.act()).contains("arrive-pickup");

    rider.acted();
    assertThat(rider.act()).isEmpty();

    rider.read(view("accepted", new StopView("pickup", "one", HOME, NOON, null, false)));
    assertThat(rider.act()).contains("pickup");
    assertThat(rider.orderId()).isEqualTo("one");
  }

  @Test
  void onTheWayThereIsNothingToDo() {
    rider.accepted("trip");
    rider.read(view("accepted", new StopView("dropoff", "one", FAR, null, null, false)));

    assertThat(rider.act()).isEmpty();
    assertThat(rider.fix()).containsEntry("sequence", 1L);
  }

  @Test
  void whatIsDoneOrWithdrawnIsPassedBy() {
    rider.accepted("trip");
    rider.read(
        view(
            "accepted",
            new StopView("pickup", "one", HOME, NOON, NOON, false),
            new StopView("pickup", "two", HOME, null, null, true),
            new StopView("dropoff", "one", HOME, NOON, null, false)));

    assertThat(rider.act()).contains("dropoff");
  }

  @Test
  void afterATripComesTheNext() {
    rider.accepted("trip");
    rider.accepted("another");
    assertThat(rider.toRead()).contains("trip");

    rider.read(view("ended"));

    assertThat(rider.toRead()).contains("another");
  }

  @Test
  void aRefusedFrameIsAProblem() {
    hear("{\"type\":\"problem\",\"code\":\"stale-position\"}");

    assertThat(rider.takeProblems()).isEqualTo(1);
    assertThat(rider.takeProblems()).isZero();
  }

  private static AssignmentView view(String state, StopView... stops) {
    return new AssignmentView("trip", state, List.of(stops), NOON);
  }

  private void hear(String json) {
    rider.hear(List.of(new Frames.Heard(Json.read(json, Frame.class), 0)));
  }

  private static TownClock clock() {
    TownClock clock = new TownClock();
    clock.set(new ClockReading(NOON, 1, System.nanoTime(), System.nanoTime()));
    return clock;
  }
}
