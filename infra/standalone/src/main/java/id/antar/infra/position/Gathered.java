package id.antar.infra.position;

import id.antar.api.position.LiveUpdate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;

/// Live updates that are about to be sent, of each courier and each order the latest.
final class Gathered {

  private final int most;
  private final LinkedHashMap<Object, LiveUpdate> waiting = new LinkedHashMap<>();

  /// What became of an update.
  enum Put {
    FIRST,
    NEXT,
    REFUSED
  }

  /// @param most couriers and orders; beyond them new ones are refused
  Gathered(int most) {
    this.most = most;
  }

  /// A newer update takes the place of an older one, in the older one's turn.
  synchronized Put put(LiveUpdate update) {
    Object subject = InProcessPositionBus.subject(update);
    if (waiting.size() >= most && !waiting.containsKey(subject)) {
      return Put.REFUSED;
    }
    waiting.put(subject, update);
    return waiting.size() == 1 ? Put.FIRST : Put.NEXT;
  }

  /// Those that have waited for longest.
  synchronized List<LiveUpdate> take(int count) {
    var taken = new ArrayList<LiveUpdate>(Math.min(count, waiting.size()));
    Iterator<LiveUpdate> oldestFirst = waiting.values().iterator();
    while (taken.size() < count && oldestFirst.hasNext()) {
      taken.add(oldestFirst.next());
      oldestFirst.remove();
    }
    return taken;
  }

  /// @return how many there were
  synchronized int drop() {
    int dropped = waiting.size();
    waiting.clear();
    return dropped;
  }
}
