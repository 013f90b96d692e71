package id.antar.dispatch.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antar.dispatch.plan.DispatchPlan.Candidate;
import id.antar.dispatch.plan.DispatchPlan.CourierPlan;
import id.antar.dispatch.plan.DispatchPlan.OrderDecision;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Each term is worked out by hand. The first courier carries all orders in one trip, so that `ada
/// at 100, a at 300 to 900` is at the merchant after 200 s, picks up after 260, leaves after 320,
/// is at the door after 920, hands over after 980 and is free after 1,040.
class CostingTest {

  private interface Term {
    int of(Costing costing, Drive drive);
  }

  private static int cost(Term term, String town) {
    var round = new Round(LineTown.of(town).problem());
    var drive = new Drive(round);
    var orders = new int[round.orders];
    for (int i = 0; i < orders.length; i++) {
      orders[i] = i;
    }
    assertThat(drive.along(0, new Trip[] {new Trip(orders, false)})).isEqualTo(Drive.End.DONE);
    return term.of(new Costing(round), drive);
  }

  @Test
  void deliveryIsUntilEachOrderIsHandedOver() {
    assertThat(cost(Costing::delivery, "courier ada at 100\norder a at 300 to 900 ready 0"))
        .isEqualTo(100 * 980);
    assertThat(
            cost(
                Costing::delivery,
                """
                courier ada at 100
                order a at 300 to 900 ready 0
                order b at 300 to 960 ready 0
                """))
        .isEqualTo(100 * (980 + 1040 + 60 + 60));
  }

  @Test
  void latenessIsClickToDoorBeyondTheTarget() {
    assertThat(
            cost(
                Costing::lateness,
                "courier ada at 100\norder a at 300 to 900 placed -1420 ready 0"))
        .isZero();
    assertThat(
            cost(
                Costing::lateness,
                "courier ada at 100\norder a at 300 to 900 placed -1421 ready 0"))
        .isEqualTo(10);
  }

  @Test
  void freshnessIsFromPickupToHandingOver() {
    assertThat(cost(Costing::freshness, "courier ada at 100\norder a at 300 to 900 ready 500"))
        .isEqualTo(2 * 720);
  }

  @Test
  void courierWaitingIsFromArrivalToReadiness() {
    assertThat(cost(Costing::courierWaiting, "courier ada at 100\norder a at 300 to 900 ready 320"))
        .isEqualTo(3 * 60);
    assertThat(cost(Costing::courierWaiting, "courier ada at 100\norder a at 300 to 900 ready 260"))
        .isZero();
  }

  @Test
  void distanceIsAllThatIsDriven() {
    assertThat(
            cost(
                Costing::distance,
                """
                courier ada at 100
                order a at 300 to 900 ready 0
                order b at 300 to 840 ready 0
                """))
        .isEqualTo(3 * (200 + 600 + 60));
  }

  @Test
  void courierTimeIsDearerTheFewerCouriersThereAre() {
    String order = "order a at 300 to 900 ready 0\n";
    assertThat(cost(Costing::courierTime, "courier ada at 100\n" + order)).isEqualTo(30 * 1040);
    assertThat(cost(Costing::courierTime, "courier ada at 100\ncourier bob at 100\n" + order))
        .isEqualTo(30 * 1040 / 2);
    assertThat(
            cost(
                Costing::courierTime, "courier ada at 100\n" + order + order.replace(" a ", " b ")))
        .isEqualTo(30 * (1040 + 120) * 150 / 100);
  }

  @Test
  void courierTimeAfterTheShiftIsNobodysLoss() {
    assertThat(
            cost(
                Costing::courierTime,
                "courier ada at 100 until 500\norder a at 300 to 900 ready 0"))
        .isEqualTo(30 * 500);
  }

