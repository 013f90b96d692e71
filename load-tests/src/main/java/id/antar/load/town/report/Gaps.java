package id.antar.load.town.report;

import id.antar.load.client.Actor;
import id.antar.load.client.Heard;
import id.antar.load.client.Told;
import id.antar.load.client.Told.Fact;
import id.antar.load.town.report.LogBook.Entry;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/// Compares what each stream was told with the log: between the cursor it began with and the one it
/// came to, every fact of its topic once, and those of one order, trip or conversation in their
/// order.
public final class Gaps {

  /// By these a fact in a frame is the event in the log.
  private record Key(String kind, String type, String id, Instant recordedAt) {}

  private final Map<String, String> merchants = new HashMap<>();
  private final LogBook log;
  private final List<String> missing = new ArrayList<>();
  private final List<String> twice = new ArrayList<>();
  private final List<String> disordered = new ArrayList<>();
  private final List<String> unknown = new ArrayList<>();
  private final List<String> uncompared = new ArrayList<>();
  private long facts;
  private int topics;

  public Gaps(LogBook log) {
    this.log = log;
    for (Entry entry : log.entries()) {
      if (entry.is("OrderPlaced")) {
        merchants.put(entry.id(), entry.text("merchantId"));
      }
    }
  }

  /// The last position that any of these has heard of.
  public static long last(List<Told> told) {
    return told.stream()
        .map(Told::to)
        .filter(Objects::nonNull)
        .mapToLong(cursor -> Heard.parse(cursor).position())
        .max()
        .orElse(0);
  }

  public void check(List<Told> told) {
    told.forEach(this::check);
  }

  long facts() {
    return facts;
  }

  /// How many topics were compared.
  int topics() {
    return topics;
  }

  List<String> missing() {
    return missing;
  }

  List<String> twice() {
    return twice;
  }

  List<String> disordered() {
    return disordered;
  }

  /// Told, but not to be found in the log, or not between the stream's cursors.
  List<String> unknown() {
    return unknown;
  }

  /// Of topics of which it is not known what belongs to them.
  List<String> uncompared() {
    return uncompared;
  }

  private void check(Told told) {
    String from = told.from();
    String to = told.to();
    Optional<Predicate<Entry>> about = about(told.actor(), told.topic());
    if (from == null || to == null || about.isEmpty()) {
      if (!told.facts().isEmpty() && !isOfCarried(told.actor(), told.topic())) {
        uncompared.add(who(told) + " was told what nobody compares: " + told.facts().getFirst());
      }
      return;
    }
    topics++;
    Heard before = Heard.parse(from);
    Heard after = Heard.parse(to);
    Map<Key, Deque<Entry>> due = new HashMap<>();
    for (Entry entry : log.entries()) {
      boolean isDue = !before.has(entry.position()) && after.has(entry.position());
      if (isDue && about.get().test(entry)) {
        due.computeIfAbsent(key(entry), _ -> new ArrayDeque<>()).add(entry);
      }
    }
    compare(told, due);
  }

  private void compare(Told told, Map<Key, Deque<Entry>> due) {
    Map<String, Entry> latest = new HashMap<>();
    Map<Key, Integer> seen = new HashMap<>();
    for (Fact fact : told.facts()) {
      facts++;
      Key key = key(fact);
      int times = seen.merge(key, 1, Integer::sum);
      Entry entry = due.getOrDefault(key, new ArrayDeque<>()).poll();
      if (entry != null) {
        inOrder(told, entry, latest);
      } else if (times > 1) {
        twice.add(who(told) + " was told twice: " + words(fact));
      } else {
        unknown.add(who(told) + " was told what it should not have been: " + words(fact));
      }
    }
    due.values().stream()
        .flatMap(Deque::stream)
        .forEach(entry ->
            missing.add(
                "%s was not told: %s %s of %s at %d"
                    .formatted(
                        who(told), entry.kind(), entry.type(), entry.id(), entry.position())));
  }

  private void inOrder(Told told, Entry entry, Map<String, Entry> latest) {
    Entry former = latest.put(entry.kind() + ":" + entry.id(), entry);
    if (former != null && former.sequence() > entry.sequence()) {
      disordered.add(
          "%s was told %s after %s of %s"
              .formatted(who(told), entry.type(), former.type(), entry.id()));
    }
  }

  /// Couriers hear of an order only as long as they carry it: that is compared by nobody.
  private static boolean isOfCarried(Actor actor, String topic) {
    return actor.role().equals("courier") && topic.startsWith("order:");
  }

  private Optional<Predicate<Entry>> about(Actor actor, String topic) {
    String id = topic.substring(topic.indexOf(':') + 1);
    return Optional.ofNullable(
        switch (topic.replaceAll(":.*", "")) {
          case "order" -> isOfCarried(actor, topic) ? null : entry -> isOfOrder(entry, id);
          case "merchant" -> entry -> isOfMerchant(entry, id);
          case "courier" ->
              entry -> entry.kind().equals("assignment") && entry.text("courierId").equals(id);
          case "board" -> entry -> !entry.kind().equals("chat");
          default -> null;
        });
  }

  private static boolean isOfOrder(Entry entry, String orderId) {
    return !entry.kind().equals("assignment") && entry.id().equals(orderId);
  }

  private boolean isOfMerchant(Entry entry, String merchantId) {
    return !entry.kind().equals("assignment") && merchantId.equals(merchants.get(entry.id()));
  }

  private static Key key(Entry entry) {
    return new Key(entry.kind(), entry.type(), entry.id(), exact(entry.recordedAt()));
  }

  private static Key key(Fact fact) {
    return new Key(fact.type(), fact.event(), fact.subject(), exact(fact.recordedAt()));
  }

  /// The log and the streams need not agree on less than that.
  private static Instant exact(Instant time) {
    return time.truncatedTo(ChronoUnit.MILLIS);
  }

  private static String who(Told told) {
    return told.actor() + " on " + told.topic();
  }

  private static String words(Fact fact) {
    return fact.type() + " " + fact.event() + " of " + fact.subject();
  }
}
