package id.antar.load.town.report;

import id.antar.load.town.mishap.Chronicle;
import id.antar.load.town.mishap.Chronicle.Entry;
import id.antar.load.town.mishap.Happening;
import id.antar.load.town.report.Outcome.Kind;
import id.antar.load.town.report.Result.Trouble;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What happened besides the ordinary, and what became of the orders it happened to.
final class Troubles {

  private Troubles() {}

  /// One for each kind, also of what did not happen.
  static List<Trouble> of(Chronicle chronicle, List<Outcome> outcomes) {
    Map<String, Kind> ends = new HashMap<>();
    outcomes.forEach(outcome -> ends.put(outcome.orderId(), outcome.kind()));
    List<Trouble> troubles = new ArrayList<>();
    for (Happening what : Happening.values()) {
      troubles.add(trouble(what, chronicle.list(what), chronicle.orders(what), ends));
    }
    return troubles;
  }

  private static Trouble trouble(
      Happening what, List<Entry> entries, Set<String> orderIds, Map<String, Kind> ends) {
    return new Trouble(
        what.title(),
        entries.size(),
        (int) entries.stream().map(Entry::whom).distinct().count(),
        orderIds.size(),
        count(Kind.DELIVERED, orderIds, ends),
        count(Kind.CANCELLED, orderIds, ends),
        count(Kind.NOT_DELIVERED, orderIds, ends),
        count(Kind.OPEN, orderIds, ends) + count(Kind.UNKNOWN, orderIds, ends));
  }

  private static int count(Kind kind, Set<String> orderIds, Map<String, Kind> ends) {
    return (int)
        orderIds.stream()
            .filter(orderId -> ends.getOrDefault(orderId, Kind.UNKNOWN) == kind)
            .count();
  }
}
