package id.antar.api.history;

import id.antar.api.message.Query;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Questions to the events themselves.
public sealed interface HistoryQuery<R> extends Query<R> {

  /// In the order of the log.
  ///
  /// @param personal whether to tell what is personal
  record ListEvents(
      EventFilter filter, boolean personal, Order order, @Nullable String cursor, int limit)
      implements HistoryQuery<EventPage> {
    @Override
    public Class<EventPage> answer() {
      return EventPage.class;
    }
  }

  enum Order {
    OLDEST_FIRST,
    NEWEST_FIRST
  }

  /// How something was at a moment: what its view would have said then.
  record GetEntity(EntityKind kind, String id, Moment at, boolean personal)
      implements HistoryQuery<Entity> {
    @Override
    public Class<Entity> answer() {
      return Entity.class;
    }
  }

  /// What made it what it is, oldest first.
  record GetTimeline(EntityKind kind, String id, @Nullable String cursor, int limit)
      implements HistoryQuery<Timeline> {
    @Override
    public Class<Timeline> answer() {
      return Timeline.class;
    }
  }

  /// What is different at a later moment.
  record GetDifference(EntityKind kind, String id, Moment from, Moment to, boolean personal)
      implements HistoryQuery<Difference> {
    @Override
    public Class<Difference> answer() {
      return Difference.class;
    }
  }

  /// All there is of events, by the code that runs.
  record GetCatalogue() implements HistoryQuery<EventCatalogue> {
    @Override
    public Class<EventCatalogue> answer() {
      return EventCatalogue.class;
    }
  }

  /// @param type an event's name
  record GetEventType(String type) implements HistoryQuery<EventCatalogue.EventType> {
    @Override
    public Class<EventCatalogue.EventType> answer() {
      return EventCatalogue.EventType.class;
    }
  }

  /// @param nextCursor to go on from; absent at the end
  /// @param upTo all that is at or before this position of the log was looked at; what comes later
  ///   comes behind it
  record EventPage(List<HistoryEvent> events, @Nullable String nextCursor, long upTo) {
    public EventPage {
      events = List.copyOf(events);
    }
  }

  /// @param position its place in the log; unique, increasing, not without gaps
  /// @param type its name, as the catalogue has it
  /// @param revision of the form in which `data` is; older forms are read as this one
  /// @param kind of what it belongs to, such as `order`
  /// @param sequence its place among the events of what it belongs to, from 0 on
  /// @param happenedAt by the clock of who caused it
  /// @param recordedAt by the engine's clock
  /// @param actor who caused it, as `role:id`
  /// @param causationId the message that directly caused it
  /// @param correlationId the first message of the chain that it belongs to
  /// @param data what it says, in its stored form; what is personal is `{"person": …, "value": …}`,
  ///   with null once the person is forgotten, and without a value for who may not see it
  record HistoryEvent(
      long position,
      String eventId,
      String type,
      String revision,
      String kind,
      String id,
      long sequence,
      Instant happenedAt,
      Instant recordedAt,
      @Nullable String actor,
      @Nullable String requestId,
      @Nullable String causationId,
      @Nullable String correlationId,
      Map<String, Object> data) {}

  /// @param position of the last event that it is made of
  /// @param happenedAt the last of its events
  /// @param recordedAt likewise
  /// @param events how many it is made of
  /// @param leftOut how many of its events until then could not be applied: those that presuppose
  ///   what by another's clock had not happened yet, and those that are parked as dead letters
  /// @param state what is personal is null for who may not see it, or once its person is forgotten
  record Entity(
      EntityKind kind,
      String id,
      long position,
      Instant happenedAt,
      Instant recordedAt,
      long events,
      long leftOut,
      Map<String, Object> state) {}

  record Timeline(EntityKind kind, String id, List<Step> steps, @Nullable String nextCursor) {
    public Timeline {
      steps = List.copyOf(steps);
    }
  }

  /// @param about what the event belongs to, which may be something else: an order's timeline has
  ///   its assignments' events
  /// @param reason in the words of who caused it
  /// @param decisionId the dispatcher's decision that it follows from
  record Step(
      long position,
      String eventId,
      String type,
      String about,
      Instant happenedAt,
      Instant recordedAt,
      @Nullable String actor,
      @Nullable String requestId,
      @Nullable String reason,
      @Nullable String decisionId) {}

  /// @param from position of the last event before; 0 if it did not exist
  /// @param to position of the last event after
  record Difference(EntityKind kind, String id, long from, long to, List<Changed> changes) {
    public Difference {
      changes = List.copyOf(changes);
    }
  }

  /// @param path a JSON pointer into the state
  /// @param before a text, number or truth value; absent if there was none
  /// @param after likewise
  /// @param position of the event that made it what it is after
  /// @param event the name of that event
  record Changed(
      String path, @Nullable Object before, @Nullable Object after, long position, String event) {}
}
