package id.antar.load.gatling;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// What happened so far in one run, in real milliseconds of this machine: what one user did, and
/// when, is what another's frame is measured by.
final class Day {

  private final Map<String, Long> placed = new ConcurrentHashMap<>();
  private final Map<String, Long> confirmed = new ConcurrentHashMap<>();
  private final Set<String> open = ConcurrentHashMap.newKeySet();
  private final long eveningMillis;
  private final long nightMillis;

  /// @param length how long orders come
  /// @param patience how long the last of them may take
  Day(Duration length, Duration patience) {
    eveningMillis = System.currentTimeMillis() + length.toMillis();
    nightMillis = eveningMillis + patience.toMillis();
  }

  /// Nobody orders any more, and nobody waits for anything.
  boolean isOver() {
    long now = System.currentTimeMillis();
    return now > nightMillis || (now > eveningMillis && open.isEmpty());
  }

  /// Who still waits now waits in vain.
  boolean isNight() {
    return System.currentTimeMillis() > nightMillis;
  }

  /// About to be sent.
  void placing(String orderId) {
    placed.put(orderId, System.currentTimeMillis());
    open.add(orderId);
  }

  /// About to be sent.
  void confirming(String orderId) {
    confirmed.put(orderId, System.currentTimeMillis());
  }

  void ended(String orderId) {
    open.remove(orderId);
  }

  /// Whether it is one of this run's orders.
  boolean knows(String orderId) {
    return placed.containsKey(orderId);
  }

  /// How long after the customer's click the merchant's screen showed it; none for others' orders.
  Optional<Integer> sincePlaced(String orderId, long heardMillis) {
    return since(placed.get(orderId), heardMillis);
  }

  Optional<Integer> sinceConfirmed(String orderId, long heardMillis) {
    return since(confirmed.get(orderId), heardMillis);
  }

  private static Optional<Integer> since(@Nullable Long then, long now) {
    return Optional.ofNullable(then).map(millis -> (int) Math.max(0, now - millis));
  }
}
