package id.antar.load.fanout.measure;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentHashMap.KeySetView;
import java.util.concurrent.atomic.LongAdder;

/// Whether everything that happened to an order reached each of its followers exactly once. A fact
/// is known by its order and by what only it says (the ready time).
public final class FactLedger {

  /// @param fact what happened and is not to be missed
  private record Key(String orderId, String mark) {}

  private static final class Fact {
    private final KeySetView<Integer, Boolean> heardBy = ConcurrentHashMap.newKeySet();
    private volatile boolean happened;
  }

  /// @param facts those that happened
  /// @param delivered to followers, each counted once
  public record Count(long facts, long wanted, long delivered, long missing, long doubled) {
    public boolean isExact() {
      return missing == 0 && doubled == 0;
    }
  }

  private final Map<Key, Fact> facts = new ConcurrentHashMap<>();
  private final Map<String, Collection<Integer>> followers = new ConcurrentHashMap<>();
  private final Map<Integer, Long> cursors = new ConcurrentHashMap<>();
  private final Set<Integer> excused = ConcurrentHashMap.newKeySet();
  private final LongAdder doubled = new LongAdder();

  public void follows(int follower, String orderId) {
    followers.computeIfAbsent(orderId, _ -> ConcurrentHashMap.newKeySet()).add(follower);
  }

  /// Nothing is expected to reach this one any more.
  public void excuse(int follower) {
    excused.add(follower);
  }

  /// It is about to be asked for; it may arrive before the answer does.
  public void announce(String orderId, String mark) {
    facts.put(new Key(orderId, mark), new Fact());
  }

  public void happened(String orderId, String mark) {
    facts.computeIfAbsent(new Key(orderId, mark), _ -> new Fact()).happened = true;
  }

  /// A follower listens from this cursor on.
  public void begins(int follower, long cursor) {
    cursors.put(follower, cursor);
  }

  /// A follower was told of something with a cursor. Cursors never go back; one that does is a
  /// repetition, whatever it tells of.
  public void heard(int follower, String orderId, long cursor, String mark) {
    Long last = cursors.put(follower, cursor);
    Fact fact = facts.get(new Key(orderId, mark));
    boolean again = fact != null && !fact.heardBy.add(follower);
    if (again || (last != null && cursor < last)) {
      doubled.increment();
    }
  }

  public Count count() {
    long happened = 0;
    long wanted = 0;
    long delivered = 0;
    for (var entry : facts.entrySet()) {
      if (entry.getValue().happened) {
        happened++;
        for (int follower : followers.getOrDefault(entry.getKey().orderId(), Set.of())) {
          boolean expected = !excused.contains(follower);
          wanted += expected ? 1 : 0;
          delivered += expected && entry.getValue().heardBy.contains(follower) ? 1 : 0;
        }
      }
    }
    return new Count(happened, wanted, delivered, wanted - delivered, doubled.sum());
  }
}
