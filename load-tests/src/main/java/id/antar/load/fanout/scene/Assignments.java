package id.antar.load.fanout.scene;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.jspecify.annotations.Nullable;

/// Who carries which order, and how many follow each courier by that.
final class Assignments {

  private final Map<String, Integer> couriers = new ConcurrentHashMap<>();
  private final Map<String, Integer> carriedBy = new ConcurrentHashMap<>();
  private final Map<String, Integer> followers = new ConcurrentHashMap<>();
  private final AtomicIntegerArray audience;
  private int moves;

  Assignments(List<Person> people) {
    for (int i = 0; i < people.size(); i++) {
      couriers.put(people.get(i).id(), i);
    }
    audience = new AtomicIntegerArray(people.size());
  }

  synchronized void assigned(String orderId, String courierId) {
    Integer courier = couriers.get(courierId);
    if (courier == null) {
      unassigned(orderId);
      return;
    }
    Integer former = carriedBy.put(orderId, courier);
    if (!courier.equals(former)) {
      change(former, -followersOf(orderId));
      change(courier, followersOf(orderId));
    }
  }

  synchronized void unassigned(String orderId) {
    Integer former = carriedBy.remove(orderId);
    change(former, -followersOf(orderId));
  }

  synchronized void follow(String orderId, int count) {
    followers.merge(orderId, count, Integer::sum);
    change(carriedBy.get(orderId), count);
  }

  /// So many hear of every courier, whatever they carry.
  void seenBy(int count) {
    for (int i = 0; i < audience.length(); i++) {
      audience.addAndGet(i, count);
    }
  }

  synchronized void unfollowed() {
    followers.clear();
    for (int i = 0; i < audience.length(); i++) {
      audience.set(i, 0);
    }
  }

  boolean isCarried(String orderId) {
    return carriedBy.containsKey(orderId);
  }

  int carried() {
    return carriedBy.size();
  }

  /// How many hear of this courier at this moment.
  int audience(int courier) {
    return audience.get(courier);
  }

  /// How often an order that was followed went to somebody else.
  synchronized int moves() {
    return moves;
  }

  private int followersOf(String orderId) {
    return followers.getOrDefault(orderId, 0);
  }

  private void change(@Nullable Integer courier, int by) {
    if (courier != null) {
      moves += by < 0 ? 1 : 0;
      audience.addAndGet(courier, by);
    }
  }
}
