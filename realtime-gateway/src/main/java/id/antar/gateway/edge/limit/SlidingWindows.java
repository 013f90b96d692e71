package id.antar.gateway.edge.limit;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Admits, for each key, a rate's requests within any window that long: an exact sliding log, in
/// whole milliseconds. What was refused does not count. A decision takes its own key's lock only,
/// and time that does not depend on the rate.
///
/// So many keys are known at most. One more pushes out one whose requests have all left the window
/// or, if there is none among a few, the one of these that was quiet the longest, which then starts
/// afresh: who comes from ever new addresses gains nothing by it and fills no memory.
public final class SlidingWindows {

  private static final int LOOKED_AT = 8;

  private final Rate rate;
  private final int maxKeys;
  private final boolean shared;
  private final LongSupplier nanoTime;
  private final Map<String, Integer> untold = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, Window> windows = new ConcurrentHashMap<>();
  private final AtomicBoolean evicting = new AtomicBoolean();
  private Iterator<Map.Entry<String, Window>> hand = windows.entrySet().iterator();

  /// @param shared whether what is admitted is noted for other gateways
  public SlidingWindows(Rate rate, int maxKeys, boolean shared, LongSupplier nanoTime) {
    this.rate = rate;
    this.maxKeys = maxKeys;
    this.shared = shared;
    this.nanoTime = nanoTime;
  }

  public Rate rate() {
    return rate;
  }

  public Standing take(String key) {
    int now = millis();
    Window window = window(key, now);
    Standing standing = window.take(now);
    while (standing == Window.CLOSED) {
      window = reopen(key, window, now);
      standing = window.take(now);
    }
    if (shared && standing.admitted()) {
      untold.merge(key, 1, Integer::sum);
    }
    return standing;
  }

  /// How the key stands, without counting: a key that is not known stays so.
  Standing look(String key) {
    Window window = windows.get(key);
    return window == null
        ? new Standing(true, rate.requests(), rate.windowMillis())
        : window.look(millis());
  }

  /// What was admitted here since this was asked last, by key.
  Map<String, Integer> takeUntold() {
    var taken = new LinkedHashMap<String, Integer>();
    for (String key : untold.keySet()) {
      Integer requests = untold.remove(key);
      if (requests != null) {
        taken.put(key, requests);
      }
    }
    return taken;
  }

  /// Counts what another gateway admitted.
  void add(String key, int requests, int millisAgo) {
    int now = millis();
    Window window = window(key, now);
    while (!window.add(now - millisAgo, requests, now)) {
      window = reopen(key, window, now);
    }
  }

  int keys() {
    return (int) windows.mappingCount();
  }

  /// Forgets all whose requests have left the window.
  void forgetOld() {
    int now = millis();
    windows.forEach((key, window) -> {
      if (window.closeIfOver(now)) {
        windows.remove(key, window);
      }
    });
  }

  private int millis() {
    return (int) TimeUnit.NANOSECONDS.toMillis(nanoTime.getAsLong());
  }

  private Window window(String key, int now) {
    Window known = windows.get(key);
    return known != null ? known : open(key, now);
  }

  private Window reopen(String key, Window closed, int now) {
    windows.remove(key, closed);
    return window(key, now);
  }

  private Window open(String key, int now) {
    Window opened =
        windows.computeIfAbsent(key, _ -> new Window(rate.requests(), rate.windowMillis(), now));
    if (windows.mappingCount() > maxKeys && evicting.compareAndSet(false, true)) {
      try {
        evict(now);
      } finally {
        evicting.set(false);
      }
    }
    return opened;
  }

  /// One thread at a time, and nobody waits for it; it stays until there is room.
  private void evict(int now) {
    while (windows.mappingCount() > maxKeys) {
      Map.Entry<String, Window> victim = victim(now);
      if (victim != null) {
        victim.getValue().close();
        windows.remove(victim.getKey(), victim.getValue());
      }
    }
  }

  private Map.@Nullable Entry<String, Window> victim(int now) {
    Map.Entry<String, Window> quietest = null;
    for (int i = 0; i < LOOKED_AT; i++) {
      Map.Entry<String, Window> entry = next();
      if (entry == null || entry.getValue().closeIfOver(now)) {
        return entry;
      }
      if (quietest == null || entry.getValue().idle(now) > quietest.getValue().idle(now)) {
        quietest = entry;
      }
    }
    return quietest;
  }

  private Map.@Nullable Entry<String, Window> next() {
    if (!hand.hasNext()) {
      hand = windows.entrySet().iterator();
    }
    return hand.hasNext() ? hand.next() : null;
  }
}
