package id.antar.gateway.edge.idempotency;

import static id.antar.gateway.testing.Samples.PLACEMENT;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.message.Actor;
import id.antar.api.message.Actor.Role;
import id.antar.api.message.Ids;
import id.antar.api.message.Receipt;
import id.antar.api.order.OrderCommand;
import id.antar.api.order.OrderId;
import id.antar.gateway.edge.idempotency.RememberRequest.Answer;
import id.antar.gateway.edge.idempotency.RememberRequest.Claim;
import id.antar.gateway.edge.idempotency.RememberRequest.RequestKey;
import id.antar.gateway.testing.GatewayTest;
import id.antar.gateway.testing.InMemoryRequests;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdempotencyTest extends GatewayTest {

  private static final RequestKey KEY = new RequestKey(new Actor(Role.CUSTOMER, "ada"), "k");

  @Test
  void theSameRequestAgainGetsTheSameAnswerAndHasNoSecondEffect() {
    String key = Ids.random();
    byte[] first = placed(key);

    post(Role.CUSTOMER, "ada", "/v1/orders", PLACEMENT, key)
        .expectStatus()
        .isCreated()
        .expectHeader()
        .valueEquals("Idempotency-Replayed", "true")
        .expectHeader()
        .exists("Location")
        .expectBody()
        .json(new String(first, StandardCharsets.UTF_8));

    assertThat(engine.commands()).hasSize(1);
  }

  @Test
  void theSameKeyWithAnotherRequestIsRefused() {
    String key = Ids.random();
    placed(key);
    String other = PLACEMENT.replace("\"quantity\":2", "\"quantity\":3");

    expectProblem(
        post(Role.CUSTOMER, "ada", "/v1/orders", other, key), 422, "idempotency-key-reused");
    expectProblem(
        post(Role.CUSTOMER, "ada", "/v1/orders/order-1/cancel", PLACEMENT, key),
        422,
        "idempotency-key-reused");
  }

  @Test
  void theSameKeyOfAnotherPersonIsAnotherKey() {
    String key = Ids.random();
    placed(key);

    post(Role.CUSTOMER, "bob", "/v1/orders", PLACEMENT, key).expectStatus().isCreated();

    assertThat(engine.commands()).hasSize(2);
  }

  @Test
  void manyAtOnceHaveOneEffectAndEqualAnswers() throws Exception {
    String key = Ids.random();
    var entered = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    engine.decide(_ -> {
      entered.countDown();
      awaitQuietly(go);
      return Receipt.accepted();
    });
    Callable<String> call = () -> new String(placed(key), StandardCharsets.UTF_8);
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = Stream.generate(() -> callers.submit(call)).limit(20).toList();
      assertThat(entered.await(5, TimeUnit.SECONDS)).isTrue();
      go.countDown();
      var first = answers.getFirst().get();
      for (var answer : answers) {
        assertThat(answer.get()).isEqualTo(first);
      }
    }
    assertThat(engine.commands()).hasSize(1);
  }

  @Test
  void aRefusalIsRememberedToo() {
    String key = Ids.random();
    String bad = PLACEMENT.replace("\"quantity\":2", "\"quantity\":0");

    expectProblem(post(Role.CUSTOMER, "ada", "/v1/orders", bad, key), 422, "invalid-value");
    post(Role.CUSTOMER, "ada", "/v1/orders", bad, key)
        .expectStatus()
        .isEqualTo(422)
        .expectHeader()
        .valueEquals("Idempotency-Replayed", "true");
  }

  @Test
  void aFailureIsNotRememberedAndTheRetryMeetsTheSameOrder() {
    String key = Ids.random();
    engine.decide(_ -> {
      throw new IllegalStateException("once");
    });
    post(Role.CUSTOMER, "ada", "/v1/orders", PLACEMENT, key).expectStatus().isEqualTo(500);
    engine.decide(_ -> Receipt.accepted());
    placed(key);

    assertThat(engine.commands())
        .extracting(c -> ((OrderCommand) c).orderId())
        .hasSize(2)
        .containsOnly(new OrderId(Ids.derive("order", "customer:ada", key)));
  }

  @Test
  void aClaimOutlivedByItsLeaseIsFree() {
    var now = new AtomicReference<>(Instant.EPOCH);
    var memory = new InMemoryRequests(now::get);
    var lease = Duration.ofSeconds(30);
    var first = (Claim.Granted) claim(memory, "f", lease);

    assertThat(claim(memory, "f", lease)).isEqualTo(new Claim.InProgress());
    assertThat(claim(memory, "g", lease)).isEqualTo(new Claim.OtherRequest());
    now.set(Instant.EPOCH.plusSeconds(31));
    var second = (Claim.Granted) claim(memory, "f", lease);
    var late = new Answer(200, Map.of(), "late");
    memory.remember(KEY, first.ticket(), late).block();
    assertThat(claim(memory, "f", lease)).isEqualTo(new Claim.InProgress());
    var answer = new Answer(200, Map.of(), "done");
    memory.remember(KEY, second.ticket(), answer).block();
    assertThat(List.of(claim(memory, "f", lease), claim(memory, "g", lease)))
        .containsExactly(new Claim.Answered(answer), new Claim.OtherRequest());
  }

  private static Claim claim(RememberRequest memory, String fingerprint, Duration lease) {
    return memory.claim(KEY, fingerprint, lease).blockOptional().orElseThrow();
  }

  private byte[] placed(String key) {
    return Objects.requireNonNull(
        post(Role.CUSTOMER, "ada", "/v1/orders", PLACEMENT, key)
            .expectStatus()
            .isCreated()
            .expectBody()
            .returnResult()
            .getResponseBodyContent());
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      var _ = latch.await(5, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
