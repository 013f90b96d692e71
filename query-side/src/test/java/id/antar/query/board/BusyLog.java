package id.antar.query.board;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/// As in a real event store, some events are seen after later ones, and some never.
final class BusyLog extends MemoryLog {

  private static final double ROLLED_BACK = 0.01;
  private static final double SLOW = 0.05;

  private final Map<Object, Long> writing = new HashMap<>();
  private final Random random;
  private long last;

  BusyLog(long seed) {
    random = new Random(seed);
  }

  /// Events of one aggregate are seen in their order.
  void append(Object aggregate, Object event, Instant recordedAt) {
    if (random.nextDouble() < ROLLED_BACK) {
      last++;
    }
    Long before = writing.remove(aggregate);
    if (before != null) {
      commit(before);
    }
    long position = ++last;
    if (random.nextDouble() < SLOW) {
      write(position, event, recordedAt);
      writing.put(aggregate, position);
    } else {
      put(position, event, recordedAt);
    }
    commitAllBut(3);
  }
}
