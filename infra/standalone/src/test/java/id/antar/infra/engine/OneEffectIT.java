package id.antar.infra.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/// One key, a hundred thumbs, and an engine that is killed under them: one order, and a hundred
/// equal answers.
class OneEffectIT {
  private static final String NAME = "one-effect";
  private static final int THUMBS = 100;
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String HERE = "{\"latitude\":43.7345,\"longitude\":7.4210}";

  /// Who orders, at the engine that there is now.
  private final AtomicReference<Api.Caller> customer = new AtomicReference<>();

  private final CountDownLatch firstSent = new CountDownLatch(THUMBS / 2);

  @Test
  void aHundredEqualRequestsAcrossAKillHaveOneEffectAndEqualAnswers() throws Exception {
    TestEngine.clear(NAME);
    EngineProcess killed = start();
    Api first = killed.awaitReady();
    openMerchant(first);
    isAt(first);
    EngineProcess next;
    List<String> answers = new ArrayList<>();
    try (ExecutorService thumbs = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> pressed = new ArrayList<>();
      for (int i = 0; i < THUMBS; i++) {
        pressed.add(thumbs.submit(() -> pressUntilAnswered("key-1", order(2))));
      }
      assertThat(firstSent.await(1, TimeUnit.MINUTES)).isTrue();
      killed.kill();
      next = start();
      isAt(next.awaitReady());
      for (Future<String> each : pressed) {
        answers.add(each.get());
      }
    }
    try {
      assertThat(answers).hasSize(THUMBS).containsOnly(answers.getFirst());
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(
              () -> assertThat(customer.get().get("/v1/orders").ok().path("orders")).hasSize(1));
      Api.Answer other = customer.get().post("/v1/orders", order(3), "key-1");
      assertThat(other.status()).isEqualTo(422);
      assertThat(other.body()).contains("idempotency-key-reused");
    } finally {
      next.stop();
    }
  }

  /// A claim of the killed engine is free again after three seconds.
  private static EngineProcess start() throws Exception {
    return EngineProcess.start(
        NAME, TestEngine.WITHOUT_SEARCH, "--antar.gateway.idempotency.lease=PT3S");
  }

  private String pressUntilAnswered(String key, String body) {
    return await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .until(() -> press(key, body), Optional::isPresent)
        .orElseThrow();
  }

  /// Nothing while there is no engine, or while the first request is on its way.
  private Optional<String> press(String key, String body) {
    Api.Answer answer;
    try {
      firstSent.countDown();
      answer = customer.get().post("/v1/orders", body, key);
    } catch (UncheckedIOException _) {
      return Optional.empty();
    }
    if (answer.status() == 503 || answer.body().contains("idempotency-key-in-use")) {
      return Optional.empty();
    }
    return Optional.of(answer.status() + " " + answer.body());
  }

  private void isAt(Api api) {
    customer.set(api.as("customer", "impatient"));
  }

  private static void openMerchant(Api engine) {
    Api.Caller merchant = engine.as("merchant", "noodle-bar");
    merchant
        .post(
            "/v1/merchants",
            """
            {"merchantId":"noodle-bar","name":"Noodle Bar","description":"","phone":"+377 11",
             "address":"1 Rue","location":%s,"deliveryFee":{"minor":250,"currency":"EUR"},
             "prepTime":"PT5M"}\
            """
                .formatted(HERE))
        .ok();
    merchant
        .put(
            "/v1/merchants/noodle-bar/products/ramen",
            """
            {"name":"Ramen","description":"","price":{"minor":1250,"currency":"EUR"},
             "imageUrl":"","available":true}\
            """)
        .ok();
    merchant.post("/v1/merchants/noodle-bar/open", "{}").ok();
  }

  private static String order(int bowls) {
    return """
    {"merchantId":"noodle-bar",
     "basket":[{"productId":"ramen","quantity":%d,"unitPrice":{"minor":1250,"currency":"EUR"}}],
     "recipient":{"name":"Ada","phone":"+377 22 22"},
     "dropoff":{"point":%s,"text":"2 Avenue","note":""},
     "payment":{"method":"cash","token":""}}\
    """
        .formatted(bowls, HERE);
  }
}
