package id.antar.gateway.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.account.AccountRejection.InvalidCredentials;
import id.antar.gateway.edge.problem.Problem;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class SignInMetersTest {
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final SignInMeters meters = new SignInMeters(registry);

  private double counted(String outcome) {
    return registry.get("antar.sign.ins").tag("outcome", outcome).counter().count();
  }

  @Test
  void whatFailsByOurFaultIsNoRefusal() {
    meters.count(Problem.of(new InvalidCredentials()).asException());
    meters.count(Problem.of(429, "too-many-sign-ins", "Later.").asException());
    meters.count(Problem.of(401, "second-factor-required", "And the code?").asException());
    meters.count(Problem.of(503, "unavailable", "Later.").asException());
    meters.count(new TimeoutException());

    assertThat(counted("refused")).isOne();
    assertThat(counted("throttled")).isOne();
    assertThat(counted("second-factor")).isOne();
    assertThat(counted("failed")).isEqualTo(2);
    assertThat(counted("opened")).isZero();
  }
}
