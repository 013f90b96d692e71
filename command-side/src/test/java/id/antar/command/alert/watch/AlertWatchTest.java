package id.antar.command.alert.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antar.api.alert.AlertId;
import id.antar.api.alert.AlertKind;
import id.antar.api.alert.AlertView;
import id.antar.api.alert.AlertView.State;
import id.antar.api.geo.GeoPoint;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// With the thresholds as they are by themselves: 600 s late, 300 s stuck or without courier, 180 s
/// silent, 600 s slow, 50 percent, 30 s behind; over after 60 s.
class AlertWatchTest {

  private final Scene scene = new Scene(AlertPolicy.standard());

  @Nested
  class WhatStandsAndEnds {

    @Test
    void itIsRaisedOnceAndToldAgainWhenMuchWorse() {
      scene.waiting("4711", 0, null);

      assertThat(scene.look(300)).isEmpty();
      assertThat(scene.look(302)).containsExactly("+NO_COURIER 4711 302");
      assertThat(scene.look(304)).isEmpty();
      assertThat(scene.look(603)).isEmpty();
      assertThat(scene.look(604)).containsExactly("+NO_COURIER 4711 604");
      assertThat(scene.look(700)).isEmpty();
    }

    @Test
    void itIsOverOnlyAfterItHasBeenCalmForAWhile() {
      scene.provider("xendit", 70);
      assertThat(scene.look(0)).containsExactly("+GATEWAY_FAILING xendit 70");
      scene.provider("xendit", 50);
      assertThat(scene.look(2)).isEmpty();
      assertThat(scene.look(61)).isEmpty();
      assertThat(scene.look(62)).containsExactly("-CALM");
      assertThat(scene.look(64)).isEmpty();
    }

    @Test
    void whatGoesUpAndDownAroundTheThresholdIsOneAlert() {
      for (int second = 0; second < 600; second += 20) {
        scene.provider("xendit", second % 40 == 0 ? 51 : 49);
        assertThat(scene.look(second))
            .isEqualTo(second == 0 ? List.of("+GATEWAY_FAILING xendit 51") : List.of());
      }
    }

    @Test
    void whatItIsAboutIsGoneSoItIsOverAtOnce() {
      scene.waiting("4711", 0, null);
      scene.look(400);

      assertThat(scene.withoutQueue().look(402)).containsExactly("-GONE");
    }

    @Test
    void whatCannotBeSeenStays() {
      scene.waiting("4711", 0, null);
      scene.look(400);

      assertThat(scene.withoutQueue().blind(true).look(402)).isEmpty();
      assertThat(scene.blind(false).look(404)).containsExactly("-GONE");
    }

    @Test
    void aClockThatGoesBackRaisesNothingAndEndsNothing() {
      scene.provider("xendit", 70);
      scene.look(1000);
      scene.provider("xendit", 0);
      scene.look(1002);

      assertThat(scene.look(500)).isEmpty();
      assertThat(scene.look(559)).isEmpty();
      assertThat(scene.look(560)).containsExactly("-CALM");
    }

    @Test
    void theClockIsTooFastForOneLookToEndIt() {
      scene.provider("xendit", 70);
      scene.look(0);
      scene.provider("xendit", 0);

      assertThat(scene.look(3600)).isEmpty();
      assertThat(scene.look(3660)).containsExactly("-CALM");
    }

    @Test
    void whatStoodBeforeARestartIsNotRaisedAgainAndEnds() {
      var watch = new AlertWatch(AlertPolicy.standard());
      watch.recall(List.of(standing(AlertKind.GATEWAY_FAILING, "xendit", 70)));

      assertThat(watch.look(look(0, 80))).isEmpty();
      assertThat(watch.look(look(10, 0))).isEmpty();
      assertThat(watch.look(look(70, 0))).hasSize(1);
    }

    private static Look look(double at, double failing) {
      return new Look(
          Scene.at(at),
          1,
          null,
          null,
          Map.of(),
          null,
          List.of(new Look.ProviderCalls("xendit", failing)));
    }

    private static AlertView standing(AlertKind kind, String subject, double value) {
      return new AlertView(
          AlertId.of(kind, subject),
          kind,
          kind.subject(),
          subject,
          kind.unit(),
          value,
          50,
          State.ACKNOWLEDGED,
          Scene.at(0),
          Scene.at(0),
          "olga",
          Scene.at(0),
          null,
          null,
          null,
          1);
    }
  }

  @Nested
  class Late {

