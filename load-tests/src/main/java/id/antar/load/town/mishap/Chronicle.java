package id.antar.load.town.mishap;

import id.antar.load.client.Point;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What has happened in town, to whom, and to which orders. What is worth a headline is told at
/// once.
public final class Chronicle {

  private static final double WITHIN_SIGHT_METRES = 100;

  /// @param whom it happened to or who did it
  public record Entry(Happening what, String whom, List<String> orderIds) {}

  private final Consumer<String> headlines;
  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, Point> left = new ConcurrentHashMap<>();

  public Chronicle(Consumer<String> headlines) {
    this.headlines = headlines;
  }

  public void note(Happening what, String whom, Collection<String> orderIds) {
    synchronized (entries) {
      entries.add(new Entry(what, whom, List.copyOf(orderIds)));
    }
  }

  public void headline(Happening what, String whom, Collection<String> orderIds, String story) {
    note(what, whom, orderIds);
    headlines.accept(whom + " " + story);
  }

  /// The courier cannot carry these any further: they lie here for another one.
  public void leave(Collection<String> orderIds, Point here) {
    orderIds.forEach(orderId -> left.put(orderId, here));
  }

  /// Whether the order lies there because its courier could not go on.
  public boolean isLeftAt(String orderId, @Nullable Point place) {
    Point lies = left.get(orderId);
    return lies != null && place != null && lies.metresTo(place) < WITHIN_SIGHT_METRES;
  }

  /// Somebody has the order again.
  public void taken(String orderId) {
    left.remove(orderId);
  }

  public List<Entry> list(Happening what) {
    synchronized (entries) {
      return entries.stream().filter(entry -> entry.what() == what).toList();
    }
  }

  /// Every order that something has happened to.
  public Set<String> orders(Happening what) {
    Set<String> orderIds = new TreeSet<>();
    list(what).forEach(entry -> orderIds.addAll(entry.orderIds()));
    return orderIds;
  }
}
