package id.antar.infra.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.antar.api.message.Actor;
import id.antar.gateway.edge.idempotency.RememberRequest;
import id.antar.gateway.edge.idempotency.RememberRequest.Answer;
import id.antar.gateway.edge.idempotency.RememberRequest.Claim;
import id.antar.gateway.edge.idempotency.RememberRequest.RequestKey;
import id.antar.infra.engine.TestEngine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

class DatabaseMemoryIT {
  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final Answer ANSWER =
      new Answer(201, Map.of("Location", "/v1/orders/1"), "{\"orderId\":\"1\"}");

  private final RememberRequest memory = TestEngine.bean(RememberRequest.class);
  private final RequestKey key =
      new RequestKey(Actor.parse("customer:ada"), UUID.randomUUID().toString());

  private Claim claim(String fingerprint, Duration lease) {
    return Objects.requireNonNull(memory.claim(key, fingerprint, lease).block());
  }

  private String granted(String fingerprint, Duration lease) {
    return ((Claim.Granted) claim(fingerprint, lease)).ticket();
  }

  @Test
  void ofManyWhoAskAtOnceOneIsGranted() {
    List<Claim> claims =
        Objects.requireNonNull(
            Flux.range(0, 16)
                .flatMap(_ -> memory.claim(key, "print", LEASE), 16)
                .collectList()
                .block());

    assertThat(claims).filteredOn(it -> it instanceof Claim.Granted).hasSize(1);
    assertThat(claims).filteredOn(it -> it instanceof Claim.InProgress).hasSize(15);
  }

  @Test
  void anAnswerIsRepeated() {
    memory.remember(key, granted("print", LEASE), ANSWER).block();

    assertThat(claim("print", LEASE)).isEqualTo(new Claim.Answered(ANSWER));
    assertThat(claim("other", LEASE)).isEqualTo(new Claim.OtherRequest());
  }

  @Test
  void aReleasedKeyIsFree() {
    memory.release(key, granted("print", LEASE)).block();

    assertThat(claim("other", LEASE)).isInstanceOf(Claim.Granted.class);
  }

  @Test
  void whoOutlivesTheLeaseHasLostTheClaim() {
    String lost = granted("print", Duration.ofMillis(1));
    String taken =
        await().until(() -> claim("print", LEASE), Claim.Granted.class::isInstance)
                instanceof Claim.Granted(var ticket)
            ? ticket
            : "";

    memory.remember(key, lost, ANSWER).block();
    assertThat(claim("print", LEASE)).isEqualTo(new Claim.InProgress());

    memory.remember(key, taken, ANSWER).block();
    assertThat(claim("print", LEASE)).isEqualTo(new Claim.Answered(ANSWER));
  }
}
