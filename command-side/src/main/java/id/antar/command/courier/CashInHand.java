package id.antar.command.courier;

import id.antar.api.money.Money;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// What a courier has of the platform's, by currency.
///
/// @param seen the latest orders and handovers that were counted, the oldest first, and how much
///   each was, so that a repeat counts once
record CashInHand(Map<String, Long> minor, SequencedMap<String, Money> seen) {

  private static final int REMEMBERED = 256;

  static final CashInHand NONE = new CashInHand(Map.of(), new LinkedHashMap<>());

  CashInHand {
    minor = Map.copyOf(minor);
    seen = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(seen));
  }

  Money of(String currency) {
    return Money.of(minor.getOrDefault(currency, 0L), currency);
  }

  Optional<Money> find(String what) {
    return Optional.ofNullable(seen.get(what));
  }

  CashInHand now(Money inHand, String because, Money amount) {
    Map<String, Long> next = new HashMap<>(minor);
    next.put(inHand.currency(), inHand.minor());
    SequencedMap<String, Money> latest = new LinkedHashMap<>(seen);
    latest.put(because, amount);
    if (latest.size() > REMEMBERED) {
      var _ = latest.pollFirstEntry();
    }
    return new CashInHand(next, latest);
  }
}
