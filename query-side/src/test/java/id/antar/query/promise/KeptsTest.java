package id.antar.query.promise;

import static id.antar.query.Cast.KURT;
import static id.antar.query.Cast.NOODLE_BAR;
import static id.antar.query.Cast.NOON;
import static id.antar.query.Cast.ORDER;
import static id.antar.query.Cast.after;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.analytics.Bucket;
import id.antar.api.analytics.Span;
import id.antar.api.analytics.Whose;
import id.antar.api.money.Money;
import id.antar.api.promise.Promise;
import id.antar.api.promise.Promise.Source;
import id.antar.api.promise.PromiseQuery.Calibration;
import id.antar.api.promise.PromiseQuery.GetPromiseReport;
import id.antar.api.promise.PromiseQuery.Group;
import id.antar.api.promise.PromiseQuery.GroupBy;
import id.antar.api.promise.PromiseQuery.Kept;
import id.antar.api.promise.PromiseQuery.OrderPromises;
import id.antar.query.analytics.OrderFact;
import id.antar.query.analytics.OrderFact.Kind;
import id.antar.query.analytics.OrderFact.Outcome;
import id.antar.query.analytics.OrderFact.Plan;
import id.antar.query.analytics.OrderFact.Step;
import id.antar.query.analytics.OrderFact.Trip;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class KeptsTest {

  private static final OrderFact DELIVERED =
      new OrderFact(
          ORDER,
          NOODLE_BAR,
          "88396a0ae1fffff",
          Money.of(100, "EUR"),
          NOON,
          Outcome.DELIVERED,
          KURT,
          List.of(
              new Step(Kind.CONFIRMED, after(1), null, after(12)),
              new Step(Kind.ASSIGNED, after(4), "a", null),
              new Step(Kind.READY_MOVED, after(6), null, after(14)),
              new Step(Kind.READY, after(15), null, after(15)),
              new Step(Kind.PICKED_UP, after(16), "a", null),
              new Step(Kind.DELIVERED, after(30), "a", null)),
          Map.of(
              "a",
              new Trip(
                  List.of(
                      new Plan(after(2), after(9), after(24)),
                      new Plan(after(3), after(10), after(25)),
                      new Plan(after(8), after(11), after(28))),
                  List.of(after(13)))));

  private static final List<Promise> LIVE =
      List.of(live(12, after(28).plusSeconds(20)), live(14, after(29)), live(20, after(30)));

  @Test
  void everyPromiseStandsBesideWhatHappened() {
    OrderPromises found = new Kepts(DELIVERED, LIVE).ofOrder();

    assertThat(found.promises())
        .extracting(Kept::kind, Kept::source, Kept::shownAt, Kept::promisedFor, Kept::errorSeconds)
        .containsExactly(
            row(Promise.Kind.READY, Source.MERCHANT, 1, 12, 180),
            row(Promise.Kind.PICKUP, Source.PLAN, 4, 10, 180),
            row(Promise.Kind.DOOR, Source.PLAN, 4, 25, 300),
            row(Promise.Kind.READY, Source.MERCHANT, 6, 14, 60),
            row(Promise.Kind.PICKUP, Source.PLAN, 8, 11, 120),
            row(Promise.Kind.DOOR, Source.PLAN, 8, 28, 120),
            row(Promise.Kind.DOOR, Source.LIVE, 14, 29, 60),
            row(Promise.Kind.DOOR, Source.LIVE, 20, 30, 0));
    assertThat(found.promises().getFirst().horizonSeconds()).isEqualTo(11 * 60);
    assertThat(found.deliveredAt()).isEqualTo(after(30));
    assertThat(Objects.requireNonNull(found.lateness()).total()).isEqualTo(300);
  }

  @Test
  void theMomentsThatCountAreNamed() {
    var milestones = new Kepts(DELIVERED, LIVE).ofOrder().milestones();

    assertThat(Objects.requireNonNull(milestones.firstReady()).promisedFor()).isEqualTo(after(12));
    assertThat(Objects.requireNonNull(milestones.firstPickup()).promisedFor()).isEqualTo(after(10));
    assertThat(Objects.requireNonNull(milestones.firstDoor()).promisedFor()).isEqualTo(after(25));
    assertThat(Objects.requireNonNull(milestones.lastDoorBeforePickup()).promisedFor())
        .isEqualTo(after(29));
    assertThat(Objects.requireNonNull(milestones.firstDoorAfterPickup()).promisedFor())
        .isEqualTo(after(30));
  }

  @Test
  void aPlanIsShownWhileTheOrderIsWithIt() {
    OrderFact fact =
        with(
            new Step(Kind.ASSIGNED, after(4), "a", null),
            new Step(Kind.UNASSIGNED, after(7), "a", null));

    assertThat(Shown.of(fact))
        .extracting(Promise::promisedFor)
        .containsExactly(after(10), after(25));
  }

  @Test
  void theReportSaysHowFarOffPromisesWere() {
    Group group = report(GroupBy.HOUR, ZoneId.of("Asia/Jakarta"));

    assertThat(group.key()).isEqualTo("19");
    assertThat(group.orders()).isEqualTo(2);
    var lateness = Objects.requireNonNull(group.lateness());
    assertThat(lateness.total()).isEqualTo(300);
    assertThat(lateness.onTime()).isZero();
    assertThat(
            lateness.waitingForAssignment()
                + lateness.firstMile()
                + lateness.kitchen()
                + lateness.lastMile())
        .isEqualTo(lateness.total());
    Calibration plan =
        group.calibration().stream()
            .filter(it -> it.kind() == Promise.Kind.DOOR && it.source() == Source.PLAN)
            .findFirst()
            .orElseThrow();
    assertThat(plan)
        .isEqualTo(
            new Calibration(
                Promise.Kind.DOOR, Source.PLAN, 15, 30, 4, 210, 210, 120, 120, 300, 0.5, 1, 1));
  }

  @Test
  void itIsToldApartByMerchantAndCell() {
    assertThat(report(GroupBy.MERCHANT, ZoneId.of("UTC")).key()).isEqualTo("noodle-bar");
    assertThat(report(GroupBy.CELL, ZoneId.of("UTC")).key()).isEqualTo("88396a0ae1fffff");
    assertThat(report(GroupBy.ALL, ZoneId.of("UTC")).key()).isNull();
  }

  private static Group report(GroupBy by, ZoneId zone) {
    var span = new Span(NOON, after(60), Bucket.WHOLE, zone);
    var report = new Report(new GetPromiseReport(by, span, Whose.EVERYBODYS));
    report.add(DELIVERED, new Kepts(DELIVERED, List.of()).all());
    report.add(DELIVERED, new Kepts(DELIVERED, List.of()).all());
    return report.answer().groups().getFirst();
  }

  private static OrderFact with(Step... steps) {
    return new OrderFact(
        ORDER,
        NOODLE_BAR,
        DELIVERED.cell(),
        DELIVERED.price(),
        NOON,
        Outcome.OPEN,
        KURT,
        List.of(steps),
        DELIVERED.trips());
  }

  private static Promise live(int shownAt, Instant promisedFor) {
    return new Promise(Promise.Kind.DOOR, after(shownAt), promisedFor, Source.LIVE);
  }

  private static org.assertj.core.groups.Tuple row(
      Promise.Kind kind, Source source, int shownAt, int promisedFor, long error) {
    return org.assertj.core.groups.Tuple.tuple(
        kind, source, after(shownAt), after(promisedFor), error);
  }
}
