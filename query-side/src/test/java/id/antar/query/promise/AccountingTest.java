package id.antar.query.promise;

import static id.antar.query.Cast.KURT;
import static id.antar.query.Cast.NOODLE_BAR;
import static id.antar.query.Cast.NOON;
import static id.antar.query.Cast.ORDER;
import static id.antar.query.Cast.after;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.money.Money;
import id.antar.api.promise.Lateness;
import id.antar.query.analytics.OrderFact;
import id.antar.query.analytics.OrderFact.Kind;
import id.antar.query.analytics.OrderFact.Outcome;
import id.antar.query.analytics.OrderFact.Plan;
import id.antar.query.analytics.OrderFact.Step;
import id.antar.query.analytics.OrderFact.Trip;
import id.antar.query.promise.Phases.Phase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AccountingTest {

  /// At 12:04 it is planned: there at 12:10, ready at 12:12, at the door at 12:25.
  private static final Plan PLAN = new Plan(after(3), after(10), after(25));

  private static final List<Step> PREPARED =
      List.of(step(Kind.CONFIRMED, 1, null, 12), step(Kind.ASSIGNED, 4, "a", null));

  @Test
  void whatGoesAsPlannedIsNotLate() {
    Lateness found = lateness(trip(10), step(Kind.READY, 12), pickup(13, "a"), door(25));

    assertThat(found).isEqualTo(new Lateness(after(25), 0, 0, 0, 0, 0));
  }

  @Test
  void aLateKitchenIsTheKitchens() {
    Lateness found = lateness(trip(10), step(Kind.READY, 20), pickup(21, "a"), door(33));

    assertThat(found).isEqualTo(new Lateness(after(25), 8 * 60, 0, 0, 8 * 60, 0));
  }

  @Test
  void aLateCourierWhomTheFoodWaitsForIsTheFirstMileButForTheTimeTheKitchenSaves() {
    Lateness found = lateness(trip(18), step(Kind.READY, 12), pickup(19, "a"), door(31));

    assertThat(found).isEqualTo(new Lateness(after(25), 6 * 60, 0, 8 * 60, -2 * 60, 0));
  }

  @Test
  void aSlowWayToTheDoorIsTheLastMile() {
    Lateness found = lateness(trip(10), step(Kind.READY, 12), pickup(13, "a"), door(40));

    assertThat(found).isEqualTo(new Lateness(after(25), 15 * 60, 0, 0, 0, 15 * 60));
  }

  @Test
  void whatIsEarlyIsNegative() {
    Lateness found = lateness(trip(7), step(Kind.READY, 8), pickup(9, "a"), door(18));

    assertThat(found).isEqualTo(new Lateness(after(25), -7 * 60, 0, -3 * 60, -60, -3 * 60));
  }

  @Test
  void anOrderThatLostItsCourierWaitsForAnother() {
    Lateness found =
        lateness(
            Map.of(
                "a", new Trip(List.of(PLAN), List.of()),
                "b", new Trip(List.of(), List.of(after(24)))),
            step(Kind.UNASSIGNED, 8, "a", null),
            step(Kind.READY, 12),
            step(Kind.ASSIGNED, 18, "b", null),
            pickup(25, "b"),
            door(37));

    assertThat(found).isEqualTo(new Lateness(after(25), 12 * 60, 10 * 60, 4 * 60, -2 * 60, 0));
  }

  @Test
  void aStrandedOrderWaitsAgainAndIsFetchedAgain() {
    Lateness found =
        lateness(
            Map.of(
                "a", new Trip(List.of(PLAN), List.of(after(10))),
                "b", new Trip(List.of(), List.of(after(30)))),
            step(Kind.READY, 12),
            pickup(13, "a"),
            step(Kind.STRANDED, 18, "a", null),
            step(Kind.ASSIGNED, 20, "b", null),
            pickup(31, "b"),
            door(40));

    assertThat(found).isEqualTo(new Lateness(after(25), 15 * 60, 2 * 60, 10 * 60, 0, 3 * 60));
  }

  @Test
  void whatIsMadeAgainIsWaitedForAtTheCounter() {
    Lateness found =
        lateness(
            Map.of(
                "a", new Trip(List.of(PLAN), List.of(after(10))),
                "b", new Trip(List.of(), List.of(after(25)))),
            step(Kind.READY, 12),
            pickup(13, "a"),
            step(Kind.STRANDED, 18, "a", 35),
            step(Kind.ASSIGNED, 20, "b", null),
            step(Kind.READY, 35),
            pickup(36, "b"),
            door(48));

    assertThat(found).isEqualTo(new Lateness(after(25), 23 * 60, 2 * 60, 5 * 60, 10 * 60, 6 * 60));
  }

  @Test
  void anArrivalThatNobodyRecordedIsAtThePickup() {
    Lateness found =
        lateness(
            Map.of("a", new Trip(List.of(PLAN), List.of())),
            step(Kind.READY, 12),
            pickup(14, "a"),
            door(25));

    assertThat(found).isEqualTo(new Lateness(after(25), 0, 0, 4 * 60, -2 * 60, -2 * 60));
  }

  @Test
  void withoutAPromiseOrADeliveryThereIsNoLateness() {
    assertThat(Accounting.of(fact(PREPARED, trip(10)))).isEmpty();
    assertThat(Accounting.of(fact(List.of(door(25)), Map.of()))).isEmpty();
  }

  /// Steps at any times and in any order, as phones with wrong clocks may tell them.
  @Property
  void thePartsSumToTheWholeWhateverHappened(
      @ForAll("steps") List<Step> steps, @ForAll("trips") Map<String, Trip> trips) {
    List<Step> all = new ArrayList<>(PREPARED);
    all.addAll(steps);
    all.add(new Step(Kind.DELIVERED, NOON.plusSeconds(3_000), "a", null));
    OrderFact fact = fact(all, trips);

    Accounting.of(fact)
        .ifPresent(found ->
            assertThat(
                    found.waitingForAssignment()
                        + found.firstMile()
                        + found.kitchen()
                        + found.lastMile())
                .isEqualTo(3_000 - found.firstPromise().getEpochSecond() + NOON.getEpochSecond()));
    assertThat(Accounting.of(fact)).isPresent();
  }

  @Property
  void noPhaseLastsLessThanNothingAndAllOfThemAsLongAsItTook(
      @ForAll("steps") List<Step> steps, @ForAll("trips") Map<String, Trip> trips) {
    Map<Phase, Long> phases = Phases.between(NOON, NOON.plusSeconds(3_000), fact(steps, trips));

    assertThat(phases.values()).allMatch(it -> it >= 0);
    assertThat(phases.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(3_000);
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Kind> kinds =
        Arbitraries.of(
            Kind.READY_MOVED,
            Kind.READY,
            Kind.ASSIGNED,
            Kind.UNASSIGNED,
            Kind.PICKED_UP,
            Kind.STRANDED);
    Arbitrary<@Nullable Instant> ready = moments().injectNull(0.5);
    return Combinators.combine(kinds, moments(), Arbitraries.of("a", "b"), ready)
        .as(Step::new)
        .list()
        .ofMaxSize(12);
  }

  @Provide
  Arbitrary<Map<String, Trip>> trips() {
    Arbitrary<Plan> plans =
        Combinators.combine(moments(), moments().injectNull(0.2), moments()).as(Plan::new);
    Arbitrary<Trip> trips =
        Combinators.combine(plans.list().ofMaxSize(3), moments().list().ofMaxSize(2)).as(Trip::new);
    return Combinators.combine(trips, trips)
        .as((a, b) -> Map.of("a", a.plans().isEmpty() ? trip(10).get("a") : a, "b", b));
  }

  private static Arbitrary<Instant> moments() {
    return Arbitraries.integers().between(-600, 4_000).map(NOON::plusSeconds);
  }

  private static Lateness lateness(Map<String, Trip> trips, Step... steps) {
    List<Step> all = new ArrayList<>(PREPARED);
    all.addAll(List.of(steps));
    return Accounting.of(fact(all, trips)).orElseThrow();
  }

  private static OrderFact fact(List<Step> steps, Map<String, Trip> trips) {
    return new OrderFact(
        ORDER,
        NOODLE_BAR,
        "88396a0ae1fffff",
        Money.of(100, "EUR"),
        NOON,
        Outcome.OPEN,
        KURT,
        steps,
        trips);
  }

  private static Map<String, Trip> trip(int arrival) {
    return Map.of("a", new Trip(List.of(PLAN), List.of(after(arrival))));
  }

  private static Step pickup(int minute, String trip) {
    return step(Kind.PICKED_UP, minute, trip, null);
  }

  private static Step door(int minute) {
    return step(Kind.DELIVERED, minute, "a", null);
  }

  private static Step step(Kind kind, int minute) {
    return step(kind, minute, null, null);
  }

  private static Step step(
      Kind kind, int minute, @Nullable String trip, @Nullable Integer readyAt) {
    return new Step(kind, after(minute), trip, readyAt == null ? null : after(readyAt));
  }
}
