package id.antar.gateway.payment.webhook;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// What was delivered, for those who run the engine.
public interface TendWebhooks {

  /// @param before only dead ones with a lower id
  Mono<Board> list(int limit, long before);

  /// Has a dead one interpreted again; empty if there is none of that id.
  Mono<Long> retry(long id);

  /// @param waiting not interpreted yet
  /// @param oldestWaitingSince when the oldest of them came
  /// @param dead given up, the latest first
  record Board(
      long waiting,
      @Nullable Instant oldestWaitingSince,
      long interpreted,
      long deadCount,
      List<Dead> dead,
      @Nullable String nextCursor) {}

  record Dead(
      long id,
      String provider,
      String deliveryId,
      @Nullable String reference,
      String told,
      Instant receivedAt,
      int attempts,
      String reason) {}
}
