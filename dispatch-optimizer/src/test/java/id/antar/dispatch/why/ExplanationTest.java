package id.antar.dispatch.why;

import static id.antar.dispatch.why.Street.NOON;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import id.antar.api.assignment.AssignmentId;
import id.antar.api.courier.CourierId;
import id.antar.api.dispatch.DispatchEvent.Choice;
import id.antar.api.dispatch.DispatchEvent.DispatchDecided;
import id.antar.api.dispatch.OrderDispatch.CandidateExplained;
import id.antar.api.dispatch.OrderDispatch.DecisionExplained;
import id.antar.api.dispatch.OrderDispatch.Outcome;
import id.antar.api.dispatch.OrderDispatch.Verdict;
import id.antar.api.order.OrderId;
import id.antar.dispatch.plan.CostTerms;
import id.antar.dispatch.plan.DispatchPlan;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What is said of each outcome, for those who run the service. Every plan is the planner's own.
class ExplanationTest {

  @Test
  void anOfferSaysWhenAndWhoWasNextBest() {
    DecisionExplained told =
        first(
            new Street()
                .onDuty(30)
                .courier("kurt", 100)
                .courier("ani", 400)
                .order("a", 0, 600, 60));

    assertThat(told.outcome()).isEqualTo(Outcome.OFFERED);
    assertThat(told.summary())
        .isEqualTo(
            "Offered to courier kurt: at the merchant's at 12:01, at the door at 12:13."
                + " Next best was courier ani, who would be at the door 5 min later"
                + " (dearer by 5.2 min). 2 of 30 couriers on duty were considered.");
    assertThat(told.assignmentId()).isEqualTo(new AssignmentId("trip-of-kurt"));
  }

  @Test
  void anOfferSaysWhoCouldNotHaveIt() {
    Street street =
        new Street()
            .courier("kurt", 100)
            .courier("bo", 300)
            .courier("fay", 5000)
            .courier("eve", 100, 0, 30)
            .order("a", 0, 600, 0, null, List.of(1));

    assertThat(first(street).summary())
        .endsWith(
            "4 of 4 couriers on duty were considered;"
                + " 1 has declined, 1 is too far away and 1 shift ends too soon.");
    assertThat(verdict(street, "bo")).isEqualTo("DECLINED Declined it at 11:59.");
    assertThat(verdict(street, "fay")).isEqualTo("TOO_FAR Too far from the merchant.");
    assertThat(verdict(street, "eve")).isEqualTo("SHIFT_ENDS The shift ends at 12:00, too soon.");
    assertThat(verdict(street, "kurt")).isEqualTo("ELIGIBLE Chosen.");
  }

  @Test
  void ordersOnOneTripSaySo() {
    Street street = new Street().courier("kurt", 100).order("a", 0, 600, 0).order("b", 0, 620, 30);

    assertThat(first(street).summary())
        .startsWith("Offered to courier kurt, together with 1 other order: at the merchant's");
  }

  @Test
  void whatIsHeldBackSaysUntilWhen() {
    DecisionExplained told = first(new Street().courier("kurt", 100).order("a", 0, 600, 1800));

    assertThat(told.outcome()).isEqualTo(Outcome.HELD_BACK);
    assertThat(told.summary())
        .startsWith("Held back: ready at 12:30, courier kurt need not leave before 12:27.")
        .endsWith("The only courier on duty was considered.");
    assertThat(told.dueInSeconds()).isPositive();
    assertThat(told.assignmentId()).isNull();
  }

  @Test
  void whatIsQueuedSaysBehindWhat() {
    assertThat(
            first(new Street().courier("kurt", 100, 480, 14_400).order("a", 0, 600, 0)).summary())
        .startsWith(
            "Queued behind the trip that courier kurt is on; free at 12:08,"
                + " at the merchant's at 12:09, at the door at 12:21.");
    Street two = new Street().courier("kurt", 100).order("a", 0, 600, 0).order("b", 2000, 1500, 0);
    assertThat(two.explained().of(new OrderId("b")).summary())
        .startsWith("Queued behind another trip that courier kurt is to drive; free at 12:15,");
  }

