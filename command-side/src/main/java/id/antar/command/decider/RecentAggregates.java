package id.antar.command.decider;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.jspecify.annotations.Nullable;

/// The aggregates of one type that were asked last, so that what is going on is not read again with
/// every command. [Memory] says how far one can rely on it.
///
/// One that is asked before it exists has no id as long as it refuses. Axon would store it under
/// that absent id, so that is passed over.
final class RecentAggregates implements Cache {

  private static final int MOST = 10_000;
  private static final Duration UNASKED = Duration.ofMinutes(30);

  private final com.github.benmanes.caffeine.cache.Cache<Object, Object> aggregates =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(UNASKED).build();

  @Override
  @SuppressWarnings("unchecked")
  public <K, V> @Nullable V get(@Nullable K key) {
    V remembered = key == null || !Memory.serves() ? null : (V) aggregates.getIfPresent(key);
    if (remembered != null) {
      Memory.served();
    }
    return remembered;
  }

  @Override
  public void put(@Nullable Object key, Object value) {
    if (key != null) {
      aggregates.put(key, value);
    }
  }

  @Override
  public boolean putIfAbsent(@Nullable Object key, Object value) {
    return key != null && aggregates.asMap().putIfAbsent(key, value) == null;
  }

  @Override
  public boolean remove(@Nullable Object key) {
    return key != null && aggregates.asMap().remove(key) != null;
  }

  @Override
  public void removeAll() {
    aggregates.invalidateAll();
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return key != null && aggregates.asMap().containsKey(key);
  }

  /// Nobody listens: Axon's repositories do not.
  @Override
  public Registration registerCacheEntryListener(EntryListener listener) {
    throw new UnsupportedOperationException("Nobody is told what is forgotten.");
  }
}
