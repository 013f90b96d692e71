package id.antar.dispatch.why;

import static id.antar.dispatch.why.Street.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antar.api.assignment.AssignmentId;
import id.antar.api.courier.CourierId;
import id.antar.api.dispatch.DecisionId;
import id.antar.api.dispatch.DecisionQuery.DecisionEntry;
import id.antar.api.dispatch.DecisionQuery.DecisionPage;
import id.antar.api.dispatch.DecisionQuery.FindDecisionOf;
import id.antar.api.dispatch.DecisionQuery.GetDispatch;
import id.antar.api.dispatch.DecisionQuery.GetWhy;
import id.antar.api.dispatch.DecisionQuery.ListDecisions;
import id.antar.api.dispatch.DispatchEvent.DispatchDecided;
import id.antar.api.dispatch.OfferReason;
import id.antar.api.dispatch.OrderDispatch;
import id.antar.api.dispatch.OrderDispatch.DecisionExplained;
import id.antar.api.dispatch.OrderDispatch.Outcome;
import id.antar.api.order.OrderId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DispatchAnswersTest {

  private static final OrderId ORDER = new OrderId("a");
  private static final AssignmentId TRIP = new AssignmentId("trip-of-kurt");

  private final SimpleQueryBus bus = SimpleQueryBus.builder().build();
  private final Map<DecisionId, DispatchDecided> stored = new HashMap<>();
  private final List<DecisionEntry> latestFirst = new ArrayList<>();
  private final DispatchAnswers answers =
      new DispatchAnswers(
          DefaultQueryGateway.builder().queryBus(bus).build(),
          id -> Objects.requireNonNull(stored.get(id)));

  DispatchAnswersTest() {
    var _ =
        bus.subscribe(
            ListDecisions.class.getName(),
            DecisionPage.class,
            message -> list((ListDecisions) message.getPayload()));
    var _ =
        bus.subscribe(
            FindDecisionOf.class.getName(),
            DecisionEntry.class,
            message -> find((FindDecisionOf) message.getPayload()));
  }

  @Test
  void anOrderThatNoRoundSawSaysSo() {
    assertThat(answers.on(new GetDispatch(ORDER, null, 20)))
        .isEqualTo(new OrderDispatch(ORDER, "No round has looked at it yet.", List.of(), null));
  }

  @Test
  void whatIsDecidedAgainAndAgainIsToldOnce() {
    record("d-1", nobody(), NOON);
    record("d-2", heldBack(), NOON.plusSeconds(10));
    record("d-3", heldBack(), NOON.plusSeconds(20));
    record("d-4", offered(), NOON.plusSeconds(30));

    OrderDispatch told = answers.on(new GetDispatch(ORDER, null, 20));

    assertThat(told.summary()).startsWith("Offered to courier kurt");
    assertThat(told.decisions())
        .extracting(DecisionExplained::outcome)
        .containsExactly(Outcome.OFFERED, Outcome.HELD_BACK, Outcome.NO_COURIER_IN_RANGE);
    DecisionExplained held = told.decisions().get(1);
    assertThat(held.rounds()).isEqualTo(2);
    assertThat(held.decisionId()).isEqualTo(new DecisionId("d-3"));
    assertThat(held.since()).isEqualTo(NOON.plusSeconds(10));
  }

  @Test
  void aDecisionOfAnotherPlannerSaysThatItCannotBeRead() {
    record("d-1", as(new DecisionId("d-1"), offered(), "{\"bundles\":[]}", NOON), NOON);

    DecisionExplained told = answers.on(new GetDispatch(ORDER, null, 20)).decisions().getFirst();

    assertThat(told.outcome()).isEqualTo(Outcome.UNREADABLE);
    assertThat(told.summary())
        .isEqualTo("Planner 2 decided this; its reasons can no longer be read.");
    assertThat(told.courierId()).isEqualTo(new CourierId("kurt"));
    assertThat(answers.on(new GetWhy(new CourierId("kurt"), TRIP)))
        .extracting(OfferReason::summary)
        .isEqualTo("Planner 2 decided this; its reasons can no longer be read.");
  }

  @Test
  void whyIsToldOfTheCouriersOwnOffersOnly() {
    record("d-1", offered(), NOON);

    assertThat(answers.on(new GetWhy(new CourierId("kurt"), TRIP)))
        .extracting(OfferReason::summary)
        .asString()
        .startsWith("You were asked because");
    assertThat(answers.on(new GetWhy(new CourierId("ani"), TRIP))).isNull();
    assertThat(answers.on(new GetWhy(new CourierId("kurt"), new AssignmentId("none")))).isNull();
  }

  @Test
  void aCursorThatTheIndexRefusesIsRefused() {
    assertThatThrownBy(() -> answers.on(new GetDispatch(ORDER, "nonsense", 20)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no cursor");
  }

  private DecisionPage list(ListDecisions query) {
    if (query.cursor() != null) {
      throw new IllegalArgumentException("no cursor");
    }
    return new DecisionPage(latestFirst, null);
  }

  private @Nullable DecisionEntry find(FindDecisionOf query) {
    return latestFirst.stream()
        .filter(entry -> query.assignmentId().equals(entry.assignmentId()))
        .findFirst()
        .orElse(null);
  }

  private static DispatchDecided offered() {
    return new Street().courier("kurt", 100).order("a", 0, 600, 60).decided();
  }

  private static DispatchDecided heldBack() {
    return new Street().courier("kurt", 100).order("a", 0, 600, 1800).decided();
  }

  private static DispatchDecided nobody() {
    return new Street().order("a", 0, 600, 60).decided();
  }

  private void record(String id, DispatchDecided decided, Instant at) {
    var decision = new DecisionId(id);
    stored.put(decision, as(decision, decided, decided.problem(), at));
    latestFirst.addFirst(
        new DecisionEntry(
            ORDER,
            decision,
            at,
            decided.choices().isEmpty() ? null : decided.choices().getFirst().courierId(),
            decided.choices().isEmpty() ? null : TRIP));
  }

  private static DispatchDecided as(
      DecisionId id, DispatchDecided decided, String problem, Instant at) {
    return new DispatchDecided(
        id,
        decided.zoneId(),
        decided.policyVersion(),
        decided.plannerVersion(),
        decided.mapVersion(),
        decided.seed(),
        problem,
        decided.plan(),
        decided.orders(),
        decided.choices(),
        decided.sightings(),
        at);
  }
}
