package id.antar.gateway.testing;

import id.antar.api.payment.ChargeId;
import id.antar.gateway.payment.sandbox.TellSandbox;
import id.antar.gateway.payment.webhook.KeepWebhook;
import id.antar.gateway.payment.webhook.TendWebhooks;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import reactor.core.publisher.Mono;

/// Deliveries and a sandbox, for as long as the process lives.
public final class InMemoryWebhooks implements KeepWebhook, TendWebhooks, TellSandbox {

  public static final ChargeId CHARGE = ChargeId.parse("payment-1-1-1");
  private static final Dead DEAD =
      new Dead(
          7,
          "midtrans",
          "digest",
          "order-of-somebody-else",
          "settlement",
          Instant.EPOCH,
          1,
          "It names no charge of ours.");

  private final Map<String, Delivery> kept = new ConcurrentHashMap<>();
  private volatile boolean down;

  public void reset() {
    kept.clear();
    down = false;
  }

  public void goDown() {
    down = true;
  }

  public List<Delivery> kept() {
    return List.copyOf(kept.values());
  }

  @Override
  public Mono<Kept> keep(Delivery delivery) {
    return down
        ? Mono.error(new TimeoutException("The database is away."))
        : Mono.fromSupplier(() ->
            kept.put(delivery.provider() + delivery.deliveryId(), delivery) == null
                ? Kept.NEW
                : Kept.REPEATED);
  }

  @Override
  public Mono<Board> list(int limit, long before) {
    return Mono.just(new Board(0, null, 3, 1, List.of(DEAD), null));
  }

  @Override
  public Mono<Long> retry(long id) {
    return id == DEAD.id() ? Mono.just(id) : Mono.empty();
  }

  @Override
  public Mono<Told> tell(ChargeId charge, Outcome outcome) {
    return charge.equals(CHARGE) ? Mono.just(new Told(charge, outcome)) : Mono.empty();
  }
}
