package id.antar.query.asof;

import id.antar.api.history.EntityKind;
import id.antar.api.history.Moment;
import id.antar.query.history.EventArchive.Stored;
import id.antar.query.history.Told;
import id.antar.query.projection.Fold;
import id.antar.query.projection.Recorded;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All events that concern one thing, in the order of the log, and what they make of it.
final class Life<S> {

  private static final Logger LOG = LoggerFactory.getLogger(Life.class);

  private final Fold<S> fold;
  private final String id;
  private final String source;
  private final List<Stored> events;

  Life(Fold<S> fold, EntityKind kind, String id, List<Stored> events) {
    this.fold = fold;
    this.id = id;
    this.source = kind + ":" + id;
    this.events = events.stream().filter(this::concerns).toList();
  }

  /// Other aggregates are read whole, and not all that they say is about this.
  private boolean concerns(Stored event) {
    Object payload = event.message().getPayload();
    return fold.handles(payload.getClass())
        ? fold.keys(payload).contains(id)
        : event.message().getAggregateIdentifier().startsWith("payment:");
  }

  List<Stored> events() {
    return events;
  }

  Optional<Past<?>> at(Moment moment) {
    return Optional.ofNullable(walk(moment, _ -> {}));
  }

  /// @param steps is told of the state after each event that changed it
  @Nullable Past<S> walk(Moment moment, Consumer<Past<S>> steps) {
    Past<S> past = null;
    long leftOut = 0;
    for (Stored event : events) {
      if (fold.handles(event.message().getPayloadType()) && isWithin(event, moment)) {
        Past<S> next = next(past, event, leftOut);
        if (next == null) {
          leftOut++;
        } else {
          past = next;
          steps.accept(next);
        }
      }
    }
    return past == null ? null : withLeftOut(past, leftOut);
  }

  private @Nullable Past<S> next(@Nullable Past<S> past, Stored event, long leftOut) {
    S after = past == null && !isBirth(event) ? null : evolve(past, event);
    return after == null
        ? null
        : new Past<>(after, fold.view(after), event, past == null ? 1 : past.events() + 1, leftOut);
  }

  /// A live row is without what cannot be applied, too: that is parked.
  private @Nullable S evolve(@Nullable Past<S> past, Stored event) {
    try {
      return fold.evolve(id, past == null ? null : past.state(), Recorded.of(event.message()));
    } catch (RuntimeException e) {
      LOG.debug("The event at {} could not be applied to {}.", event.position(), source, e);
      return null;
    }
  }

  private boolean isBirth(Stored event) {
    DomainEventMessage<?> message = event.message();
    return message.getSequenceNumber() == 0 && message.getAggregateIdentifier().equals(source);
  }

  private static boolean isWithin(Stored event, Moment moment) {
    return switch (moment) {
      case Moment.Now _ -> true;
      case Moment.Position(long position) -> event.position() <= position;
      case Moment.Recorded(Instant at) -> !event.message().getTimestamp().isAfter(at);
      case Moment.Happened(Instant at) -> !happenedAt(event).isAfter(at);
    };
  }

  static Instant happenedAt(Stored event) {
    return Told.occurredAt(event.message().getPayload()).orElse(event.message().getTimestamp());
  }

  private static <S> Past<S> withLeftOut(Past<S> past, long leftOut) {
    return new Past<>(past.state(), past.view(), past.last(), past.events(), leftOut);
  }
}