  @Test
  void whoIsOnTheWayKeepsAnOrderAndMayBeGivenAnother() {
    Street street =
        new Street()
            .underWay("kurt", 100, 100, 0, List.of(0))
            .courier("ani", 20)
            .order("a", 0, 600, 0);
    assertThat(first(street).outcome()).isEqualTo(Outcome.KEPT);
    assertThat(first(street).summary())
        .startsWith(
            "Stays with courier kurt, who is on the way to the merchant: at the merchant's at"
                + " 12:01, at the door at 12:13. Courier ani is cheaper by 91 s, but the other"
                + " courier is on the way already.");

    Street two =
        new Street()
            .underWay("kurt", 100, 100, 0, List.of(0))
            .order("a", 0, 600, 0)
            .order("b", 0, 620, 30);
    assertThat(two.explained().of(new OrderId("b")).summary())
        .startsWith(
            "Planned to join the trip of courier kurt,"
                + " together with 1 other order: at the merchant's at 12:01");
    OrderId b = new OrderId("b");
    var amended = new Choice(new AssignmentId("trip"), new CourierId("kurt"), List.of(b));
    assertThat(with(two.decided(), List.of(amended)).of(b).summary())
        .startsWith(
            "Joins the trip of courier kurt, who is on the way to the merchant,"
                + " together with 1 other order: at the merchant's at 12:01");
  }

  @Test
  void whatNobodyWasToldIsOnlyPlanned() {
    Street street = new Street().courier("kurt", 100).order("a", 0, 600, 60);

    DecisionExplained told = with(street.decided(), List.of()).of(new OrderId("a"));

    assertThat(told.outcome()).isEqualTo(Outcome.OFFERED);
    assertThat(told.summary())
        .startsWith("Planned for courier kurt; not told yet: at the merchant's at 12:01");
    assertThat(told.assignmentId()).isNull();
  }

  private static Explanation with(DispatchDecided d, List<Choice> choices) {
    return new Explanation(
        new DispatchDecided(
            d.decisionId(),
            d.zoneId(),
            d.policyVersion(),
            d.plannerVersion(),
            d.mapVersion(),
            d.seed(),
            d.problem(),
            d.plan(),
            d.orders(),
            choices,
            d.sightings(),
            d.occurredAt()));
  }

  @Test
  void anOrderThatNobodyGetsSaysWhy() {
    assertThat(first(new Street().onDuty(0).order("a", 0, 600, 0)).summary())
        .isEqualTo("Nobody: no courier is on duty.");
    assertThat(first(new Street().onDuty(4).order("a", 0, 600, 0)).summary())
        .isEqualTo("Nobody: none of the couriers on duty (4) is in range.");
    assertThat(
            first(
                    new Street()
                        .courier("kurt", 100)
                        .courier("ani", 400)
                        .order("a", 0, 600, 0, null, List.of(0, 1)))
                .summary())
        .isEqualTo("Nobody: each of the 2 couriers in range has declined.");
    assertThat(
            first(
                    new Street()
                        .courier("kurt", 100)
                        .courier("fay", 5000)
                        .order("a", 0, 600, 0, null, List.of(0)))
                .summary())
        .isEqualTo("Nobody: of the 2 couriers in range, 1 has declined and 1 is too far away.");
  }

  @Test
  void anOrderThatIsLeftForLaterSaysWhatItWouldCostNow() {
    Street street = new Street().courier("kurt", 100, 18_000, 40_000).order("a", 0, 600, 0);

    assertThat(first(street).outcome()).isEqualTo(Outcome.LATER_IS_CHEAPER);
    assertThat(first(street).summary())
        .isEqualTo(
            "Left for a later round: any courier would cost more now."
                + " The best would be courier kurt, at 348 min of waiting.");
    assertThat(verdict(street, "kurt"))
        .isEqualTo("ELIGIBLE Would cost 348 min of waiting, more than a later round.");
  }

