package id.antar.infra.cluster;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/// What has begun and not ended yet.
public final class UnderWay {
  private final Set<CompletableFuture<?>> all = ConcurrentHashMap.newKeySet();

  /// @return what was given
  public <T> CompletableFuture<T> add(CompletableFuture<T> one) {
    all.add(one);
    var _ = one.whenComplete((_, _) -> all.remove(one));
    return one;
  }

  /// Once all that has begun until now has ended, well or not.
  public CompletableFuture<Void> ended() {
    return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).exceptionally(_ -> null);
  }
}
