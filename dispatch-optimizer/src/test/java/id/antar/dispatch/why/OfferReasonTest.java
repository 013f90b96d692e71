package id.antar.dispatch.why;

import static id.antar.dispatch.why.Street.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.assignment.AssignmentId;
import id.antar.api.courier.CourierId;
import id.antar.api.dispatch.OfferReason;
import id.antar.api.dispatch.OrderDispatch.CandidateExplained;
import id.antar.api.dispatch.OrderDispatch.Verdict;
import id.antar.api.order.OrderId;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the courier who is asked is told.
class OfferReasonTest {

  @Test
  void aCourierIsToldWhatSpokeForThemAndNoOtherName() {
    OfferReason reason =
        kurts(
            new Street()
                .courier("kurt", 100)
                .courier("ani", 400)
                .courier("bo", 600)
                .order("a", 0, 600, 60));

    assertThat(reason.courierId()).isEqualTo(new CourierId("kurt"));
    assertThat(reason.summary())
        .isEqualTo(
            "You were asked because you can be at the merchant's at 12:01 and at the door at"
                + " 12:13. The next best of the 2 others would be at the door 5 min later"
                + " (dearer by 5.6 min).");
    assertThat(reason.orders().getFirst().alternatives())
        .extracting(each -> each.courierId())
        .containsExactly(new CourierId("ani"), new CourierId("bo"));
    assertThat(reason.orders().getFirst().pickupAt()).isEqualTo(NOON.plusSeconds(160));
  }

  @Test
  void ofTheOthersACourierIsToldOnlyWhetherTheyCouldAndAtWhatCost() {
    Street street = new Street().courier("kurt", 100).courier("ani", 400).order("a", 0, 600, 60);

    assertThat(kurts(street).toString()).contains("ani");
    OfferReason told = kurts(street).forCourier();
    assertThat(told.toString()).doesNotContain("ani").contains("kurt");
    CandidateExplained other = kurts(street).orders().getFirst().alternatives().getFirst();
    assertThat(told.orders().getFirst().alternatives())
        .containsExactly(
            new CandidateExplained(
                null, Verdict.ELIGIBLE, other.total(), null, null, null, null, null));
  }

  @Test
  void whoIsAloneIsToldSo() {
    assertThat(kurts(new Street().courier("kurt", 100).order("a", 0, 600, 60)).summary())
        .endsWith("12:13, and no other courier is in range.");
    assertThat(
            kurts(
                    new Street()
                        .courier("kurt", 100)
                        .courier("ani", 400)
                        .order("a", 0, 600, 60, null, List.of(1)))
                .summary())
        .endsWith("12:13, and no other courier could carry it: 1 has declined.");
  }

  @Test
  void whoIsPinnedIsToldThatAnOperatorChose() {
    assertThat(
            kurts(
                    new Street()
                        .courier("kurt", 100)
                        .courier("ani", 0)
                        .order("a", 0, 600, 60, 0, List.of()))
                .summary())
        .startsWith("You were asked because an operator has chosen you for it; you can be at");
  }

  @Test
  void aTripWithSeveralOrdersTellsOfEach() {
    assertThat(
            kurts(new Street().courier("kurt", 100).order("a", 0, 600, 0).order("b", 0, 620, 30))
                .summary())
        .startsWith("You were asked to carry 2 orders on one trip. Order a: You were asked because")
        .contains(" Order b: You were asked because");
  }

  @Test
  void anOfferThatTheDecisionDidNotMakeHasNoReason() {
    Street street = new Street().courier("kurt", 100).order("a", 0, 600, 60);

    assertThat(street.explained().of(new AssignmentId("another"))).isEmpty();
    assertThat(street.explained().of(new OrderId("another")).summary())
        .isEqualTo("This round decided nothing about the order.");
  }

  private static OfferReason kurts(Street street) {
    return street.explained().of(new AssignmentId("trip-of-kurt")).orElseThrow();
  }
}
