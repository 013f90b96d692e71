package id.antar.command.decider;

import org.axonframework.common.caching.WeakReferenceCache;
import org.jspecify.annotations.Nullable;

/// Axon's weak cache, for repositories of aggregates that are asked before they exist. Such an
/// aggregate has no id as long as it refuses, and Axon would store it under that absent id.
final class WeakCache extends WeakReferenceCache {

  @Override
  public void put(@Nullable Object key, Object value) {
    if (key != null) {
      super.put(key, value);
    }
  }

  @Override
  public boolean remove(@Nullable Object key) {
    return key != null && super.remove(key);
  }
}
