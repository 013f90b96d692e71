package id.antar.load.town.report;

import id.antar.load.client.Actor;
import id.antar.load.client.Api;
import id.antar.load.client.CallKind;
import id.antar.load.client.Request;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The engine's log, as far as orders, trips and talk go: what is true, whatever the streams have
/// told.
public final class LogBook {

  private static final int PAGE = 1000;
  private static final int MOST_TRIES = 120;
  private static final long PAUSE_MILLIS = 250;
  private static final String NEWEST = "/v1/history/events?order=newest_first&limit=1";

  /// @param kind `order`, `assignment`, or `chat` for what was said
  /// @param sequence its place among the events of the same order, trip or conversation
  public record Entry(
      long position,
      String type,
      String kind,
      String id,
      long sequence,
      Instant recordedAt,
      JsonNode data) {

    String text(String field) {
      return data.path(field).isString() ? data.path(field).stringValue() : "";
    }

    List<String> texts(String field) {
      List<String> texts = new ArrayList<>();
      data.path(field).forEach(it -> texts.add(it.stringValue()));
      return texts;
    }

    /// The orders whose stops it names.
    List<String> stopsOrders() {
      List<String> orders = new ArrayList<>();
      data.path("stops").forEach(stop -> orders.add(stop.path("orderId").stringValue()));
      return orders.stream().distinct().toList();
    }

    boolean is(String eventType) {
      return type.equals(eventType);
    }
  }

  private record Page(List<Entry> events, @Nullable String nextCursor, long upTo) {}

  private final List<Entry> entries;

  LogBook(List<Entry> entries) {
    this.entries = entries.stream().sorted(Comparator.comparingLong(Entry::position)).toList();
  }

  /// Where the log ends now.
  public static long end(Api api, Actor operator) throws InterruptedException {
    return read(api, operator, NEWEST).upTo();
  }

  /// All that was stored behind a position, once the engine's index of it has come to another one;
  /// nothing if it does not.
  public static Optional<LogBook> find(Api api, Actor operator, long after, long upTo)
      throws InterruptedException {
    return find(api, operator, after, upTo, MOST_TRIES);
  }

  static Optional<LogBook> find(Api api, Actor operator, long after, long upTo, int tries)
      throws InterruptedException {
    return comesTo(api, operator, upTo, tries)
        ? Optional.of(read(api, operator, after))
        : Optional.empty();
  }

  private static boolean comesTo(Api api, Actor operator, long upTo, int tries)
      throws InterruptedException {
    for (int i = 0; i < tries; i++) {
      if (end(api, operator) >= upTo) {
        return true;
      }
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
    return false;
  }

  private static LogBook read(Api api, Actor operator, long after) throws InterruptedException {
    List<Entry> entries = new ArrayList<>();
    String path = "/v1/history/events?limit=" + PAGE + "&after=" + after;
    list(api, operator, path + "&kind=order", entries);
    list(api, operator, path + "&kind=assignment", entries);
    List<Entry> talk = new ArrayList<>();
    list(api, operator, path + "&type=MessageSent,MessageRead", talk);
    talk.forEach(entry -> entries.add(asTalk(entry)));
    return new LogBook(entries);
  }

  private static Entry asTalk(Entry entry) {
    return new Entry(
        entry.position(),
        entry.type(),
        "chat",
        entry.text("orderId"),
        entry.sequence(),
        entry.recordedAt(),
        entry.data());
  }

  private static void list(Api api, Actor operator, String path, List<Entry> entries)
      throws InterruptedException {
    String cursor = null;
    do {
      String next =
          cursor == null
              ? path
              : path + "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
      Page page = read(api, operator, next);
      entries.addAll(page.events());
      cursor = page.nextCursor();
    } while (cursor != null);
  }

  private static Page read(Api api, Actor operator, String path) throws InterruptedException {
    return api.require(Request.get(CallKind.LIST, operator, path)).as(Page.class);
  }

  /// In the order of the log.
  List<Entry> entries() {
    return entries;
  }
}
