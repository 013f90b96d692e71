package id.antar.dispatch.learned;

import static id.antar.dispatch.learned.History.NOODLES;
import static id.antar.dispatch.learned.History.NOON;
import static id.antar.dispatch.learned.History.TOWER;
import static id.antar.dispatch.learned.History.VILLA;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.dispatch.LearnedQuery.Accuracy;
import id.antar.api.dispatch.LearnedQuery.Kind;
import id.antar.api.geo.GeoPoint;
import id.antar.api.merchant.MerchantId;
import id.antar.api.order.OrderId;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ServiceTimesTest {

  private static final MerchantId PIZZA = new MerchantId("pizza");
  private static final GeoPoint NEIGHBOUR_OF_THE_TOWER = new GeoPoint(43.7395, 7.4273);
  private static final GeoPoint ELSEWHERE = new GeoPoint(43.6, 7.0);

  private final History history = new History();

  @Test
  void withoutHistoryTheConstantsHold() {
    LearnedTimes learned = history.learned();

    assertThat(learned.pickupService(NOODLES)).isEqualTo(60);
    assertThat(learned.dropoffService(TOWER)).isEqualTo(45);
  }

  @Test
  void towersAndVillasAreToldApartAndErrLessThanAConstant() {
    var random = new Random(9);
    for (int order = 0; order < 200; order++) {
      boolean tower = order % 2 == 0;
      int dropoff = (tower ? 240 : 50) + random.nextInt(40);
      int pickup = (tower ? 20 : 150) + random.nextInt(30);
      history.carried(
          tower ? NOODLES : PIZZA,
          tower ? TOWER : VILLA,
          NOON.plusSeconds(900L * order),
          pickup,
          dropoff);
    }

    LearnedTimes learned = history.learned();

    assertThat(learned.dropoffService(TOWER)).isBetween(245, 275);
    assertThat(learned.dropoffService(NEIGHBOUR_OF_THE_TOWER)).isBetween(245, 275);
    assertThat(learned.dropoffService(VILLA)).isBetween(55, 85);
    assertThat(learned.pickupService(NOODLES)).isBetween(25, 45);
    assertThat(learned.pickupService(PIZZA)).isBetween(155, 175);
    for (Kind kind : new Kind[] {Kind.PICKUP_SERVICE, Kind.DROPOFF_SERVICE}) {
      Accuracy accuracy = learned.accuracy(kind);
      assertThat(accuracy.observations()).isEqualTo(200);
      assertThat(accuracy.learnedErrorSeconds()).isLessThan(accuracy.constantErrorSeconds() * 0.4);
    }
  }

  @Test
  void whereNobodyWasTheTownSpeaks() {
    for (int order = 0; order < 50; order++) {
      history.carried(NOODLES, TOWER, NOON.plusSeconds(900L * order), 30, 240);
    }

    assertThat(history.learned().dropoffService(ELSEWHERE)).isEqualTo(240);
    assertThat(history.learned().pickupService(PIZZA)).isEqualTo(30);
  }

  @Test
  void waitingForTheFoodIsNoService() {
    for (int order = 0; order < 50; order++) {
      Instant readyAt = NOON.plusSeconds(900L * order);
      OrderId orderId = history.place(NOODLES, readyAt);
      history.arriveAtPickup("trip-" + order, orderId, readyAt.minusSeconds(700));
      history.ready(orderId, readyAt);
      history.pickUp("trip-" + order, orderId, readyAt.plusSeconds(25));
    }

    assertThat(history.learned().pickupService(NOODLES)).isEqualTo(25);
  }

  @Test
  void ofABundleTheFirstOrderMeasuresTheVisit() {
    for (int visit = 0; visit < 50; visit++) {
      Instant readyAt = NOON.plusSeconds(900L * visit);
      String trip = "trip-" + visit;
      OrderId one = history.place(NOODLES, readyAt);
      OrderId other = history.place(NOODLES, readyAt);
      history.ready(one, readyAt);
      history.ready(other, readyAt);
      history.arriveAtPickup(trip, one, readyAt);
      history.arriveAtPickup(trip, other, readyAt);
      history.pickUp(trip, one, readyAt.plusSeconds(80));
      history.pickUp(trip, other, readyAt.plusSeconds(81));
    }

    LearnedTimes learned = history.learned();

    assertThat(learned.pickupService(NOODLES)).isEqualTo(80);
    assertThat(learned.accuracy(Kind.PICKUP_SERVICE).observations()).isEqualTo(50);
  }

  @Test
  void twoDoorsOfOneHouseAreServedOneAfterTheOther() {
    for (int visit = 0; visit < 50; visit++) {
      Instant arrived = NOON.plusSeconds(900L * visit);
      String trip = "trip-" + visit;
      OrderId one = history.place(NOODLES, arrived.minusSeconds(600));
      OrderId other = history.place(NOODLES, arrived.minusSeconds(600));
      history.arriveAtDoor(trip, one, arrived);
      history.arriveAtDoor(trip, other, arrived);
      history.dropOff(trip, one, arrived.plusSeconds(70));
      history.dropOff(trip, other, arrived.plusSeconds(140));
    }

    assertThat(history.learned().dropoffService(TOWER)).isEqualTo(70);
  }

  @Test
  void aFailedDropoffAndAClockThatDisagreesTeachNothing() {
    OrderId failed = history.place(NOODLES, NOON);
    history.arriveAtDoor("trip-1", failed, NOON);
    history.failDropoff("trip-1", failed, NOON.plusSeconds(300));
    OrderId odd = history.place(NOODLES, NOON);
    history.arriveAtDoor("trip-2", odd, NOON.plusSeconds(30));
    history.dropOff("trip-2", odd, NOON);

    assertThat(history.learned().report().accuracy()).isEmpty();
  }
}
