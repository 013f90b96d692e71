package id.antar.dispatch.plan;

import java.util.Arrays;

/// Seconds by pair of places: a hash table with open addressing, for it is asked millions of times
/// in a round.
final class LegIndex {

  static final LegIndex EMPTY = new LegIndex(0);

  private static final long FREE = -1;

  private final long[] keys;
  private final int[] seconds;
  private final int mask;

  /// @param size how many legs there will be
  LegIndex(int size) {
    int slots = Integer.highestOneBit(Math.max(1, size) * 2) * 2;
    this.keys = new long[slots];
    this.seconds = new int[slots];
    this.mask = slots - 1;
    Arrays.fill(keys, FREE);
  }

  void put(int from, int to, int value) {
    long key = ((long) from << 32) | to;
    int slot = slot(key);
    keys[slot] = key;
    seconds[slot] = value;
  }

  int seconds(int from, int to) {
    long key = ((long) from << 32) | to;
    int slot = slot(key);
    return keys[slot] == key ? seconds[slot] : TravelTimes.UNREACHABLE;
  }

  private int slot(long key) {
    int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & mask;
    while (keys[slot] != key && keys[slot] != FREE) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
