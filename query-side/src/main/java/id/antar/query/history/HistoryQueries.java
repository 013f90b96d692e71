package id.antar.query.history;

import id.antar.api.history.HistoryQuery.EventPage;
import id.antar.api.history.HistoryQuery.ListEvents;
import id.antar.query.history.EventIndex.Range;
import id.antar.query.projection.Cursor;
import id.antar.query.projection.Paging;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/// Finds events by the index and reads them from the log.
final class HistoryQueries {

  private static final String CURSOR = "events";

  /// Of one page.
  static final int MOST_EVENTS = 1_000;

  private final EventIndex index;
  private final EventArchive archive;
  private final Executor readers;

  HistoryQueries(EventIndex index, EventArchive archive, Executor readers) {
    this.index = index;
    this.archive = archive;
    this.readers = readers;
  }

  @QueryHandler
  CompletableFuture<EventPage> list(ListEvents query) {
    int limit = Paging.requireLimit(query.limit(), MOST_EVENTS);
    return window(query)
        .thenCombine(
            CompletableFuture.supplyAsync(archive::settled, readers),
            (whole, settled) -> new Reading(query, whole, settled, limit))
        .thenCompose(reading ->
            index
                .find(query.filter(), reading.rest(), query.order(), limit + 1)
                .thenApplyAsync(found -> page(reading, found), readers));
  }

  private CompletableFuture<Window> window(ListEvents query) {
    return query.cursor() == null
        ? index.range(query.filter()).thenApply(range -> new Window(range, null))
        : CompletableFuture.completedFuture(Window.read(query.cursor()));
  }

  private EventPage page(Reading reading, List<Long> found) {
    List<Long> page = Paging.page(found, reading.limit());
    return new EventPage(
        archive.events(page, reading.query().personal()),
        Paging.nextCursor(found, reading.limit(), last -> reading.window().at(last)),
        reading.reached().upTo());
  }

  /// One page on its way.
  private record Reading(ListEvents query, Window window, long settled, int limit) {

    Range reached() {
      return window.range().upTo(settled);
    }

    Range rest() {
      return window.last() == null ? reached() : reached().beyond(window.last(), query.order());
    }
  }

  /// A listing keeps the part of the log that it began with.
  private record Window(Range range, @Nullable Long last) {

    static Window read(String cursor) {
      List<String> parts = Cursor.decode(CURSOR, cursor, 3);
      var range = new Range(number(cursor, parts.get(0)), number(cursor, parts.get(1)));
      return new Window(range, number(cursor, parts.get(2)));
    }

    private static long number(String cursor, String text) {
      try {
        return Long.parseLong(text);
      } catch (NumberFormatException _) {
        throw Cursor.foreign(cursor);
      }
    }

    String at(long position) {
      return Cursor.encode(
          CURSOR,
          List.of(
              Long.toString(range.after()), Long.toString(range.upTo()), Long.toString(position)));
    }
  }
}
