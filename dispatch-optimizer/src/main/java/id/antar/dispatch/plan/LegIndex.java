package id.antar.dispatch.plan;

import java.util.Arrays;

/// Seconds by pair of places: a hash table with open addressing, for it is asked millions of times
/// in a round.
final class LegIndex {

  private static final long FREE = -1;

  private long[] keys;
  private int[] seconds;
  private int size;

  LegIndex() {
    this(16);
  }

  private LegIndex(int slots) {
    this.keys = new long[slots];
    this.seconds = new int[slots];
    Arrays.fill(keys, FREE);
  }

  static long key(int from, int to) {
    return ((long) from << 32) | to;
  }

  static int from(long key) {
    return (int) (key >> 32);
  }

  static int to(long key) {
    return (int) key;
  }

  void put(int from, int to, int value) {
    if (2 * (size + 1) > keys.length) {
      grow();
    }
    long key = key(from, to);
    int slot = slot(key);
    if (keys[slot] == FREE) {
      keys[slot] = key;
      size++;
    }
    seconds[slot] = value;
  }

  /// Seconds, or [TravelTimes#UNREACHABLE].
  int seconds(int from, int to) {
    long key = key(from, to);
    int slot = slot(key);
    return keys[slot] == key ? seconds[slot] : TravelTimes.UNREACHABLE;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /// All pairs, in ascending order.
  long[] sortedKeys() {
    return Arrays.stream(keys).filter(key -> key != FREE).sorted().toArray();
  }

  private void grow() {
    var larger = new LegIndex(2 * keys.length);
    for (int slot = 0; slot < keys.length; slot++) {
      if (keys[slot] != FREE) {
        int free = larger.slot(keys[slot]);
        larger.keys[free] = keys[slot];
        larger.seconds[free] = seconds[slot];
      }
    }
    keys = larger.keys;
    seconds = larger.seconds;
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & mask;
    while (keys[slot] != key && keys[slot] != FREE) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
