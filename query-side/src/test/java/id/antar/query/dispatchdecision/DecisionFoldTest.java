package id.antar.query.dispatchdecision;

import static id.antar.query.Cast.KURT;
import static id.antar.query.Cast.NOON;
import static id.antar.query.Cast.ORDER;
import static id.antar.query.Cast.OTHER_ORDER;
import static id.antar.query.Cast.TRIP;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.dispatch.DecisionId;
import id.antar.api.dispatch.DecisionQuery.DecisionEntry;
import id.antar.api.dispatch.DispatchEvent.Choice;
import id.antar.api.dispatch.DispatchEvent.DispatchDecided;
import id.antar.api.dispatch.ZoneId;
import id.antar.api.order.OrderId;
import id.antar.query.Cast;
import id.antar.query.projection.Recorded;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionFoldTest {

  private static final DecisionId DECISION = new DecisionId("d-1");

  private final DecisionFold fold = new DecisionFold();

  @Test
  void everyOrderThatARoundSawHasARow() {
    var recorded = recorded();

    assertThat(fold.keys(recorded.event())).containsExactly(ORDER.value(), OTHER_ORDER.value());
    assertThat(fold.rowKey(OTHER_ORDER.value(), recorded)).isEqualTo("order-2/d-1");
  }

  @Test
  void theOrderThatWasOfferedKnowsToWhomAndTheOtherOneDoesNot() {
    assertThat(row(ORDER)).isEqualTo(new DecisionEntry(ORDER, DECISION, NOON, KURT, TRIP));
    assertThat(row(OTHER_ORDER))
        .isEqualTo(new DecisionEntry(OTHER_ORDER, DECISION, NOON, null, null));
  }

  @Test
  void rowsAreInTheOrderInWhichDecisionsWereRecorded() {
    assertThat(fold.evolve(ORDER.value(), null, recorded()).recordedAt())
        .isEqualTo(NOON.plusSeconds(3));
  }

  private DecisionEntry row(OrderId order) {
    return fold.evolve(order.value(), null, recorded()).entry();
  }

  private static Recorded recorded() {
    var decided =
        new DispatchDecided(
            DECISION,
            new ZoneId("monaco"),
            "standard-2",
            "2",
            "map",
            7,
            "not opened",
            "not opened",
            List.of(ORDER, OTHER_ORDER),
            List.of(new Choice(TRIP, KURT, List.of(ORDER))),
            List.of(),
            NOON);
    return Cast.recorded(decided, "decision:d-1", 3);
  }
}
