package id.antar.dispatch.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antar.dispatch.plan.DispatchPlan.PlannedTrip;
import id.antar.dispatch.plan.DispatchPlan.Step;
import org.junit.jupiter.api.Test;

class A06_UnderWayTest {

  @Test
  void whoIsUnderWayKeepsTheOrder() {
    var town =
        LineTown.of(
            """
            courier ada at 100 heading a departed -60 arrival 140
            order a at 300 to 900 ready 0 placed -300
            """);
    assertThat(town.told()).isEqualTo("a: KEPT ada pickup 200 door 860");
    assertThat(town.plan().offers()).isEmpty();
  }

  @Test
  void anOrderOfTheSameMerchantJoinsTheCourierUnderWay() {
    var town =
        LineTown.of(
            """
            courier ada at 100 heading a departed -60 arrival 140
            courier bob at 1300
            order a at 300 to 960 ready 0 placed -300
            order b at 300 to 900 ready 0 placed -10
            """);
    assertThat(town.trips()).isEqualTo("ada: b+a");
    assertThat(town.told()).contains("a: KEPT ada").contains("b: ADDED ada");
    PlannedTrip trip = town.plan().couriers().getFirst().trips().getFirst();
    assertThat(trip.step()).isEqualTo(Step.UNDER_WAY);
  }

  @Test
  void itDoesNotJoinWhereThereIsNoRoom() {
    var town =
        LineTown.of(
            """
            courier ada at 100 capacity 1 heading a departed -60 arrival 140
            order a at 300 to 960 ready 0 placed -300
            order b at 300 to 900 ready 0 placed -10
            """);
    assertThat(town.trips()).isEqualTo("ada: a, b");
    assertThat(town.told()).contains("b: QUEUED ada");
  }

  @Test
  void whatWasKnownAtDepartureStaysEvenIfAnotherStandsAtTheMerchant() {
    var town =
        LineTown.of(
            """
            courier ada at 1900 heading a departed 0 arrival 1600
            courier bob at 300
            order a at 300 to 900 ready 0 placed 0
            """);
    assertThat(town.trips()).isEqualTo("ada: a");
  }

  @Test
  void whatCameLaterMayLeaveTheBundleAgain() {
    String bundle =
        """
        courier ada at 1900 heading a+b departed -60 arrival 1600
        courier bob at 300
        order a at 300 to 900 ready 0 placed -300
        order b at 300 to 900 ready 0 placed %d
        """;
    assertThat(LineTown.of(bundle.formatted(-59)).trips()).isEqualTo("ada: a\nbob: b");
  }

  @Test
  void ofSeveralOrdersKnownAtDepartureOneStays() {
    var town =
        LineTown.of(
            """
            courier ada at 1900 heading a+b departed -60 arrival 1600
            courier bob at 300
            order a at 300 to 900 ready 0 placed -300
            order b at 300 to 900 ready 0 placed -300
            """);
    assertThat(town.trips()).isIn("ada: a\nbob: b", "ada: b\nbob: a");
  }

  @Test
  void nobodyUnderWayIsTurnedRound() {
    var town =
        LineTown.of(
            """
            courier ada at 1000 heading a departed -60 arrival 640
            order a from noodles at 300 to 200 ready 0 placed -300
            order b from pizza at 1000 to 1100 ready 0 placed -9000
            """);
    assertThat(town.trips()).isEqualTo("ada: a, b");
    assertThat(town.told()).contains("b: QUEUED ada");
  }

  @Test
  void neighboursDoNotJoinACourierUnderWayToAnotherMerchant() {
    var town =
        LineTown.of(
            """
            policy neighbours
            courier ada at 100 heading a departed -60 arrival 140
            order a from noodles at 300 to 900 ready 0 placed -300
            order b from pizza at 400 to 900 ready 0 placed -300
            """);
    assertThat(town.trips()).isEqualTo("ada: a, b");
  }

  @Test
  void whatWasAcceptedIsFinishedAfterTheShiftButNothingIsWaitedForLonger() {
    var town =
        LineTown.of(
            """
            courier ada at 100 until 0 heading a departed -60 arrival 140
            courier bob at 1900
            order a at 300 to 960 ready 0 placed -300
            order b at 300 to 900 ready 0 placed -10
            order c at 300 to 900 ready 201 placed -10
            """);
    assertThat(town.trips()).contains("ada: b+a").contains("bob: c");
  }

  @Test
  void aRoundWhoseCourierIsUnderWayForNothingDeliverableIsRefused() {
    var town =
        LineTown.of(
            """
            river at 700
            courier ada at 100 heading a departed -60 arrival 140
            order a at 300 to 900 ready 0 placed -300
            """);
    assertThatThrownBy(town::plan)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ada is under way for orders that cannot be delivered");
  }
}
