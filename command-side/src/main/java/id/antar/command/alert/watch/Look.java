package id.antar.command.alert.watch;

import id.antar.api.alert.AlertKind;
import id.antar.api.board.BoardView;
import id.antar.api.ops.OpsQuery.Processor;
import id.antar.api.order.OrderId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a watcher sees at a moment. What it could not see is absent, and then nothing is said of
/// it.
///
/// @param speed of the engine's clock
/// @param heardSince since when all positions are heard here; absent while some may not be
/// @param foretold when orders will be at their doors by the couriers' last positions
public record Look(
    Instant now,
    double speed,
    @Nullable BoardView board,
    @Nullable Instant heardSince,
    Map<OrderId, Instant> foretold,
    @Nullable List<Processor> processors,
    @Nullable List<ProviderCalls> providers) {

  /// @param failing of the last calls, in percent
  public record ProviderCalls(String name, double failing) {}

  public Look {
    foretold = Map.copyOf(foretold);
    processors = processors == null ? null : List.copyOf(processors);
    providers = providers == null ? null : List.copyOf(providers);
  }

  boolean has(AlertKind kind) {
    return switch (kind.subject()) {
      case ORDER, COURIER, MERCHANT -> board != null;
      case PROVIDER -> providers != null;
      case PROCESSOR -> processors != null;
    };
  }

  /// Never negative, so that a clock that goes back makes nothing worse.
  double secondsSince(Instant then) {
    return Math.max(0, Times.seconds(then, now));
  }
}
