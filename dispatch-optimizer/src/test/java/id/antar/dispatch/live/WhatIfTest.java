package id.antar.dispatch.live;

import static id.antar.dispatch.live.Town.ADA;
import static id.antar.dispatch.live.Town.BOB;
import static id.antar.dispatch.live.Town.NOON;
import static id.antar.dispatch.live.Town.OFFER;
import static id.antar.dispatch.live.Town.ORDER;
import static id.antar.dispatch.live.Town.OTHER_ORDER;
import static id.antar.dispatch.live.Town.confirmed;
import static id.antar.dispatch.live.Town.north;
import static id.antar.dispatch.live.Town.offered;
import static id.antar.dispatch.live.Town.onShift;
import static id.antar.dispatch.live.Town.placed;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.assignment.AssignmentEvent.ArrivedAtPickup;
import id.antar.api.courier.CourierEvent.BreakStarted;
import id.antar.api.courier.CourierEvent.CashTaken;
import id.antar.api.courier.CourierId;
import id.antar.api.dispatch.DecisionQuery.GetWhatIf;
import id.antar.api.dispatch.WhatIf;
import id.antar.api.dispatch.WhatIf.Caution;
import id.antar.api.dispatch.WhatIf.Change;
import id.antar.api.dispatch.WhatIf.Obstacle;
import id.antar.api.dispatch.WhatIf.Total;
import id.antar.api.money.Money;
import id.antar.api.order.OrderEvent.OrderPickedUp;
import id.antar.api.order.OrderEvent.OrderPinned;
import id.antar.api.order.OrderId;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/// What an operator is told before an order is fixed to a courier.
class WhatIfTest {

  private final Rounds rounds = new Rounds();

  /// Ada is nearer to the noodle bar than Bob.
  private static void lunch(Rounds rounds) {
    rounds.given(onShift(ADA), onShift(BOB));
    rounds.seen(ADA, north(10));
    rounds.seen(BOB, north(-40));
    rounds.given(placed(ORDER), confirmed(ORDER, 0));
  }

  private WhatIf ask(CourierId courier) {
    return ask(rounds, ORDER, courier);
  }

  private static WhatIf ask(Rounds rounds, OrderId order, CourierId courier) {
    return Objects.requireNonNull(rounds.whatIf.on(new GetWhatIf(order, courier)));
  }

  private void expect(Obstacle obstacle, CourierId courier) {
    WhatIf answer = ask(courier);
    assertThat(answer.possible()).isFalse();
    assertThat(answer.obstacle()).isEqualTo(obstacle);
    assertThat(answer.summary()).isEqualTo(obstacle.sentence());
  }

  @Test
  void anOrderOnAFartherCourierIsLaterByTheWay() {
    lunch(rounds);

    WhatIf answer = ask(BOB);

    assertThat(answer.possible()).isTrue();
    assertThat(answer.obstacle()).isNull();
    assertThat(answer.asOf()).isEqualTo(NOON);
    assertThat(answer.mapVersion()).isEqualTo("map-1");
    Change change = answer.changes().getFirst();
    assertThat(answer.changes()).hasSize(1);
    assertThat(change.courierBefore()).isEqualTo(ADA);
    assertThat(change.courierAfter()).isEqualTo(BOB);
    assertThat(change.secondsLater()).isEqualTo(300);
    assertThat(Duration.between(change.doorBefore(), change.doorAfter()))
        .isEqualTo(Duration.ofSeconds(300));
    assertThat(answer.total().later()).isOne();
    assertThat(answer.total().secondsLater()).isEqualTo(300);
    assertThat(answer.summary()).startsWith("1 of 1 planned orders later, 0 sooner; +300 s");
  }

  @Test
  void theCourierWhoWouldHaveItAnywayChangesNothing() {
    lunch(rounds);

    WhatIf answer = ask(ADA);

    assertThat(answer.possible()).isTrue();
    assertThat(answer.changes()).isEmpty();
    assertThat(answer.total().orders()).isOne();
  }

  @Test
  void whoHasToWaitForTheMovedOrderIsNamedToo() {
    lunch(rounds);
    rounds.given(placed(OTHER_ORDER, north(-200)), confirmed(OTHER_ORDER, 0));

    WhatIf answer = ask(ADA);

    assertThat(answer.possible()).isTrue();
    assertThat(answer.changes()).extracting(Change::orderId).contains(ORDER, OTHER_ORDER);
    assertThat(answer.total().secondsLater())
        .isEqualTo(answer.changes().stream().mapToLong(Change::secondsLater).sum());
  }

  @Test
  void aPlanForLongAgoIsLateBeforeAndAfter() {
    lunch(rounds);
    rounds.advance(Duration.ofSeconds(90));
    rounds.given(placed(OTHER_ORDER, north(300)), confirmed(OTHER_ORDER, 0));

    WhatIf answer = ask(rounds, OTHER_ORDER, BOB);

    Change moved = changeOf(answer, OTHER_ORDER);
    assertThat(moved.lateSecondsBefore()).isPositive();
    assertThat(moved.lateSecondsAfter()).isGreaterThan(moved.lateSecondsBefore());
  }

