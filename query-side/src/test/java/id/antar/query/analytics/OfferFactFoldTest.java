package id.antar.query.analytics;

import static id.antar.query.Cast.KURT;
import static id.antar.query.Cast.ORDER;
import static id.antar.query.Cast.OTHER_ORDER;
import static id.antar.query.Cast.TRIP;
import static id.antar.query.Cast.accepted;
import static id.antar.query.Cast.after;
import static id.antar.query.Cast.ended;
import static id.antar.query.Cast.offered;
import static id.antar.query.Cast.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.assignment.AssignmentEvent;
import id.antar.api.assignment.AssignmentEvent.OfferDeclined;
import id.antar.query.analytics.OfferFact.Outcome;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OfferFactFoldTest {

  @Test
  void anAcceptedOfferIsATripUntilItEnds() {
    OfferFact fact = given(offered(TRIP, ORDER, OTHER_ORDER), accepted(TRIP, ORDER), ended(TRIP));

    assertThat(fact.outcome()).isEqualTo(Outcome.ACCEPTED);
    assertThat(fact.orderId()).isEqualTo(ORDER);
    assertThat(fact.acceptedAt()).isEqualTo(after(3));
    assertThat(fact.endedAt()).isEqualTo(after(26));
  }

  @Test
  void anOfferWhoseOrdersAreGoneIsWithdrawn() {
    assertThat(given(offered(TRIP, ORDER), ended(TRIP)).outcome()).isEqualTo(Outcome.WITHDRAWN);
  }

  @Test
  void aDeclinedOfferStaysDeclined() {
    var declined = new OfferDeclined(TRIP, KURT, List.of(ORDER), "tired", after(3));

    assertThat(given(offered(TRIP, ORDER), declined, ended(TRIP)).outcome())
        .isEqualTo(Outcome.DECLINED);
  }

  private static OfferFact given(AssignmentEvent... events) {
    var fold = new OfferFactFold();
    @Nullable OfferFact fact = null;
    for (AssignmentEvent event : events) {
      fact = fold.evolve(TRIP.value(), fact, recorded(event, TRIP.value(), 0));
    }
    return Objects.requireNonNull(fact);
  }
}
