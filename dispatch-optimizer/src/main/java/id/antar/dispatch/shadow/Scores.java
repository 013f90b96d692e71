package id.antar.dispatch.shadow;

import id.antar.api.dispatch.ShadowId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How the shadow that runs compares: since it started, also over restarts, and in the last hour of
/// engine time since this process started. Safe for any number of threads.
public final class Scores {

  private static final Duration RECENT = Duration.ofHours(1);
  private static final long MINUTE = 60;

  private final KeepScores store;
  private final TreeMap<Long, Tally> minutes = new TreeMap<>();
  private @Nullable ShadowId shadowId;
  private Tally total = Tally.NONE;

  public Scores(KeepScores store) {
    this.store = store;
  }

  public synchronized void add(ShadowId id, Instant now, Tally round) {
    turnTo(id);
    total = total.plus(round);
    long minute = now.getEpochSecond() / MINUTE;
    minutes.merge(minute, round, Tally::plus);
    minutes.headMap(minute - RECENT.toMinutes(), true).clear();
  }

  public synchronized Tally total(ShadowId id) {
    turnTo(id);
    return total;
  }

  public synchronized Tally lastHour(ShadowId id, Instant now) {
    turnTo(id);
    long first = now.minus(RECENT).getEpochSecond() / MINUTE;
    return minutes.tailMap(first, false).values().stream().reduce(Tally.NONE, Tally::plus);
  }

  public void save(ShadowId id) {
    var byName = new HashMap<String, Double>();
    total(id).sums().forEach((figure, sum) -> byName.put(figure.name(), sum));
    store.save(id, byName);
  }

  /// What another process has saved since counts.
  public synchronized void forget() {
    shadowId = null;
  }

  private void turnTo(ShadowId id) {
    if (!id.equals(shadowId)) {
      total = read(store.load(id));
      minutes.clear();
      shadowId = id;
    }
  }

  private static Tally read(Map<String, Double> byName) {
    return Arrays.stream(Figure.values())
        .filter(figure -> byName.containsKey(figure.name()))
        .map(figure -> Tally.of(figure, byName.getOrDefault(figure.name(), 0.0)))
        .reduce(Tally.NONE, Tally::plus);
  }
}
