package id.antar.dispatch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class CostingTest {

  private final Costing costing = new Costing(LineTown.POLICY);

  private static Trip trip(String text) {
    DispatchProblem problem = LineTown.of(text).problem();
    var bundle = new Bundle(problem.orders());
    return Objects.requireNonNull(Trip.best(problem, problem.couriers().getFirst(), bundle));
  }

  @Test
  void travelIsTheWayToTheMerchant() {
    assertThat(costing.travel(trip("courier ada at 100 free 40\norder a at 300 to 900 ready 0")))
        .isEqualTo(200);
  }

  @Test
  void courierWaitingIsFromArrivalToReadiness() {
    assertThat(costing.courierWaiting(trip("courier ada at 100\norder a at 300 to 900 ready 260")))
        .isEqualTo(60);
    assertThat(costing.courierWaiting(trip("courier ada at 100\norder a at 300 to 900 ready 100")))
        .isZero();
  }

  @Test
  void foodWaitingIsFromReadinessToPickupTwiceAsBad() {
    assertThat(costing.foodWaiting(trip("courier ada at 100\norder a at 300 to 900 ready 50")))
        .isEqualTo(300);
    assertThat(costing.foodWaiting(trip("courier ada at 100\norder a at 300 to 900 ready 500")))
        .isZero();
  }

  @Test
  void deliveryIsFromPickupToEachDoor() {
    assertThat(
            costing.delivery(
                trip(
                    """
                    courier ada at 300
                    order a at 300 to 960 ready 0
                    order b at 300 to 900 ready 0
                    """)))
        .isEqualTo(660 + 780);
  }

  @Test
  void latenessIsClickToDoorBeyondTheTargetFourfold() {
    assertThat(
            costing.lateness(
                trip("courier ada at 300\norder a at 300 to 900 placed -1740 ready 0")))
        .isZero();
    assertThat(
            costing.lateness(
                trip("courier ada at 300\norder a at 300 to 900 placed -1750 ready 0")))
        .isEqualTo(40);
  }

  @Test
  void nobodyCostsMoreTheOlderAnOrderIs() {
    var young = LineTown.of("order a at 300 to 900 placed -100 ready 0").problem().orders();
    var old = LineTown.of("order a at 300 to 900 placed -101 ready 0").problem().orders();
    assertThat(costing.nobody(new Bundle(old)) - costing.nobody(new Bundle(young))).isEqualTo(2);
  }

  @Test
  void theTotalIsTheSumOfTheTermsAndEachHasAName() {
    var terms = new CostTerms(1, 20, 300, 4000, 50_000);
    assertThat(terms.total()).isEqualTo(54_321);
    assertThat(terms.values()).hasSameSizeAs(CostTerms.NAMES);
    assertThat(CostTerms.of(terms.values())).isEqualTo(terms);
  }
}
