package id.antar.infra.position;

import static id.antar.infra.position.Fixes.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.time.EngineClock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HearingTest {
  private static final int SPEED = 10;

  private final AtomicLong nanos = new AtomicLong();
  private final EngineClock clock = new EngineClock(NOON, SPEED, nanos::get);
  private final Set<String> gateways = new HashSet<>();
  private final Hearing hearing = new Hearing("self", () -> gateways, clock, nanos::get);

  /// In real time.
  private void pass(int seconds) {
    nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
  }

  /// All of them tell something each second.
  private void pass(int seconds, String... names) {
    for (int i = 0; i < seconds; i++) {
      pass(1);
      List.of(names).forEach(name -> hearing.hear(name, false));
    }
  }

  @Test
  void atFirstNobodyIsHeard() {
    assertThat(hearing.findSince()).isEmpty();
    hearing.begin();
    assertThat(hearing.findSince()).isEmpty();
    assertThat(hearing.isOpen()).isFalse();
    assertThat(hearing.isDeaf()).isFalse();
  }

  @Test
  void whoHearsItselfHearsEverybodySinceThen() {
    hearing.begin();
    pass(2);
    hearing.hear("self", false);
    pass(60, "self");

    assertThat(hearing.isOpen()).isTrue();
    assertThat(hearing.findSince()).contains(NOON.plusSeconds(2 * SPEED));
  }

  @Test
  void whoDoesNotHearItselfIsDeaf() {
    hearing.begin();
    pass(6);
    assertThat(hearing.isDeaf()).isTrue();
    hearing.hear("self", false);
    assertThat(hearing.isDeaf()).isFalse();

    pass(6);
    assertThat(hearing.isDeaf()).isTrue();
    assertThat(hearing.isOpen()).isFalse();
    assertThat(hearing.findSince()).isEmpty();
    hearing.end();
    assertThat(hearing.isDeaf()).isFalse();
  }

  @Test
  void afterAnInterruptionItBeginsAnew() {
    hearing.begin();
    pass(60, "self");
    hearing.end();
    assertThat(hearing.findSince()).isEmpty();
    assertThat(hearing.isOpen()).isFalse();
    pass(1);
    hearing.begin();
    pass(1, "self");

    assertThat(hearing.findSince()).contains(NOON.plusSeconds(62 * SPEED));
  }

  @Test
  void aGapThatNobodyAskedInCountsToo() {
    hearing.begin();
    pass(10, "self");
    pass(6);
    hearing.hear("self", false);

    assertThat(hearing.findSince()).contains(NOON.plusSeconds(16 * SPEED));
  }

  @Test
  void whileSomebodyWhoHasToldOfCouriersIsNotHeardNotEverybodyIs() {
    hearing.begin();
    hearing.hear("gateway", true);
    pass(10, "self", "gateway");
    assertThat(hearing.findSince()).isPresent();

    pass(6, "self");
    assertThat(hearing.findSince()).isEmpty();
    assertThat(hearing.isOpen()).isTrue();
    pass(1, "self", "gateway");
    assertThat(hearing.findSince()).contains(NOON.plusSeconds(17 * SPEED));
  }

  @Test
  void whoHasNeverToldOfCouriersIsNotMissed() {
    hearing.begin();
    pass(10, "self", "query");
    pass(10, "self");

    assertThat(hearing.findSince()).isPresent();
  }

  @Test
  void whoSaysFarewellIsNotMissed() {
    hearing.begin();
    hearing.hear("gateway", true);
    pass(10, "self", "gateway");
    hearing.leave("gateway");
    pass(10, "self");

    assertThat(hearing.findSince()).contains(NOON);
  }

  @Test
  void whoIsNotHeardForLongIsGone() {
    hearing.begin();
    hearing.hear("gateway", true);
    pass(300, "self");
    assertThat(hearing.findSince()).isEmpty();
    pass(1, "self");

    assertThat(hearing.findSince()).contains(NOON.plusSeconds(301 * SPEED));
  }

  @Test
  void whoComesBackAfterThatCountsAnew() {
    hearing.begin();
    hearing.hear("gateway", true);
    pass(301, "self");
    hearing.hear("gateway", false);
    pass(10, "self");

    assertThat(hearing.findSince()).contains(NOON.plusSeconds(301 * SPEED));
  }

  @Test
  void aGatewayOfTheClusterIsMissedForAsLongAsTheClusterHasIt() {
    gateways.add("gateway");
    hearing.begin();
    hearing.hear("gateway", true);
    pass(10, "self", "gateway");
    pass(3600, "self");
    assertThat(hearing.findSince()).isEmpty();

    gateways.remove("gateway");
    assertThat(hearing.findSince()).contains(NOON.plusSeconds(3610 * SPEED));
  }

  @Test
  void aGatewayThatIsHeardAgainAfterLongIsHeardSinceThen() {
    gateways.add("gateway");
    hearing.begin();
    hearing.hear("gateway", true);
    pass(3600, "self");
    pass(1, "self", "gateway");

    assertThat(hearing.findSince()).contains(NOON.plusSeconds(3601 * SPEED));
  }

  @Test
  void aGatewayOfTheClusterThatWasNeverHeardIsMissedToo() {
    hearing.begin();
    pass(10, "self");
    gateways.add("gateway");
    assertThat(hearing.findSince()).isEmpty();
    pass(1, "self", "gateway");

    assertThat(hearing.findSince()).contains(NOON.plusSeconds(11 * SPEED));
  }
}