    /// An order that was promised for 1000 s.
    @ParameterizedTest
    @CsvSource({
      "900, 1600, , ''", // not later than the threshold
      "900, 1601, , +LATE 4711 601",
      "1700, 1200, , +LATE 4711 700", // its time has passed, and nobody is there
      "900, 1601, 1100, ''", // from where the courier is, it will be in time
      "900, 1100, 1700, +LATE 4711 700",
      "1700, , , +LATE 4711 700" // it has no courier any more
    })
    void anOrderIsLateAgainstItsFirstPromise(
        double now, Double planned, Double live, String expected) {
      scene.promised("4711", 1000).underWay("4711", planned);
      if (live != null) {
        scene.foretold("4711", live);
      }

      assertThat(String.join(",", scene.look(now))).isEqualTo(expected);
    }

    @Test
    void whatWasNeverPromisedIsNotLate() {
      assertThat(scene.underWay("4711", 9000.0).look(9500)).isEmpty();
    }

    @Test
    void itIsOverWithItsOrder() {
      scene.promised("4711", 1000).underWay("4711", 2000.0);
      scene.look(900);

      assertThat(scene.without("4711").look(902)).containsExactly("-GONE");
    }
  }

  @Nested
  class NoCourier {

    /// At 1000 s.
    @ParameterizedTest
    @CsvSource({
      "699, , +NO_COURIER 4711 301",
      "700, , ''",
      "0, 2000, ''", // nobody has to be on the way yet
      "0, 1000, ''", // since 300 s
      "0, 999, +NO_COURIER 4711 301",
      "699, 0, +NO_COURIER 4711 301" // ready long ago, but free only now
    })
    void anOrderWaitsFromWhenSomebodyShouldBeOnTheWay(Double since, Double ready, String expected) {
      scene.waiting("4711", since, ready);

      assertThat(String.join(",", scene.look(1000))).isEqualTo(expected);
    }
  }

  @Nested
  class Silent {

    @Test
    void whoIsNotHeardOfIsSilentFromTheLastTime() {
      scene.free("bo", 0, 0.0);
      scene.look(0);

      assertThat(scene.look(180)).isEmpty();
      assertThat(scene.look(181)).containsExactly("+COURIER_SILENT bo 181");
      scene.free("bo", 0, 182.0);
      assertThat(scene.look(183)).isEmpty();
      assertThat(scene.look(243)).containsExactly("-CALM");
    }

    @Test
    void whoWasNeverHeardOfIsSilentFromWhenTheyBeganToWork() {
      scene.look(0);
      scene.free("bo", 100, null);

      assertThat(scene.look(280)).isEmpty();
      assertThat(scene.look(281)).containsExactly("+COURIER_SILENT bo 181");
    }

    @Test
    void whoRestsMayBeSilent() {
      scene.look(0);

      assertThat(scene.onBreak("bo").look(5000)).isEmpty();
    }

    @Test
    void nobodyIsSilentBecauseTheEngineWasDown() {
      scene.free("bo", 0, 0.0);

      assertThat(scene.look(9000)).isEmpty();
      assertThat(scene.look(9181)).containsExactly("+COURIER_SILENT bo 181");
    }

    @Test
    void nobodyIsSilentWhilePositionsMayBeMissing() {
      scene.free("bo", 0, 0.0).look(0);

      assertThat(scene.heardSince(null).look(300)).isEmpty();
      assertThat(scene.heardSince(310.0).look(490)).isEmpty();
      assertThat(scene.look(491)).containsExactly("+COURIER_SILENT bo 181");
      assertThat(scene.heardSince(null).look(5000)).isEmpty();
    }
  }

  @Nested
  class Stuck {

    private static final GeoPoint STREET = new GeoPoint(43.74, 7.42);

    private List<String> seen(GeoPoint here, double at) {
      return scene.riding("bo", "4711", here, at, false).look(at);
    }

    @Test
    void whoStandsStillInTheStreetIsStuck() {
      scene.underWay("4711", 100.0);
      assertThat(seen(STREET, 0)).isEmpty();
      assertThat(seen(metresNorth(20), 200)).isEmpty();
      assertThat(seen(STREET, 300)).isEmpty();

      assertThat(seen(STREET, 301)).containsExactly("+STUCK bo 301");
      assertThat(seen(metresNorth(60), 310)).isEmpty();
      assertThat(seen(metresNorth(120), 370)).containsExactly("-CALM");
    }

    @Test
    void whoCrawlsIsNotStuck() {
      scene.underWay("4711", 100.0);
      for (int i = 0; i < 10; i++) {
        assertThat(seen(metresNorth(60 * i), 200.0 * i)).isEmpty();
      }
    }

