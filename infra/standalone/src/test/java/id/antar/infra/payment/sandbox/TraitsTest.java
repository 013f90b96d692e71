package id.antar.infra.payment.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.gateway.payment.sandbox.TellSandbox.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraitsTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "tok-1", "sandbox-card", "sandbox-", "sandbox", "sandbox-slow"})
  void aTokenIsGoodUnlessItSaysOtherwise(String token) {
    assertThat(Traits.of(token).first(1)).isEqualTo(Outcome.CAPTURED);
  }

  @Test
  void onceIsTheFirstAttempt() {
    assertThat(Traits.of("sandbox-decline-once").first(1)).isEqualTo(Outcome.DECLINED);
    assertThat(Traits.of("sandbox-decline-once").first(2)).isEqualTo(Outcome.CAPTURED);
    assertThat(Traits.of("sandbox-declined").first(2)).isEqualTo(Outcome.DECLINED);
  }

  @Test
  void wordsAddUp() {
    Traits traits = Traits.of("sandbox-pending-5s+slow+webhook-twice+webhook-twice");
    assertThat(traits.first(1)).isEqualTo(Outcome.PENDING);
    assertThat(traits.findTimed())
        .contains(new Traits.Timed(Outcome.CAPTURED, Duration.ofSeconds(5)));
    assertThat(traits.delay()).isEqualTo(Duration.ofSeconds(3));
    assertThat(traits.has("webhook-twice")).isTrue();
  }
}