  @Test
  void whoLosesTheCourierIsSaid() {
    assertThat(WhatIfAnswers.summary(new Total(14, 2, 0, 410, 0, 60, 1, 2)))
        .isEqualTo(
            "2 of 14 planned orders later, 0 sooner; +410 s at the doors, +60 s of lateness."
                + " 1 more without a courier.");
    assertThat(WhatIfAnswers.summary(new Total(14, 0, 0, 0, 0, 0, 3, 1)))
        .endsWith("2 fewer without a courier.");
  }

  private static Change changeOf(WhatIf answer, OrderId order) {
    return answer.changes().stream()
        .filter(change -> change.orderId().equals(order))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theAnswerIsWhatTheNextRoundDoesWithThePin() {
    lunch(rounds);
    WhatIf answer = ask(BOB);

    rounds.given(new OrderPinned(ORDER, BOB, "knows the way", rounds.now()));
    rounds.run();

    assertThat(rounds.offers())
        .singleElement()
        .satisfies(offer -> {
          assertThat(offer.courierId()).isEqualTo(BOB);
          assertThat(offer.stops().getLast().eta()).isEqualTo(changeOf(answer, ORDER).doorAfter());
        });
  }

  @Test
  void askingChangesNothing() {
    lunch(rounds);
    var asked = new Rounds();
    lunch(asked);

    var _ = ask(asked, ORDER, BOB);
    var _ = ask(asked, ORDER, BOB);
    asked.run();
    rounds.run();

    assertThat(asked.commands).isEqualTo(rounds.commands);
    assertThat(asked.board.find(ORDER).orElseThrow().pinnedTo()).isNull();
  }

  @Test
  void theSameMomentGivesTheSameAnswer() {
    lunch(rounds);
    rounds.given(placed(OTHER_ORDER, north(-20)), confirmed(OTHER_ORDER, 600));

    assertThat(ask(BOB)).isEqualTo(ask(BOB));
  }

  @Test
  void anOrderThatSomebodyIsOnTheWayForCanBeMoved() {
    lunch(rounds);
    rounds.run();
    rounds.offerIsAccepted();

    WhatIf answer = ask(BOB);

    assertThat(answer.possible()).isTrue();
    assertThat(changeOf(answer, ORDER).courierBefore()).isEqualTo(ADA);
    assertThat(changeOf(answer, ORDER).courierAfter()).isEqualTo(BOB);
  }

  @Test
  void whatCannotBeMovedSaysWhy() {
    lunch(rounds);
    expect(Obstacle.NOT_ON_SHIFT, new CourierId("carlo"));
    rounds.given(onShift(new CourierId("dora")));
    expect(Obstacle.WITHOUT_POSITION, new CourierId("dora"));
    rounds.given(new BreakStarted(BOB, NOON));
    expect(Obstacle.ON_BREAK, BOB);
    rounds.given(offered(OFFER, ADA, ORDER));
    expect(Obstacle.OFFERED, ADA);
    rounds.given(new OrderPickedUp(ORDER, OFFER, ADA, NOON));
    expect(Obstacle.PICKED_UP, BOB);
    assertThat(ask(rounds, new OrderId("gone"), ADA).obstacle()).isEqualTo(Obstacle.ORDER_IS_OVER);
    rounds.given(placed(OTHER_ORDER));
    assertThat(ask(rounds, OTHER_ORDER, ADA).obstacle()).isEqualTo(Obstacle.NOT_CONFIRMED);
    rounds.given(confirmed(OTHER_ORDER, 0));
    assertThat(ask(rounds, OTHER_ORDER, ADA).obstacle()).isEqualTo(Obstacle.HAS_AN_OFFER);
  }

  @Test
  void whoIsAtTheMerchantsKeepsTheOrder() {
    lunch(rounds);
    rounds.run();
    var accepted = rounds.offerIsAccepted();
    rounds.given(new ArrivedAtPickup(accepted.assignmentId(), ADA, ORDER, NOON));

    expect(Obstacle.SETTLED, BOB);
  }

  @Test
  void aCourierWithTooMuchCashIsACautionThatMayBeOverruled() {
    lunch(rounds);
    rounds.given(
        new CashTaken(
            BOB, OTHER_ORDER, new Money(900, "EUR"), new Money(9_000, "EUR"), true, NOON));

    assertThat(ask(BOB).possible()).isTrue();
    assertThat(ask(BOB).cautions()).containsExactly(Caution.CASH_LIMIT_REACHED);
    assertThat(ask(ADA).cautions()).isEmpty();
  }

  @Test
  void oneAtATime() throws InterruptedException {
    var inside = new CountDownLatch(1);
    var goOn = new CompletableFuture<Boolean>();
    MeasureTravel slow =
        (from, to, vehicle) -> {
          inside.countDown();
          var _ = goOn.join();
          return Town.MEASURED.measure(from, to, vehicle);
        };
    var busy = new Rounds(Rounds.SETTINGS, slow);
    lunch(busy);
    var first = CompletableFuture.supplyAsync(() -> ask(busy, ORDER, BOB));
    inside.await();

    assertThat(busy.whatIf.on(new GetWhatIf(ORDER, BOB))).isNull();
    goOn.complete(true);
    assertThat(first.join().possible()).isTrue();
    assertThat(ask(busy, ORDER, BOB).possible()).isTrue();
  }
}
