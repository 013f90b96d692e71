package id.antar.load.gatling;

import id.antar.load.client.Frame;
import id.antar.load.town.world.Dice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What one merchant has on the fire: orders that are heard of, and what is to be done about them
/// when. Used by one virtual user.
final class Kitchen {

  private static final double THINKS_AT_LEAST = 1.5;
  private static final double THINKS_AT_MOST = 3;

  /// Something a merchant taps on, at a real millisecond.
  record Act(long atMillis, String verb, String orderId) {}

  private final Day day;
  private final Dice dice;
  private final Duration preparation;
  private final List<String> verbs;
  private final Queue<Act> due = new PriorityQueue<>(Comparator.comparingLong(Act::atMillis));
  private final Set<String> off = new HashSet<>();
  private List<Integer> samples = new ArrayList<>();

  /// @param preparation from the confirmation to the counter, in real time
  /// @param verbs what is done about an order, in this sequence
  Kitchen(Day day, Dice dice, Duration preparation, List<String> verbs) {
    this.day = day;
    this.dice = dice;
    this.preparation = preparation;
    this.verbs = verbs;
  }

  void hear(List<Frames.Heard> heard) {
    for (Frames.Heard one : heard) {
      Frame frame = one.frame();
      String orderId = frame.orderId();
      if (orderId != null && frame.tells("OrderSubmitted")) {
        day.sincePlaced(orderId, one.atMillis()).ifPresent(samples::add);
        plan(one.atMillis(), verbs.getFirst(), orderId);
      } else if (orderId != null && frame.tells("OrderCancelled")) {
        off.add(orderId);
      }
    }
  }

  /// What is to be done by now, or nothing.
  @Nullable Act take(long nowMillis) {
    while (!due.isEmpty() && due.element().atMillis() <= nowMillis) {
      Act act = due.remove();
      if (!off.contains(act.orderId())) {
        return act;
      }
    }
    return null;
  }

  /// The next of the verbs comes in its time.
  void done(Act act, long nowMillis) {
    int next = verbs.indexOf(act.verb()) + 1;
    if (next < verbs.size()) {
      long rest = next == 2 ? preparation.toMillis() : 0;
      plan(nowMillis + rest, verbs.get(next), act.orderId());
    } else if (act.verb().equals("cancel")) {
      day.ended(act.orderId());
    }
  }

  /// The milliseconds from the customers' clicks to this screen, once.
  List<Integer> takeSamples() {
    List<Integer> taken = samples;
    samples = new ArrayList<>();
    return taken;
  }

  private void plan(long fromMillis, String verb, String orderId) {
    long think = dice.seconds(THINKS_AT_LEAST, THINKS_AT_MOST).toMillis();
    due.add(new Act(fromMillis + think, verb, orderId));
  }
}
