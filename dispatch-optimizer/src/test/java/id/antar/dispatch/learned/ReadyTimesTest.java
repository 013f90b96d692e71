package id.antar.dispatch.learned;

import static id.antar.dispatch.learned.History.NOODLES;
import static id.antar.dispatch.learned.History.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.dispatch.LearnedQuery.Accuracy;
import id.antar.api.dispatch.LearnedQuery.Kind;
import id.antar.api.dispatch.LearnedQuery.MerchantLateness;
import id.antar.api.merchant.MerchantId;
import id.antar.api.order.OrderId;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadyTimesTest {

  private static final MerchantId PIZZA = new MerchantId("pizza");

  private final History history = new History();

  private static MerchantId merchant(int number) {
    return new MerchantId("merchant-" + number);
  }

  @Test
  void withoutHistoryAMerchantKeepsThePromise() {
    LearnedTimes learned = history.learned();

    assertThat(learned.lateness(NOODLES)).isZero();
    assertThat(learned.spread(NOODLES)).isZero();
    assertThat(learned.readyAt(NOODLES, NOON, NOON.minusSeconds(300))).isEqualTo(NOON);
    assertThat(learned.report().accuracy()).isEmpty();
  }

  /// Merchants differ by a standard deviation of 240 s and each from itself by 90 s, so that the
  /// promise errs by about 205 s in the mean and the best possible estimate by about 72 s.
  @Test
  void merchantsWithDifferentHabitsAreToldApart() {
    var random = new Random(7);
    int[] habits = IntStream.range(0, 40).map(_ -> (int) (random.nextGaussian() * 240)).toArray();
    for (int order = 0; order < 40; order++) {
      for (int m = 0; m < habits.length; m++) {
        Instant promised = NOON.plusSeconds(3600L * order + m);
        history.lateness(merchant(m), promised, habits[m] + (int) (random.nextGaussian() * 90));
      }
    }

    LearnedTimes learned = history.learned();

    Accuracy accuracy = learned.accuracy(Kind.READY_TIME);
    assertThat(accuracy.observations()).isEqualTo(1600);
    assertThat(accuracy.constantErrorSeconds()).isBetween(160.0, 250.0);
    assertThat(accuracy.learnedErrorSeconds())
        .isLessThan(accuracy.constantErrorSeconds() * 0.5)
        .isLessThan(95);
    for (int m = 0; m < habits.length; m++) {
      assertThat(learned.lateness(merchant(m))).isBetween(habits[m] - 75, habits[m] + 75);
      assertThat(learned.spread(merchant(m))).isBetween(45, 250);
    }
    assertThat(learned.report().latestMerchants())
        .hasSize(20)
        .isSortedAccordingTo((one, other) -> other.latenessSeconds() - one.latenessSeconds());
  }

  @Test
  void merchantsWhoAllKeepTheirPromisesCostNoError() {
    var random = new Random(8);
    for (int order = 0; order < 1000; order++) {
      Instant promised = NOON.plusSeconds(60L * order);
      history.lateness(merchant(order % 20), promised, (int) (random.nextGaussian() * 90));
    }

    Accuracy accuracy = history.learned().accuracy(Kind.READY_TIME);

    assertThat(accuracy.learnedErrorSeconds()).isLessThan(accuracy.constantErrorSeconds() * 1.05);
  }

  @Test
  void aMerchantNobodyKnowsIsLikeTheOthers() {
    for (int order = 0; order < 60; order++) {
      history.lateness(merchant(order % 10), NOON.plusSeconds(60L * order), 300);
    }

    assertThat(history.learned().lateness(NOODLES)).isEqualTo(300);
  }

  @Test
  void fewOrdersOfOneMerchantCountLittleAgainstManyOfOthers() {
    for (int order = 0; order < 60; order++) {
      history.lateness(merchant(order % 10), NOON.plusSeconds(60L * order), order % 21 - 10);
    }
    history.lateness(NOODLES, NOON.plusSeconds(4000), 900);
    history.lateness(NOODLES, NOON.plusSeconds(5000), 900);

    assertThat(history.learned().lateness(NOODLES)).isBetween(0, 10);
  }

  @Test
  void forgottenButtonsDoNotWreckAnEstimate() {
    for (int order = 0; order < 20; order++) {
      int lateness = order % 5 == 4 ? 20_000 : 120 + order;
      history.lateness(NOODLES, NOON.plusSeconds(600L * order), lateness);
    }

    LearnedTimes learned = history.learned();

    assertThat(learned.lateness(NOODLES)).isBetween(115, 140);
    assertThat(learned.accuracy(Kind.READY_TIME).constantErrorSeconds()).isLessThan(7200);
  }

  @Test
  void aMerchantWhoChangesIsFollowed() {
    for (int order = 0; order < 200; order++) {
      history.lateness(NOODLES, NOON.plusSeconds(600L * order), 30 + order % 10);
      history.lateness(PIZZA, NOON.plusSeconds(600L * order), 0);
    }
    for (int order = 200; order < 225; order++) {
      history.lateness(NOODLES, NOON.plusSeconds(600L * order), 600 + order % 10);
      history.lateness(PIZZA, NOON.plusSeconds(600L * order), 0);
    }

    assertThat(history.learned().lateness(NOODLES)).isBetween(600, 610);
    assertThat(history.learned().lateness(PIZZA)).isZero();
  }

  @Test
  void whatLiesMonthsBackCountsLittle() {
    for (int order = 0; order < 30; order++) {
      history.lateness(NOODLES, NOON.plusSeconds(600L * order), 600);
    }
    Instant later = NOON.plus(Duration.ofDays(70));
    for (int order = 0; order < 30; order++) {
      history.lateness(PIZZA, later.plusSeconds(600L * order), 0);
    }
    assertThat(history.learned().lateness(NOODLES)).isZero();

    for (int order = 0; order < 6; order++) {
      history.lateness(NOODLES, later.plusSeconds(600L * order), 60);
    }
    assertThat(history.learned().lateness(NOODLES)).isEqualTo(60);
  }

  @Test
  void whatIsOverdueIsComparedWithWhatWasAsLate() {
    for (int order = 0; order < 40; order++) {
      int lateness = order % 2 == 0 ? 60 : 600;
      history.lateness(NOODLES, NOON.plusSeconds(600L * order), lateness);
    }
    LearnedTimes learned = history.learned();
    Instant promised = NOON.plus(Duration.ofDays(1));

    assertThat(learned.readyAt(NOODLES, promised, promised.minusSeconds(60)))
        .isEqualTo(promised.plusSeconds(60));
    assertThat(learned.readyAt(NOODLES, promised, promised.plusSeconds(90)))
        .isEqualTo(promised.plusSeconds(600));
  }

  @Test
  void whatIsOverdueBeyondExperienceIsStillToCome() {
    for (int order = 0; order < 40; order++) {
      history.lateness(NOODLES, NOON.plusSeconds(600L * order), order);
    }
    LearnedTimes learned = history.learned();
    Instant promised = NOON.plus(Duration.ofDays(1));

    for (int waited = 0; waited < 600; waited += 50) {
      Instant now = promised.plusSeconds(waited);
      assertThat(learned.readyAt(NOODLES, promised, now))
          .isBetween(now.plusSeconds(1), now.plusSeconds(60))
          .isEqualTo(learned.readyAt(NOODLES, promised, now));
    }
  }

  @Test
  void whatIsLongOverdueIsNotAlwaysAboutToBeReady() {
    var random = new Random(9);
    for (int order = 0; order < 100; order++) {
      int lateness = (int) (random.nextGaussian() * 400);
      history.lateness(NOODLES, NOON.plusSeconds(600L * order), lateness);
    }
    LearnedTimes learned = history.learned();
    Instant promised = NOON.plus(Duration.ofDays(1));
    assertThat(learned.spread(NOODLES)).isGreaterThan(300);

    for (int waited = 900; waited < 40_000; waited += 100) {
      Instant now = promised.plusSeconds(waited);
      assertThat(learned.readyAt(NOODLES, promised, now)).isEqualTo(now);
    }
  }

  @Test
  void whatIsOverdueIsWaitedForNoLongerThanTenMinutes() {
    for (int order = 0; order < 20; order++) {
      int lateness = order % 5 == 4 ? 7000 : 120 + order;
      history.lateness(NOODLES, NOON.plusSeconds(600L * order), lateness);
    }
    Instant promised = NOON.plus(Duration.ofDays(1));
    Instant now = promised.plusSeconds(300);

    assertThat(history.learned().readyAt(NOODLES, promised, now)).isEqualTo(now.plusSeconds(600));
  }

  @Test
  void aForgottenButtonTeachesNothing() {
    for (int order = 0; order < 20; order++) {
      history.lateness(NOODLES, NOON.plusSeconds(600L * order), 20_000);
    }

    assertThat(history.learned().lateness(NOODLES)).isZero();
    assertThat(history.learned().report().accuracy()).isEmpty();
  }

  @Test
  void aCorrectedPromiseIsJudgedByItself() {
    for (int order = 0; order < 40; order++) {
      Instant promised = NOON.plusSeconds(600L * order);
      OrderId orderId = history.place(NOODLES, promised);
      Instant corrected = promised.plusSeconds(500);
      history.promiseAnew(orderId, corrected, promised.minusSeconds(60));
      history.ready(orderId, corrected.plusSeconds(40));
    }
    LearnedTimes learned = history.learned();
    Instant promised = NOON.plus(Duration.ofDays(1));
    Instant before = promised.minusSeconds(300);

    assertThat(learned.readyAt(NOODLES, promised, before)).isEqualTo(promised.plusSeconds(540));
    assertThat(learned.revisedReadyAt(NOODLES, promised, before))
        .isEqualTo(promised.plusSeconds(40));
    assertThat(learned.accuracy(Kind.REVISED_READY_TIME).constantErrorSeconds()).isEqualTo(40);
  }

  @Test
  void whoKeepsCouriersWaitingAndTellsNothingIsKnownByThePickups() {
    for (int order = 0; order < 40; order++) {
      Instant promised = NOON.plusSeconds(600L * order);
      OrderId orderId = history.place(NOODLES, promised);
      history.arriveAtPickup("trip-" + order, orderId, promised);
      Instant pickedUpAt = promised.plusSeconds(460);
      history.pickUp("trip-" + order, orderId, pickedUpAt);
      history.ready(orderId, pickedUpAt);
      history.delivered(orderId, pickedUpAt.plusSeconds(600));
    }

    LearnedTimes learned = history.learned();

    assertThat(learned.lateness(NOODLES)).isEqualTo(400);
    assertThat(learned.accuracy(Kind.READY_TIME).observations()).isZero();
    assertThat(learned.report().latestMerchants())
        .containsExactly(new MerchantLateness(NOODLES, 32, 400, 0));
  }

  @Test
  void aCourierWhoComesLateTellsNothingOfTheReadyTime() {
    for (int order = 0; order < 40; order++) {
      Instant promised = NOON.plusSeconds(600L * order);
      OrderId orderId = history.place(NOODLES, promised);
      history.arriveAtPickup("trip-" + order, orderId, promised.plusSeconds(900));
      history.pickUp("trip-" + order, orderId, promised.plusSeconds(960));
      history.ready(orderId, promised.plusSeconds(960));
    }

    assertThat(history.learned().lateness(NOODLES)).isZero();
  }
}
