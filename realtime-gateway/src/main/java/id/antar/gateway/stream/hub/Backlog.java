package id.antar.gateway.stream.hub;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What waits for a connection that does not read as fast as it is written to: facts up to a bound,
/// in order, ahead of moments, of which each replaces its forerunner. Used by one thread.
final class Backlog {

  private final int bound;
  private final ArrayDeque<Frame> facts = new ArrayDeque<>();
  private final Map<Frame.Latest, Frame> moments = new LinkedHashMap<>();

  Backlog(int bound) {
    this.bound = bound;
  }

  /// False if the frame is a fact and there is no room for it.
  boolean offer(Frame frame) {
    if (frame.latest() != null) {
      moments.merge(frame.latest(), frame, (_, newer) -> newer.whole());
      return true;
    }
    return facts.size() < bound && facts.add(frame);
  }

  @Nullable Frame poll() {
    Frame fact = facts.poll();
    if (fact != null || moments.isEmpty()) {
      return fact;
    }
    var first = moments.entrySet().iterator();
    Frame moment = first.next().getValue();
    first.remove();
    return moment;
  }

  /// Takes back what was true for a moment and no longer is anybody's business.
  void forget(Topic topic) {
    moments.keySet().removeIf(latest -> latest.topic().equals(topic));
  }

  boolean isEmpty() {
    return facts.isEmpty() && moments.isEmpty();
  }

  boolean isRoomy() {
    return facts.size() <= bound / 2;
  }
}