    @Test
    void whoIsAtAStopMayStand() {
      scene.underWay("4711", 100.0);
      seen(Scene.DOOR, 0);
      assertThat(seen(Scene.DOOR, 900)).isEmpty();

      scene.riding("bo", "4711", STREET, 1000, true).look(1000);
      assertThat(scene.riding("bo", "4711", STREET, 1900, true).look(1900)).isEmpty();
    }

    @Test
    void whoIsNotHeardOfIsNotStuck() {
      scene.underWay("4711", 100.0);
      seen(STREET, 0);
      scene.look(170);

      assertThat(scene.look(900)).doesNotContain("+STUCK bo 900").hasSize(1);
    }

    private static GeoPoint metresNorth(double metres) {
      return new GeoPoint(STREET.latitude() + metres / 111_195, STREET.longitude());
    }
  }

  @Nested
  class Slow {

    @Test
    void aMerchantWhoseOrderIsLongOverdueIsSlow() {
      scene.inKitchen("1", 0, null);

      assertThat(scene.look(600)).isEmpty();
      assertThat(scene.look(601)).containsExactly("+MERCHANT_SLOW noodle-bar 601");
    }

    @Test
    void aMerchantWhoseLastOrdersWereLateIsSlow() {
      scene.inKitchen("1", 0, 700.0).inKitchen("2", 0, 900.0).inKitchen("0", 5000, null);
      assertThat(scene.look(900)).isEmpty();
      scene.without("1").without("2").inKitchen("3", 0, 500.0);

      assertThat(scene.look(902)).containsExactly("+MERCHANT_SLOW noodle-bar 700");
    }

    @Test
    void whoPutsTheTimeOffIsSlowAllTheSame() {
      scene.inKitchen("1", 0, null);
      scene.look(500);

      assertThat(scene.inKitchen("1", 5000, null).look(601))
          .containsExactly("+MERCHANT_SLOW noodle-bar 601");
    }

    @Test
    void ofAMerchantWithoutOrdersNothingIsSaid() {
      scene.inKitchen("1", 0, null);
      scene.look(700);

      assertThat(scene.without("1").look(702)).containsExactly("-GONE");
    }
  }

  @Nested
  class Lagging {

    /// The clock's speed, whether it runs, and for how long it is behind by that clock.
    @ParameterizedTest
    @CsvSource({
      "1, true, 30, ''",
      "1, true, 31, +PROJECTION_LAGGING query.order 31",
      "30, true, 900, ''", // half a minute of life
      "30, true, 960, +PROJECTION_LAGGING query.order 32"
    })
    void aProcessorIsBehindInRealTime(int speed, boolean running, double lag, String expected) {
      scene.faster(speed).processor("query.order", running, lag);

      assertThat(scene.look(-2)).as("once is no proof").isEmpty();
      assertThat(String.join(",", scene.look(0))).isEqualTo(expected);
    }

    @Test
    void whatAnotherEngineRunsIsNotKnownHere() {
      scene.processorElsewhere("query.order", 1e6);

      assertThat(scene.look(0)).isEmpty();
      assertThat(scene.look(60)).isEmpty();
    }

    @Test
    void oneThatDoesNotRunIsBehindThoughNothingHappens() {
      scene.faster(30).processor("query.order", false, 0);

      assertThat(scene.look(0)).isEmpty();
      assertThat(scene.look(900)).isEmpty();
      assertThat(scene.look(930)).containsExactly("+PROJECTION_LAGGING query.order 31");
      scene.processor("query.order", true, 0);
      assertThat(scene.look(960)).isEmpty();
      assertThat(scene.look(1020)).containsExactly("-CALM");
    }
  }

  @Nested
  class Policy {

    @Test
    void aPhoneIsNoFasterThanLife() {
      AlertPolicy fast = AlertPolicy.standard().at(30);

      assertThat(fast.courierSilent()).isEqualTo(Duration.ofSeconds(450));
      assertThat(fast.stuck()).isEqualTo(Duration.ofSeconds(450));
      assertThat(fast.late()).isEqualTo(Duration.ofMinutes(10));
      assertThat(AlertPolicy.standard().at(1)).isEqualTo(AlertPolicy.standard());
    }

    @Test
    void whatMakesNoSenseIsRefused() {
      assertThatThrownBy(() -> policy(Duration.ZERO, 50))
          .hasMessageContaining("antar.alerts.late (PT0S)");
      assertThatThrownBy(() -> policy(Duration.ofMinutes(1), 100))
          .hasMessageContaining("antar.alerts.gateway-failing (100.0)");
    }

    private static AlertPolicy policy(Duration late, double failing) {
      var minute = Duration.ofMinutes(1);
      return new AlertPolicy(late, minute, 50, minute, minute, minute, 8, failing, minute, minute);
    }
  }
}
