package id.antar.gateway.edge.limit;

import id.antar.api.mode.Mode;
import id.antar.gateway.edge.limit.ShareCounts.Count;
import id.antar.gateway.edge.limit.ShareCounts.Told;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/// The windows of all tiers.
public final class RateLimits {

  private final Map<Tier, SlidingWindows> windows = new EnumMap<>(Tier.class);
  private final Mode mode;
  private final UnaryOperator<String> disguise;

  /// @param disguise makes of a key what may be told to other gateways, and written down on the
  ///   way: the same for the same key at each of them
  public RateLimits(
      LimitProperties properties,
      Mode mode,
      UnaryOperator<String> disguise,
      LongSupplier nanoTime) {
    this.mode = mode;
    this.disguise = properties.shared() ? disguise : UnaryOperator.identity();
    for (Tier tier : Tier.values()) {
      Rate rate =
          switch (mode) {
            case DEVELOPMENT -> properties.development();
            case PRODUCTION -> properties.of(tier);
          };
      windows.put(
          tier, new SlidingWindows(rate, properties.maxKeys(), properties.shared(), nanoTime));
    }
  }

  /// Counts a request of this key, if it is admitted.
  public Standing take(Tier tier, String key) {
    return of(tier).take(disguise.apply(key));
  }

  /// How this key stands. Counts nothing.
  Standing look(Tier tier, String key) {
    return of(tier).look(key);
  }

  Rate rate(Tier tier) {
    return of(tier).rate();
  }

  /// The name by which clients know the rate.
  String policy(Tier tier) {
    return switch (mode) {
      case DEVELOPMENT -> "development";
      case PRODUCTION -> tier.wire();
    };
  }

  List<Count> takeUntold() {
    var counts = new ArrayList<Count>();
    windows.forEach((tier, each) ->
        each.takeUntold().forEach((key, requests) -> counts.add(new Count(tier, key, requests))));
    return counts;
  }

  void add(Told told) {
    int millisAgo = (int) Math.min(Integer.MAX_VALUE / 2, told.ago().toMillis());
    for (Count count : told.counts()) {
      of(count.tier()).add(count.key(), count.requests(), millisAgo);
    }
  }

  void forgetOld() {
    windows.values().forEach(SlidingWindows::forgetOld);
  }

  private SlidingWindows of(Tier tier) {
    SlidingWindows found = windows.get(tier);
    if (found == null) {
      throw new IllegalStateException("The tier " + tier + " has no windows.");
    }
    return found;
  }
}
