package id.antar.dispatch.learned;

import id.antar.api.assignment.AssignmentEvent;
import id.antar.api.order.OrderEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Learns from events, some at a time, in three steps: they are folded beside what is known, the
/// changed rows are saved in the transaction at hand, and only once that is committed the estimates
/// change. Of a transaction that fails nothing remains, neither here nor there. What another
/// process has saved since is read before going on.
public final class Learning {

  private final LearnedTimes times;
  private final KeepLearned store;

  public Learning(LearnedTimes times, KeepLearned store) {
    this.times = times;
    this.store = store;
  }

  /// Reads what was learned before, unless it is known.
  public synchronized void refresh() {
    long version = store.version();
    if (times.known().version() != version) {
      var rows = new HashMap<String, Row>();
      store.load().forEach((key, json) -> rows.put(key, Row.read(json)));
      times.replace(version, rows);
    }
  }

  /// Other events than those of orders and assignments are passed over in silence.
  ///
  /// @param passedOver is told which event could not be folded and why
  /// @return to be run when the transaction is committed
  public synchronized Runnable learn(
      List<?> events, BiConsumer<Object, RuntimeException> passedOver) {
    refresh();
    LearnedTimes.Known known = times.known();
    var lesson = new Lesson(known.rows());
    Observing observing = times.observing(lesson);
    for (Object event : events) {
      try {
        fold(observing, event);
      } catch (RuntimeException e) {
        passedOver.accept(event, e);
      }
    }
    Map<String, Optional<Row>> changes = lesson.changes();
    if (changes.isEmpty()) {
      return () -> {};
    }
    var texts = new HashMap<String, Optional<String>>();
    changes.forEach((key, row) -> texts.put(key, row.map(Row::write)));
    store.save(known.version(), texts);
    return () -> times.change(known.version(), changes);
  }

  /// All of it, for history to be learned from anew.
  public synchronized void forget() {
    var gone = new HashMap<String, Optional<String>>();
    store.load().keySet().forEach(key -> gone.put(key, Optional.empty()));
    store.save(store.version(), gone);
  }

  private static void fold(Observing observing, Object event) {
    switch (event) {
      case OrderEvent e -> observing.apply(e);
      case AssignmentEvent e -> observing.apply(e);
      default -> {}
    }
  }
}
