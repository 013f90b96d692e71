package id.antar.gateway.position;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.courier.CourierId;
import id.antar.api.position.LiveUpdate.CourierPosition;
import id.antar.api.time.EngineClock;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.testing.LocalBus;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PositionIntakeTest {

  private static final CourierId CARLO = new CourierId("carlo");
  private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");

  private final AtomicLong nanos = new AtomicLong(1);
  private final EngineClock clock = new EngineClock(START, 1, nanos::get);
  private final LocalBus bus = new LocalBus();
  private final PositionIntake intake = new PositionIntake(bus, clock, nanos::get, 2, 5);

  @Test
  void aGoodFixIsPublishedWithItsReceipt() {
    assertThat(take(1, 43.73, START, 5.0)).isNull();

    assertThat(bus.published())
        .singleElement()
        .isInstanceOfSatisfying(
            CourierPosition.class,
            fix -> {
              assertThat(fix.courierId()).isEqualTo(CARLO);
              assertThat(fix.receivedAt()).isEqualTo(START);
              assertThat(fix.receivedNanos()).isEqualTo(1);
              assertThat(fix.accuracyMetres()).isEqualTo(5.0);
            });
  }

  @Test
  void aSequenceThatDoesNotGrowIsStale() {
    assertThat(take(7, 43.73, START, null)).isNull();

    assertThat(take(7, 43.73, START, null)).isEqualTo("stale-position");
    assertThat(take(6, 43.73, START, null)).isEqualTo("stale-position");
    assertThat(take(8, 43.73, START, null)).isNull();
  }

  @Test
  void afterASilenceANewPhoneMayCountAnew() {
    pass(200);
    assertThat(take(Long.MAX_VALUE, 43.73, START, null)).isNull();

    assertThat(take(1, 43.73, START.plusSeconds(60), null)).isEqualTo("stale-position");
    assertThat(take(2, 43.73, START.plusSeconds(121), null)).isNull();
  }

  @Test
  void aJumpOfFortyKilometresInASecondIsImplausibleAndHarmsNothing() {
    assertThat(take(1, 43.73, START, null)).isNull();

    assertThat(take(2, 44.09, START.plusSeconds(1), null)).isEqualTo("implausible-position");
    assertThat(take(3, 43.7305, START.plusSeconds(2), null)).isNull();
    assertThat(bus.published()).hasSize(2);
  }

  @Test
  void aLongSilenceMakesALongWayPlausible() {
    pass(700);
    assertThat(take(1, 43.73, START, null)).isNull();

    assertThat(take(2, 44.0, START.plusSeconds(600), null)).isNull();
  }

  @Test
  void inaccuracyExplainsALittleAndNotEverything() {
    assertThat(take(1, 43.73, START, 300.0)).isNull();
    assertThat(take(2, 43.7322, START, null)).isNull();

    assertThat(take(3, 43.9, START, 9999.0)).isEqualTo("implausible-position");
  }

  @Test
  void aClockFromTomorrowOrTheDayBeforeYesterdayIsRefused() {
    assertThat(take(1, 43.73, START.plusSeconds(11), null)).isEqualTo("clock-out-of-range");
    assertThat(take(1, 43.73, START.plusSeconds(10), null)).isNull();
    assertThat(take(2, 43.73, START.minusSeconds(86_401), null)).isEqualTo("clock-out-of-range");
    assertThat(take(2, 43.73, START.minusSeconds(86_399), null)).isNull();
  }

  @Test
  void whereTheClockRunsFasterAPhoneMayBeAsMuchFurtherAhead() {
    var hurried = new EngineClock(START, 20, nanos::get);
    var hurriedIntake = new PositionIntake(bus, hurried, nanos::get, 2, 5);

    assertThat(hurriedIntake.take(CARLO, report(1, 43.73, START.plusSeconds(20), null))).isEmpty();
    assertThat(hurriedIntake.take(CARLO, report(2, 43.73, START.plusSeconds(21), null)))
        .isPresent();
  }

  @Test
  void ofWhatAPhoneKeptTheNewestThatCanBeTrueGoesLive() {
    pass(60);
    List<PositionReport> kept =
        List.of(
            report(3, 43.732, START.plusSeconds(30), null),
            report(1, 43.730, START.plusSeconds(10), null),
            report(4, 44.9, START.plusSeconds(31), null),
            report(2, 43.731, START.plusSeconds(20), null));

    var problems = intake.takeAll(CARLO, kept);

    assertThat(problems).hasSize(1).hasEntrySatisfying(2, this::isImplausible);
    assertThat(bus.published())
        .singleElement()
        .isInstanceOfSatisfying(
            CourierPosition.class,
            fix -> {
              assertThat(fix.sequence()).isEqualTo(3);
              assertThat(fix.occurredAt()).isEqualTo(START.plusSeconds(30));
            });
    assertThat(take(5, 43.732, START.plusSeconds(60), null)).isNull();
  }

  @Test
  void ofWhatAPhoneKeptNothingFollowsANewerFix() {
    pass(60);
    assertThat(take(9, 43.73, START.plusSeconds(59), null)).isNull();

    var problems = intake.takeAll(CARLO, List.of(report(1, 43.73, START.plusSeconds(10), null)));

    assertThat(problems.values()).extracting(Problem::code).containsExactly("stale-position");
    assertThat(bus.published()).hasSize(1);
  }

  private void isImplausible(Problem problem) {
    assertThat(problem.code()).isEqualTo("implausible-position");
  }

  @Test
  void moreThanTheBurstHasToWait() {
    for (int i = 1; i <= 5; i++) {
      assertThat(take(i, 43.73, START, null)).isNull();
    }
    assertThat(take(6, 43.73, START, null)).isEqualTo("too-many-positions");
    pass(1);
    assertThat(take(7, 43.73, START, null)).isNull();
    assertThat(take(8, 43.73, START, null)).isNull();
    assertThat(take(9, 43.73, START, null)).isEqualTo("too-many-positions");
  }

  private void pass(long seconds) {
    nanos.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
  }

  private @Nullable String take(
      long sequence, double latitude, Instant at, @Nullable Double accuracy) {
    return intake
        .take(CARLO, report(sequence, latitude, at, accuracy))
        .map(Problem::code)
        .orElse(null);
  }

  private static PositionReport report(
      long sequence, double latitude, Instant at, @Nullable Double accuracy) {
    return new PositionReport(latitude, 7.42, null, null, accuracy, sequence, at);
  }
}
