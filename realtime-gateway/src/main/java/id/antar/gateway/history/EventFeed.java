package id.antar.gateway.history;

import id.antar.api.history.EventFilter;
import id.antar.api.history.HistoryQuery.EventPage;
import id.antar.api.history.HistoryQuery.ListEvents;
import id.antar.api.history.HistoryQuery.Order;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Caller;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Events as long as somebody reads them. A few such readers at once; each holds nothing between
/// two pages.
final class EventFeed {

  private static final int AT_ONCE = 16;
  private static final int PAGE = 200;
  private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

  /// Who follows is told of what is new at least so often.
  private static final Duration PAUSE = Duration.ofMillis(500);

  /// Who follows comes back after it, and is asked for their token then.
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private final Engine engine;
  private final InstantSource real;
  private final Semaphore places = new Semaphore(AT_ONCE);

  EventFeed(Engine engine, InstantSource real) {
    this.engine = engine;
    this.real = real;
  }

  /// Cold. A page is asked for when the one before is on its way; a client that does not read holds
  /// up the next question and nobody else.
  Flux<EventPage> pages(EventFilter filter, boolean personal, boolean follow, Caller caller) {
    return Flux.using(
            this::enter,
            places -> read(new Reading(filter, personal, null), follow),
            Semaphore::release)
        .takeUntilOther(Mono.delay(longest(caller)));
  }

  private Semaphore enter() {
    if (!places.tryAcquire()) {
      throw Problem.of(429, "too-many-readers", "Others are reading the events.")
          .retryAfter(RETRY_AFTER)
          .asException();
    }
    return places;
  }

  private Duration longest(Caller caller) {
    Duration left = Duration.between(real.instant(), caller.expiresAt());
    return left.compareTo(LONGEST) < 0 ? left : LONGEST;
  }

  private Flux<EventPage> read(Reading first, boolean follow) {
    return ask(first).expand(last -> last.next(follow).flatMap(this::ask)).map(Answered::page);
  }

  private Mono<Answered> ask(Reading reading) {
    return engine.ask(reading.query()).map(page -> new Answered(reading, page));
  }

  private record Reading(EventFilter filter, boolean personal, @Nullable String cursor) {

    ListEvents query() {
      return new ListEvents(filter, personal, Order.OLDEST_FIRST, cursor, PAGE);
    }
  }

  private record Answered(Reading reading, EventPage page) {

    Mono<Reading> next(boolean follow) {
      if (page.nextCursor() != null) {
        return Mono.just(new Reading(reading.filter(), reading.personal(), page.nextCursor()));
      }
      return follow ? Mono.delay(PAUSE).map(_ -> later()) : Mono.empty();
    }

    /// Behind all that was looked at.
    private Reading later() {
      Long before = reading.filter().after();
      long after = before == null ? page.upTo() : Math.max(before, page.upTo());
      return new Reading(reading.filter().withAfter(after), reading.personal(), null);
    }
  }
}
