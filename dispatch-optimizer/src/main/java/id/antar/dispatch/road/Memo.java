package id.antar.dispatch.road;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/// Remembers what a pure function gave, for so many of the keys last asked for. Two threads that
/// miss the same key at once both compute it.
final class Memo<K, V> {

  private final Map<K, V> values;

  Memo(int capacity) {
    this.values =
        new LinkedHashMap<>(64, 0.75f, true) {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > capacity;
          }
        };
  }

  V get(K key, Function<? super K, ? extends V> function) {
    synchronized (values) {
      V known = values.get(key);
      if (known != null) {
        return known;
      }
    }
    V computed = function.apply(key);
    synchronized (values) {
      values.put(key, computed);
    }
    return computed;
  }
}
