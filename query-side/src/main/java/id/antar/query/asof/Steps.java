package id.antar.query.asof;

import id.antar.api.history.HistoryQuery.GetTimeline;
import id.antar.api.history.HistoryQuery.Step;
import id.antar.api.history.HistoryQuery.Timeline;
import id.antar.query.history.EventArchive.Stored;
import id.antar.query.history.Told;
import id.antar.query.projection.Cursor;
import id.antar.query.projection.Paging;
import id.antar.query.projection.Recorded;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The events of something as a timeline.
final class Steps {

  private static final String CURSOR = "steps";

  private Steps() {}

  static @Nullable Timeline page(GetTimeline query, List<Stored> events, int limit) {
    if (events.isEmpty()) {
      return null;
    }
    long after = query.cursor() == null ? 0 : position(query.cursor());
    List<Step> found =
        events.stream()
            .filter(event -> event.position() > after)
            .limit(limit + 1L)
            .map(Steps::step)
            .toList();
    return new Timeline(
        query.kind(),
        query.id(),
        Paging.page(found, limit),
        Paging.nextCursor(
            found, limit, step -> Cursor.encode(CURSOR, List.of(Long.toString(step.position())))));
  }

  private static long position(String cursor) {
    try {
      return Long.parseLong(Cursor.decode(CURSOR, cursor, 1).getFirst());
    } catch (NumberFormatException _) {
      throw Cursor.foreign(cursor);
    }
  }

  private static Step step(Stored stored) {
    Recorded recorded = Recorded.of(stored.message());
    Object event = recorded.event();
    return new Step(
        stored.position(),
        recorded.eventId(),
        event.getClass().getSimpleName(),
        recorded.source(),
        Life.happenedAt(stored),
        recorded.recordedAt(),
        recorded.actor(),
        recorded.requestId(),
        Told.find(event, "reason").map(Object::toString).orElse(null),
        Told.find(event, "decisionId").map(Object::toString).orElse(null));
  }
}
