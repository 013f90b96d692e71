package id.antar.infra.payment.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.antar.api.message.Ids;
import id.antar.gateway.payment.webhook.KeepWebhook.Delivery;
import id.antar.gateway.payment.webhook.KeepWebhook.Kept;
import id.antar.gateway.payment.webhook.TendWebhooks.Dead;
import id.antar.gateway.payment.webhook.WebhookProvider;
import id.antar.infra.engine.TestEngine;
import id.antar.infra.payment.webhook.DatabaseWebhooks.Leased;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;

/// Beside an engine that takes all deliveries it finds: they are looked at through what becomes of
/// them.
class DatabaseWebhooksIT {
  private final DatabaseWebhooks webhooks = TestEngine.bean(DatabaseWebhooks.class);
  private final WebhookDesk desk = TestEngine.bean(WebhookDesk.class);
  private final DatabaseClient database =
      DatabaseClient.builder()
          .connectionFactory(TestEngine.bean(ConnectionFactory.class))
          .namedParameters(false)
          .build();

  private static Delivery delivery(String reference) {
    return new Delivery(WebhookProvider.MIDTRANS, Ids.random(), reference, "settlement");
  }

  private Dead deadOf(Delivery delivery) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                Objects.requireNonNull(desk.list(100, Long.MAX_VALUE).block()).dead().stream()
                    .filter(it -> it.deliveryId().equals(delivery.deliveryId()))
                    .findAny()
                    .orElse(null),
            Objects::nonNull);
  }

  @Test
  void ofManyAtOnceOneIsNew() {
    Delivery delivery = delivery("nobodys-order");
    List<Kept> kept =
        Objects.requireNonNull(
            Flux.range(0, 12).flatMap(_ -> webhooks.keep(delivery), 12).collectList().block());

    assertThat(kept).filteredOn(it -> it == Kept.NEW).hasSize(1);
  }

  @Test
  void whatNamesNoChargeIsDeadAndSaysWhy() {
    Delivery odd = delivery("order of somebody else");
    webhooks.keep(odd).block();
    assertThat(deadOf(odd).reason()).isEqualTo("It names no charge of ours.");

    Delivery unknown = delivery("no-such-payment-1-1");
    webhooks.keep(unknown).block();
    assertThat(deadOf(unknown).reason()).contains("no-such-payment");
  }

  @Test
  void aDeadOneIsTriedAgainWhenAskedForOrDeliveredAgain() {
    Delivery delivery = delivery("nothing");
    webhooks.keep(delivery).block();
    long id = deadOf(delivery).id();

    assertThat(desk.retry(id).block()).isEqualTo(id);
    assertThat(deadOf(delivery).attempts()).isEqualTo(1);
    assertThat(webhooks.keep(delivery).block()).isEqualTo(Kept.REPEATED);
    assertThat(deadOf(delivery).attempts()).isEqualTo(1);
    assertThat(desk.retry(-1).blockOptional()).isEmpty();
  }

  /// As if its engine had been killed between storing and interpreting it.
  @Test
  void whatSomebodyBeganAndNeverEndedIsTakenOver() {
    Delivery delivery = delivery("abandoned");
    database
        .sql(
            """
            INSERT INTO webhook_delivery
              (provider, delivery_id, reference, told, received_at, state, due_at, attempts, ticket)
            VALUES ('midtrans', ?, 'abandoned', '', UTC_TIMESTAMP(6), 'waiting',
              UTC_TIMESTAMP(6) + INTERVAL 1 SECOND, 0, 'of-the-dead')\
            """)
        .bind(0, delivery.deliveryId())
        .then()
        .block();

    assertThat(deadOf(delivery).attempts()).isEqualTo(1);
  }

  @Test
  void whoseLeaseHasEndedSaysNothingOfItAnyMore() {
    Delivery delivery = delivery("nobodys");
    webhooks.keep(delivery).block();
    Dead dead = deadOf(delivery);
    var late = new Leased(dead.id(), "a-ticket-of-before", "midtrans", "nobodys", 0, 1);

    webhooks.interpreted(late).block();
    webhooks.later(late, Duration.ofDays(1)).block();
    webhooks.dead(late, "Late.").block();

    assertThat(deadOf(delivery)).isEqualTo(dead);
  }

  @Test
  void whatIsOldIsForgotten() {
    Delivery delivery = delivery("old");
    webhooks.keep(delivery).block();
    deadOf(delivery);
    database
        .sql(
            "UPDATE webhook_delivery SET received_at = UTC_TIMESTAMP(6) - INTERVAL 20 DAY"
                + " WHERE delivery_id = ?")
        .bind(0, delivery.deliveryId())
        .then()
        .block();

    assertThat(webhooks.forgetOlderThan(Duration.ofDays(14)).block()).isPositive();
    assertThat(webhooks.keep(delivery).block()).isEqualTo(Kept.NEW);
  }
}
