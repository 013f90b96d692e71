package id.antar.command.courier;

import id.antar.api.money.Money;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a courier has of the platform's, by currency.
///
/// @param seen the latest orders and handovers that were counted, so that a repeat counts once
record CashInHand(Map<String, Long> minor, List<String> seen) {

  private static final int REMEMBERED = 256;

  static final CashInHand NONE = new CashInHand(Map.of(), List.of());

  CashInHand {
    minor = Map.copyOf(minor);
    seen = List.copyOf(seen);
  }

  Money of(String currency) {
    return Money.of(minor.getOrDefault(currency, 0L), currency);
  }

  boolean hasSeen(String what) {
    return seen.contains(what);
  }

  CashInHand now(Money inHand, String because) {
    Map<String, Long> next = new HashMap<>(minor);
    next.put(inHand.currency(), inHand.minor());
    List<String> latest = new ArrayList<>(seen);
    latest.add(because);
    int from = Math.max(0, latest.size() - REMEMBERED);
    return new CashInHand(next, latest.subList(from, latest.size()));
  }
}
