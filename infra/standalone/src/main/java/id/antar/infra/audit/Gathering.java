package id.antar.infra.audit;

import id.antar.api.audit.AuditEvent.RefusalsCounted;
import id.antar.infra.audit.Noted.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Refusals of the last window: the same ones become one, and what is too much to be kept apart is
/// counted. So few come out that no flood of any kind fills the store. Not safe for use by several
/// threads.
final class Gathering {

  private static final Source NOBODY = new Source("", "");

  private final AuditProperties limits;

  /// In the order in which they began.
  private final Map<Key, Gathered> open = new LinkedHashMap<>();

  private final Map<Source, Integer> perSource = new HashMap<>();
  private int strangers;

  Gathering(AuditProperties limits) {
    this.limits = limits;
  }

  private record Key(Source source, List<Object> likeness) {}

  private static final class Gathered {
    final Noted first;
    final long beganNanos;
    long times = 1;

    Gathered(Noted first, long beganNanos) {
      this.first = first;
      this.beganNanos = beganNanos;
    }
  }

  int size() {
    return open.size();
  }

  void take(Noted noted, long nowNanos) {
    if (!isCounted(new Key(noted.source(), noted.likeness()))) {
      add(noted, nowNanos);
    }
  }

  private boolean isCounted(Key key) {
    Gathered known = open.get(key);
    if (known != null) {
      known.times++;
    }
    return known != null;
  }

  private void add(Noted noted, long nowNanos) {
    Source source = noted.source();
    if (open.size() >= limits.all()) {
      count(NOBODY, counted(noted, RefusalsCounted.Source.EVERYBODY, Map.of()), nowNanos);
    } else if (noted.isOfStranger() && strangers >= limits.strangers()) {
      count(NOBODY, counted(noted, RefusalsCounted.Source.STRANGERS, Map.of()), nowNanos);
    } else if (perSource.getOrDefault(source, 0) >= limits.perSource()) {
      count(source, counted(noted, RefusalsCounted.Source.ONE, noted.metaData()), nowNanos);
    } else {
      open.put(new Key(source, noted.likeness()), new Gathered(noted, nowNanos));
      perSource.merge(source, 1, Integer::sum);
      strangers += noted.isOfStranger() ? 1 : 0;
    }
  }

  private void count(Source source, Noted counted, long nowNanos) {
    Key key = new Key(source, counted.likeness());
    if (!isCounted(key)) {
      open.put(key, new Gathered(counted, nowNanos));
    }
  }

  private static Noted counted(Noted noted, RefusalsCounted.Source source, Map<String, ?> meta) {
    return new Noted(new RefusalsCounted(source, 1, noted.event().occurredAt()), meta);
  }

  /// Those whose window has ended, oldest first.
  List<Noted> due(long nowNanos) {
    List<Noted> due = new ArrayList<>();
    Iterator<Map.Entry<Key, Gathered>> oldest = open.entrySet().iterator();
    while (oldest.hasNext()) {
      var entry = oldest.next();
      if (nowNanos - entry.getValue().beganNanos < limits.window().toNanos()) {
        break;
      }
      oldest.remove();
      due.add(close(entry.getKey(), entry.getValue()));
    }
    return due;
  }

  /// Also those whose window goes on.
  List<Noted> all() {
    List<Noted> all = open.values().stream().map(it -> it.first.times(it.times)).toList();
    open.clear();
    perSource.clear();
    strangers = 0;
    return all;
  }

  private Noted close(Key key, Gathered gathered) {
    if (!(gathered.first.event() instanceof RefusalsCounted)) {
      perSource.computeIfPresent(key.source(), (_, count) -> count == 1 ? null : count - 1);
      strangers -= gathered.first.isOfStranger() ? 1 : 0;
    }
    return gathered.first.times(gathered.times);
  }
}
