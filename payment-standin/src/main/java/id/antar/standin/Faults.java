package id.antar.standin;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/// What goes wrong next, by the call's name: `charge`, `status`, `capture`, `cancel`, `deny`,
/// `expire`, `refund`, `refunds`.
public final class Faults {

  private final Map<String, ConcurrentLinkedQueue<Fault>> next = new ConcurrentHashMap<>();
  private final Map<String, Fault> always = new ConcurrentHashMap<>();

  public void next(String call, Fault fault) {
    next.computeIfAbsent(call, _ -> new ConcurrentLinkedQueue<>()).add(fault);
  }

  public void always(String call, Fault fault) {
    always.put(call, fault);
  }

  public void clear() {
    next.clear();
    always.clear();
  }

  Optional<Fault> take(String call) {
    var queue = next.get(call);
    Fault fault = queue == null ? null : queue.poll();
    return Optional.ofNullable(fault == null ? always.get(call) : fault);
  }
}