  @Test
  void aPolicyOfOneOrderEachLeavesTheOthersForLater() {
    Street street =
        new Street()
            .policy("matching")
            .courier("kurt", 0)
            .order("a", 450, 600, 3000)
            .order("b", 10, -50, 0);

    assertThat(first(street).summary())
        .isEqualTo(
            "Left for a later round: courier kurt would be the best,"
                + " but is not free for it in this one.");
    assertThat(verdict(street, "kurt")).isEqualTo("ELIGIBLE Not free for it in this round.");
  }

  @Test
  void aPinSaysSoWhetherItsCourierCanComeOrNot() {
    Street street =
        new Street().courier("kurt", 100).courier("ani", 2000).order("a", 0, 600, 0, 1, List.of());
    assertThat(first(street).summary())
        .isEqualTo(
            "Pinned by an operator to courier ani. Offered to courier ani:"
                + " at the merchant's at 12:33, at the door at 12:45.");
    assertThat(verdict(street, "kurt"))
        .isEqualTo("PINNED_TO_ANOTHER An operator has pinned it to another courier.");

    assertThat(
            first(
                    new Street()
                        .courier("kurt", 100)
                        .courier("fay", 5000)
                        .order("a", 0, 600, 0, 1, List.of()))
                .summary())
        .isEqualTo("Nobody: pinned by an operator to courier fay. Too far from the merchant.");
  }

  @Test
  void aCourierWhoWouldCostLessMayBeNeededElsewhere() {
    Street street =
        new Street()
            .policy("matching")
            .courier("kurt", 0)
            .courier("ani", 1500)
            .order("a", 0, 50, 0)
            .order("b", 10, 60, 0);

    assertThat(List.of(verdict(street, "a", "kurt"), verdict(street, "b", "kurt")))
        .containsExactlyInAnyOrder("ELIGIBLE Chosen.", "ELIGIBLE Serves another order better.");
  }

  @Test
  void aPolicyThatDoesNotWeighSaysSo() {
    Street street =
        new Street()
            .policy("greedy")
            .courier("kurt", 0)
            .courier("ani", 10)
            .order("a", 450, 600, 3000)
            .order("b", 10, -50, 0);

    assertThat(verdict(street, "a", "ani"))
        .endsWith("but this policy takes whoever can pick it up first.");
  }

  @Test
  void termsAreInSecondsAndAddUpToTheTotal() {
    CandidateExplained kurt =
        first(new Street().courier("kurt", 100).order("a", 0, 600, 60)).candidates().getFirst();

    Map<String, Double> terms = requireNonNull(kurt.terms());
    assertThat(terms).containsOnlyKeys(CostTerms.NAMES);
    assertThat(terms.values().stream().mapToDouble(term -> term).sum())
        .isCloseTo(requireNonNull(kurt.total()), offset(0.001));
    assertThat(terms.get("delivery"))
        .isEqualTo(NOON.until(requireNonNull(kurt.doorAt())).toSeconds() + 60.0);
    assertThat(kurt.pickupAt()).isEqualTo(NOON.plusSeconds(160));
  }

  @Test
  void aGuessedWayIsMarked() {
    Street street = new Street().courier("kurt", 100).order("a", 0, 600, 60);

    assertThat(first(street).candidates().getFirst().estimatedTravel()).isFalse();
    assertThat(first(street.guessed()).candidates().getFirst().estimatedTravel()).isTrue();
  }

  @Test
  void everyOutcomeAndVerdictOfThePlannerHasItsName() {
    assertThat(Outcome.values())
        .extracting(Enum::name)
        .containsAll(List.of(DispatchPlan.Outcome.values()).stream().map(Enum::name).toList());
    assertThat(Verdict.values())
        .extracting(Enum::name)
        .containsExactlyElementsOf(
            List.of(DispatchPlan.Verdict.values()).stream().map(Enum::name).toList());
  }

  private static DecisionExplained first(Street street) {
    return street.explained().of(new OrderId("a"));
  }

  private static String verdict(Street street, String courier) {
    return verdict(street, "a", courier);
  }

  private static String verdict(Street street, String order, String courier) {
    return street.explained().of(new OrderId(order)).candidates().stream()
        .filter(each -> new CourierId(courier).equals(each.courierId()))
        .map(each -> each.verdict() + " " + each.why())
        .findFirst()
        .orElseThrow();
  }
}
