package id.antar.dispatch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.dispatch.plan.DispatchPlan.PlannedTrip;
import java.util.List;
import org.junit.jupiter.api.Test;

class A04_BundleTest {

  private static final String FIVE_ORDERS =
      """
      order a at 300 to 900 ready 0
      order b at 300 to 900 ready 0
      order c at 300 to 900 ready 0
      order d at 300 to 900 ready 0
      order e at 300 to 900 ready 0
      """;

  private static List<Integer> sizes(LineTown town) {
    return town.plan().couriers().getFirst().trips().stream()
        .map(trip -> trip.orders().size())
        .sorted()
        .toList();
  }

  @Test
  void neighboursWhoOrderAtOneMerchantShareACourierNearerDoorFirst() {
    var town =
        LineTown.of(
            """
            courier ada at 300
            courier bob at 350
            order a at 300 to 960 ready 0
            order b at 300 to 900 ready 0
            """);
    assertThat(town.trips()).isEqualTo("ada: b+a");
    assertThat(town.told())
        .isEqualTo("a: OFFERED ada pickup 60 door 900\nb: OFFERED ada pickup 60 door 720");
  }

  @Test
  void doorsInOppositeDirectionsAreNotBundled() {
    var town =
        LineTown.of(
            """
            courier ada at 1300
            courier bob at 1350
            order a at 1300 to 1900 ready 0
            order b at 1300 to 700 ready 0
            """);
    assertThat(town.plan().couriers()).hasSize(2);
  }

  @Test
  void foodThatIsReadyMuchLaterIsNotWaitedFor() {
    var town =
        LineTown.of(
            """
            courier ada at 300
            courier bob at 300
            order a at 300 to 960 ready 0
            order b at 300 to 900 ready 900
            """);
    assertThat(town.plan().couriers()).hasSize(2);
  }

  @Test
  void atMostAsManyOrdersAsThePolicySaysShareATrip() {
    assertThat(sizes(LineTown.of("courier ada at 300 capacity 9\n" + FIVE_ORDERS)))
        .containsExactly(2, 3);
    assertThat(
            sizes(LineTown.of("policy maxBundle 2\ncourier ada at 300 capacity 9\n" + FIVE_ORDERS)))
        .containsExactly(1, 2, 2);
  }

  @Test
  void atMostAsManyOrdersAsACourierHasRoomForShareATrip() {
    assertThat(sizes(LineTown.of("courier ada at 300 capacity 1\n" + FIVE_ORDERS)))
        .containsExactly(1, 1, 1, 1, 1);
    assertThat(sizes(LineTown.of("courier ada at 300 capacity 2\n" + FIVE_ORDERS)))
        .containsExactly(1, 2, 2);
  }

  @Test
  void aBundleGoesToNobodyWhoDeclinedOneOfItsOrders() {
    var town =
        LineTown.of(
            """
            courier ada at 300 capacity 1
            courier bob at 350
            order a at 300 to 960 ready 0 declined bob -10
            order b at 300 to 900 ready 0
            """);
    assertThat(town.trips()).isEqualTo("ada: a\nbob: b");
  }

  @Test
  void merchantsShareATripOnlyIfThePolicyLetsNeighboursDoSo() {
    String town =
        """
        courier ada at 300
        order a from noodles at 300 to 900 ready 0
        order b from pizza at 480 to 900 ready 0
        """;
    assertThat(LineTown.of(town).trips()).isEqualTo("ada: a, b");
    LineTown neighbours = LineTown.of("policy neighbours\n" + town);
    assertThat(neighbours.trips()).isEqualTo("ada: a+b");
    PlannedTrip trip = neighbours.plan().couriers().getFirst().trips().getFirst();
    assertThat(trip.pickups()).hasSize(2).doesNotHaveDuplicates();
    assertThat(trip.arrivals()).containsExactly(0, 300);
    assertThat(trip.pickup()).isEqualTo(360);
    assertThat(trip.doors()).containsExactly(840, 960);
  }

  @Test
  void merchantsASecondFurtherApartAreNoNeighbours() {
    assertThat(
            LineTown.of(
                    """
                    policy neighbours
                    courier ada at 300
                    order a from noodles at 300 to 900 ready 0
                    order b from pizza at 481 to 900 ready 0
                    """)
                .trips())
        .isEqualTo("ada: a, b");
  }

  @Test
  void ofTwoNeighboursTheOneThatIsReadyFirstIsVisitedFirst() {
    var town =
        LineTown.of(
            """
            policy neighbours
            courier ada at 390
            order a from noodles at 300 to 900 ready 400
            order b from pizza at 480 to 900 ready 100
            """);
    assertThat(town.plan().couriers().getFirst().trips()).hasSize(1);
    PlannedTrip trip = town.plan().couriers().getFirst().trips().getFirst();
    assertThat(trip.arrivals()).containsExactly(90, 390);
    assertThat(trip.pickup()).isEqualTo(450);
  }
}
