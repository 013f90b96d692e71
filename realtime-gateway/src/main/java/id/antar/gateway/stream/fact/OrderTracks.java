package id.antar.gateway.stream.fact;

import id.antar.api.courier.CourierId;
import id.antar.api.merchant.MerchantId;
import id.antar.api.order.OrderEvent;
import id.antar.api.order.OrderId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What the last facts said about each order, and which orders a courier carries now. Everything
/// about one order happens under its track's lock, so that a listener who joins there misses
/// nothing and hears nothing twice, and no position follows the delivery.
public final class OrderTracks {

  private final int most;
  private final Map<OrderId, Track> tracks = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<CourierId, Set<Track>> carriedBy = new ConcurrentHashMap<>();

  /// @param most orders that are kept; those that nothing was heard of for longest go first
  public OrderTracks(int most) {
    this.most = most;
  }

  public Track get(OrderId id) {
    synchronized (tracks) {
      Track track = tracks.computeIfAbsent(id, Track::new);
      if (tracks.size() > most) {
        var eldest = tracks.entrySet().iterator();
        eldest.next().getValue().leave();
        eldest.remove();
      }
      return track;
    }
  }

  /// Absent if the order is not among those that are kept.
  @Nullable MerchantId merchantOf(OrderId id) {
    synchronized (tracks) {
      Track track = tracks.get(id);
      return track == null ? null : track.now().merchantId();
    }
  }

  public Set<Track> carriedBy(CourierId courier) {
    return carriedBy.getOrDefault(courier, Set.of());
  }

  public final class Track {

    private OrderNow now;
    private @Nullable CourierId indexed;

    Track(OrderId id) {
      this.now = OrderNow.unknown(id);
    }

    public synchronized OrderNow now() {
      return now;
    }

    /// What the store says of it, unless facts were heard.
    synchronized void recall(OrderNow past) {
      if (!now.isKnown()) {
        become(past);
      }
    }

    /// Takes an event in, then hands what was and what is to `then`, still under the lock.
    public synchronized void apply(OrderEvent event, BiConsumer<OrderNow, OrderNow> then) {
      OrderNow before = now;
      become(before.after(event));
      then.accept(before, now);
    }

    public synchronized void read(Consumer<OrderNow> then) {
      then.accept(now);
    }

    private void become(OrderNow next) {
      now = next;
      if (!Objects.equals(indexed, next.courierId())) {
        leave();
        indexed = next.courierId();
        if (indexed != null) {
          carriedBy.compute(indexed, (_, all) -> with(all));
        }
      }
    }

    private Set<Track> with(@Nullable Set<Track> all) {
      Set<Track> set = all == null ? ConcurrentHashMap.newKeySet() : all;
      set.add(this);
      return set;
    }

    private synchronized void leave() {
      if (indexed != null) {
        carriedBy.computeIfPresent(
            indexed,
            (_, all) -> {
              all.remove(this);
              return all.isEmpty() ? null : all;
            });
        indexed = null;
      }
    }
  }
}
