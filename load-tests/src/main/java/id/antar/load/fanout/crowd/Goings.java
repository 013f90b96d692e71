package id.antar.load.fanout.crowd;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Who was closed, and what was refused: counted by reason.
public final class Goings {

  private final Map<String, Integer> counts = new TreeMap<>();
  private boolean over;

  public synchronized void closed(String who, int code, String reason) {
    if (!over) {
      note(who + " closed " + code + (reason.isEmpty() ? "" : " " + reason));
    }
  }

  public synchronized void note(String what) {
    counts.merge(what, 1, Integer::sum);
  }

  /// From now on lines end because the bench wants it.
  public synchronized void over() {
    over = true;
  }

  public synchronized void begin() {
    over = false;
  }

  public synchronized int count(String beginning) {
    return counts.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(beginning))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  /// Empty, or a line per reason.
  @Override
  public synchronized String toString() {
    return counts.entrySet().stream()
        .map(entry -> "  " + entry.getValue() + " x " + entry.getKey() + "\n")
        .collect(Collectors.joining());
  }
}