  @Test
  void positionIsHowMuchMoreRemoteTheCourierEnds() {
    assertThat(
            cost(
                Costing::position,
                "centre at 300\ncourier ada at 100\norder a at 300 to 900 ready 0"))
        .isEqualTo(20 * (600 - 200));
    assertThat(
            cost(
                Costing::position,
                "centre at 900\ncourier ada at 100\norder a at 300 to 900 ready 0"))
        .isEqualTo(-20 * 800);
  }

  @Test
  void positionAfterTheShiftIsAlwaysTheSame() {
    String town = "centre at 900\ncourier ada at 100 until %d\norder a at 300 to 900 ready 0";
    assertThat(cost(Costing::position, town.formatted(1041))).isEqualTo(-20 * 800);
    assertThat(cost(Costing::position, town.formatted(1040))).isEqualTo(20 * (300 - 800));
  }

  @Test
  void fairnessGrowsWithWhatWasCarriedPerHour() {
    String town =
        """
        policy fairnessWeight 50
        courier ada at 100 shift 28800 until %d carried 6
        order a at 300 to 900 ready 0
        """;
    assertThat(cost(Costing::fairness, town.formatted(28_800 - 7_200))).isEqualTo(50 * 6 / 2);
    assertThat(cost(Costing::fairness, town.formatted(28_800 - 60))).isEqualTo(50 * 6);
  }

  @Test
  void payIsWhatTheGuaranteeDoesNotCover() {
    String town = "courier ada at 100 shift 14400 carried %d\norder a at 300 to 900 ready 0";
    assertThat(cost(Costing::pay, town.formatted(5))).isZero();
    assertThat(cost(Costing::pay, town.formatted(6))).isEqualTo(3 * 1000);
    assertThat(cost(Costing::pay, town.replace("14400", "12600").formatted(5)))
        .isEqualTo(3 * (6000 - 5250));
  }

  @Test
  void theTotalIsTheSumOfTheTermsAndEachHasAName() {
    var terms =
        new CostTerms(1, 20, 300, 4000, 50_000, 600_000, 7_000_000, 80_000_000, 900_000_000);
    assertThat(terms.total()).isEqualTo(987_654_321);
    assertThat(terms.values()).hasSameSizeAs(CostTerms.NAMES);
    assertThat(CostTerms.of(terms.values())).isEqualTo(terms);
    assertThat(terms.minus(terms)).isEqualTo(CostTerms.NONE);
    assertThatThrownBy(() -> CostTerms.of(List.of(1, 2)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theTermsOfARouteAddUpToItsCostAndThoseOfOneOrderToWhatItsCourierCostsMore() {
    var random = new Random(11);
    int compared = 0;
    for (int i = 0; i < 200; i++) {
      var round = new Round(LineTown.random(random).problem());
      var costing = new Costing(round);
      DispatchPlan plan = DispatchPlanner.plan(round.problem);
      for (CourierPlan courier : plan.couriers()) {
        Trip[] trips = Plans.trips(courier);
        long cost = costing.of(courier.courier(), trips);
        assertThat(costing.terms(courier.courier(), trips).total()).isEqualTo(cost);
        for (OrderDecision decision : plan.orders()) {
          Integer carrier = decision.courier();
          if (carrier != null && carrier == courier.courier()) {
            assertThat(decision.cost()).isEqualTo(chosen(decision).total());
            Trip[] rest = new Route(trips, cost).without(decision.order());
            long without = costing.of(carrier, rest);
            if (without < Costing.IMPOSSIBLE) {
              assertThat(cost - without).isEqualTo((long) Objects.requireNonNull(decision.cost()));
              compared++;
            }
          }
        }
      }
    }
    assertThat(compared).isGreaterThan(200);
  }

  private static CostTerms chosen(OrderDecision decision) {
    return decision.candidates().stream()
        .filter(each -> Objects.equals(each.courier(), decision.courier()))
        .map(Candidate::cost)
        .map(Objects::requireNonNull)
        .findFirst()
        .orElseThrow();
  }
}
