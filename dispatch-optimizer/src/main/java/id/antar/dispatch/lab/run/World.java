package id.antar.dispatch.lab.run;

import id.antar.api.assignment.AssignmentEvent;
import id.antar.api.courier.CourierEvent;
import id.antar.api.order.OrderEvent;
import id.antar.dispatch.lab.facts.Facts;
import id.antar.dispatch.lab.facts.MemoryLearned;
import id.antar.dispatch.learned.Constants;
import id.antar.dispatch.learned.LearnedTimes;
import id.antar.dispatch.learned.Learning;
import id.antar.dispatch.live.Rehearsal;
import id.antar.dispatch.plan.DispatchPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/// A run's clock, what is due in it, and who hears of what happens: the dispatcher, and what it
/// learns from.
final class World {

  private record Due(int second, long number, Runnable what) {}

  private final Facts facts;
  private final PriorityQueue<Due> agenda =
      new PriorityQueue<>(Comparator.comparingInt(Due::second).thenComparingLong(Due::number));
  private final Learning learning;
  private final List<Object> lesson = new ArrayList<>();
  private final Consumer<Object> witness;
  final Rehearsal dispatcher;
  private long number;
  private boolean woken;
  int now;

  World(Facts facts, Streets streets, DispatchPolicy policy, Consumer<Object> witness) {
    this.facts = facts;
    this.witness = witness;
    var times = new LearnedTimes(Constants.of(policy.pickupService(), policy.dropoffService()));
    this.learning = new Learning(times, new MemoryLearned(facts.learned()));
    learning.refresh();
    this.dispatcher = new Rehearsal(policy, facts.zone(), streets.travel(), times, facts.start());
  }

  Instant time() {
    return facts.instant(now);
  }

  void at(int second, Runnable what) {
    agenda.add(new Due(Math.max(second, now), number++, what));
  }

  void in(int seconds, Runnable what) {
    at(now + seconds, what);
  }

  int nextDue() {
    return agenda.isEmpty() ? Integer.MAX_VALUE : agenda.peek().second();
  }

  /// Says whether anything happened that a round may decide about.
  boolean live() {
    woken = false;
    while (!agenda.isEmpty() && agenda.peek().second() <= now) {
      agenda.poll().what().run();
    }
    return woken;
  }

  void happens(OrderEvent event) {
    witness.accept(event);
    woken |= dispatcher.happened(event);
    lesson.add(event);
  }

  void happens(AssignmentEvent event) {
    witness.accept(event);
    woken |= dispatcher.happened(event);
    lesson.add(event);
  }

  void happens(CourierEvent event) {
    witness.accept(event);
    woken |= dispatcher.happened(event);
  }

  void learn() {
    if (!lesson.isEmpty()) {
      learning.learn(lesson, (_, _) -> {}).run();
      lesson.clear();
    }
  }
}
