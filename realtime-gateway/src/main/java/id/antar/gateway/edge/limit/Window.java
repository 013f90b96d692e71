package id.antar.gateway.edge.limit;

/// The times of one key's admitted requests, the newest of them up to the limit: as many as are
/// ever needed to say exactly whether one more is within the rate. Times are milliseconds that may
/// overflow; only differences count. Grows with its use, and is safe for use by several threads.
final class Window {

  static final Standing CLOSED = new Standing(false, 0, 0);

  private static final int FEW = 4;

  private final int limit;
  private final int length;
  private int[] times;
  private int first;
  private int count;
  private int touched;
  private boolean closed;

  /// @param length in milliseconds
  Window(int limit, int length, int now) {
    this.limit = limit;
    this.length = length;
    this.times = new int[Math.min(limit, FEW)];
    this.touched = now;
  }

  /// [#CLOSED] once the window is closed: whoever asks opens another.
  synchronized Standing take(int clock) {
    if (closed) {
      return CLOSED;
    }
    int now = clock - touched > 0 ? clock : touched;
    touched = now;
    expire(now);
    boolean admitted = count < limit;
    if (admitted) {
      append(now);
    }
    return new Standing(admitted, limit - count, time(0) + length - now);
  }

  /// Whether one more would be admitted. A closed window has counted nothing that still matters, or
  /// was pushed out.
  synchronized Standing look(int now) {
    expire(now);
    boolean admitted = closed || count < limit;
    int until = count == 0 ? length : time(0) + length - now;
    return new Standing(admitted, limit - count, until);
  }

  /// Counts requests that were admitted elsewhere some time ago.
  ///
  /// @return whether the window was not closed
  synchronized boolean add(int at, int requests, int now) {
    if (closed) {
      return false;
    }
    expire(now);
    if (now - at < length) {
      merge(at, requests);
    }
    return true;
  }

  private void merge(int at, int requests) {
    int size = Math.min(limit, count + Math.min(limit, requests));
    int[] merged = new int[size];
    int own = count - 1;
    int others = requests;
    for (int i = size - 1; i >= 0; i--) {
      boolean ownIsNewer = own >= 0 && (others == 0 || time(own) - at > 0);
      merged[i] = ownIsNewer ? time(own--) : at;
      others -= ownIsNewer ? 0 : 1;
    }
    times = merged;
    first = 0;
    count = size;
  }

  private void expire(int now) {
    while (count > 0 && now - times[first] >= length) {
      first = first + 1 == times.length ? 0 : first + 1;
      count--;
    }
  }

  private void append(int now) {
    if (count == times.length) {
      grow();
    }
    int end = first + count;
    times[end < times.length ? end : end - times.length] = now;
    count++;
  }

  private void grow() {
    var larger = new int[Math.min(limit, 2 * count)];
    for (int i = 0; i < count; i++) {
      larger[i] = time(i);
    }
    times = larger;
    first = 0;
  }

  private int time(int index) {
    int at = first + index;
    return times[at < times.length ? at : at - times.length];
  }

  /// Whether nothing was counted that still matters; then it is closed.
  synchronized boolean closeIfOver(int now) {
    expire(now);
    closed |= count == 0;
    return closed;
  }

  synchronized void close() {
    closed = true;
  }

  /// For how long nobody has asked.
  synchronized int idle(int now) {
    return now - touched;
  }
}
