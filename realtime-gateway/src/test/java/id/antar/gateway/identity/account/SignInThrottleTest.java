package id.antar.gateway.identity.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antar.api.account.EmailKey;
import id.antar.gateway.edge.address.ClientAddress;
import id.antar.gateway.edge.problem.ProblemException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {

  private static final EmailKey ADA = email(1);
  private static final Source HOME = address("192.0.2.1");
  private static final Source ELSEWHERE = address("192.0.2.2");
  private static final Source PHONE = Source.device("phone");

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-21T12:00:00Z"));
  private final SignInThrottle throttle = new SignInThrottle(1_000, now::get);

  private static Source address(String text) {
    return Source.address(ClientAddress.of(InetAddress.ofLiteral(text)));
  }

  private static EmailKey email(int number) {
    return new EmailKey("%064x".formatted(number));
  }

  private void fail(EmailKey account, Source source, int times) {
    for (int i = 0; i < times; i++) {
      throttle.admit(account, source);
    }
  }

  private void assertTooSoon(EmailKey account, Source source) {
    assertThatThrownBy(() -> throttle.admit(account, source))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().code()).isEqualTo("too-many-attempts");
              assertThat(e.problem().headers()).containsKey("Retry-After");
            });
  }

  private void later(Duration wait) {
    now.set(now.get().plus(wait));
  }

  @Test
  void whoeverFailsAgainAndAgainWaitsLongerAndLonger() {
    fail(ADA, HOME, 5);
    assertTooSoon(ADA, HOME);
    for (int seconds = 1; seconds <= 64; seconds *= 2) {
      later(Duration.ofSeconds(seconds));
      throttle.admit(ADA, HOME);
      assertTooSoon(ADA, HOME);
    }
  }

  @Test
  void nobodyWaitsForMoreThanAQuarterOfAnHour() {
    for (int i = 0; i < 40; i++) {
      throttle.admit(ADA, HOME);
      later(Duration.ofMinutes(15));
    }
    throttle.admit(ADA, HOME);
  }

  @Test
  void comingTooSoonCountsForNothing() {
    fail(ADA, HOME, 5);
    for (int i = 0; i < 1_000; i++) {
      assertTooSoon(ADA, HOME);
    }
    later(Duration.ofSeconds(1));
    throttle.admit(ADA, HOME);
  }

  @Test
  void othersFailuresDelayNobody() {
    for (int i = 0; i < 200; i++) {
      fail(ADA, address("198.51.100." + i), 5);
    }
    throttle.admit(ADA, HOME);
    throttle.admit(ADA, PHONE);
  }

  @Test
  void aKnownDeviceIsNotDelayedByItsAddress() {
    fail(ADA, HOME, 5);
    for (int i = 100; i < 109; i++) {
      throttle.admit(email(i), HOME);
    }
    assertTooSoon(email(500), HOME);

    throttle.admit(ADA, PHONE);
  }

  @Test
  void manyAccountsFromOneAddressAreFewAttempts() {
    int admitted = 0;
    for (int i = 0; i < 1_000; i++) {
      try {
        throttle.admit(email(i), HOME);
        admitted++;
      } catch (ProblemException _) {
        later(Duration.ofMillis(100));
      }
    }
    assertThat(admitted).isLessThan(20);
    throttle.admit(email(7), ELSEWHERE);
  }

  @Test
  void whoSignsInIsNotCounted() {
    for (int i = 0; i < 100; i++) {
      throttle.admit(email(i), HOME);
      throttle.succeeded(email(i), HOME);
    }
    fail(ADA, HOME, 4);
    throttle.succeeded(ADA, HOME);
    fail(ADA, HOME, 5);
  }

  @Test
  void whatFoundNothingOutIsAsIfItHadNotBeen() {
    for (int i = 0; i < 100; i++) {
      throttle.withdraw(throttle.admit(ADA, HOME));
      throttle.withdraw(throttle.admit(email(i), HOME));
    }
    fail(ADA, HOME, 5);
    later(Duration.ofSeconds(1));
    throttle.withdraw(throttle.admit(ADA, HOME));
    var _ = throttle.admit(ADA, HOME);
    assertTooSoon(ADA, HOME);
  }

  @Test
  void aWithdrawalTakesBackOneAttemptAndNoOther() {
    for (int i = 0; i < 9; i++) {
      var withdrawn = throttle.admit(email(i), HOME);
      fail(email(i), HOME, 1);
      throttle.withdraw(withdrawn);
    }
    fail(email(9), HOME, 1);

    assertTooSoon(email(500), HOME);
  }

  @Test
  void ofTheNewerProtocolTheNetworkCounts() {
    fail(ADA, address("2001:db8:1:2::1"), 5);

    assertTooSoon(ADA, address("2001:db8:1:2:ffff::9"));
    throttle.admit(ADA, address("2001:db8:1:3::1"));
  }

  @Test
  void whatIsRememberedIsBounded() {
    for (int i = 0; i < 5_000; i++) {
      throttle.admit(email(i), address("10.0.%d.%d".formatted(i / 250, i % 250)));
    }
    assertThat(throttle.size()).isLessThanOrEqualTo(2_000);
  }
}
