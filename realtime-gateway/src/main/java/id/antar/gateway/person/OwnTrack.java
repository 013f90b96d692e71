package id.antar.gateway.person;

import id.antar.api.courier.CourierId;
import id.antar.api.message.Actor;
import id.antar.api.message.Actor.Role;
import id.antar.api.position.TrackQuery.GetTrack;
import id.antar.api.position.TrackQuery.Track;
import id.antar.api.position.TrackQuery.TrackPoint;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Where a courier was, as far as that is kept; nobody else has a way. Cold, page by page as it is
/// read.
final class OwnTrack {

  private static final int AT_ONCE = 2_000;

  private final Function<GetTrack, Mono<Track>> ask;

  OwnTrack(Function<GetTrack, Mono<Track>> ask) {
    this.ask = ask;
  }

  Flux<TrackPoint> of(Actor actor, Instant until) {
    return actor.role() == Role.COURIER
        ? page(new CourierId(actor.id()), Instant.EPOCH, until)
            .expand(page -> next(page, until), 1)
            .concatMapIterable(Page::points, 1)
        : Flux.empty();
  }

  private Mono<Page> next(Page page, Instant until) {
    Instant next = page.next();
    return next == null ? Mono.empty() : page(page.courierId(), next, until);
  }

  private Mono<Page> page(CourierId courier, Instant from, Instant until) {
    return ask.apply(new GetTrack(courier, from, until, AT_ONCE)).map(Page::of);
  }

  /// @param next from when on there may be more
  private record Page(CourierId courierId, List<TrackPoint> points, @Nullable Instant next) {

    /// Points that came in at the same moment are not parted, unless there are no others.
    static Page of(Track track) {
      List<TrackPoint> points = track.points();
      if (track.whole() || points.isEmpty()) {
        return new Page(track.courierId(), points, null);
      }
      Instant last = points.getLast().receivedAt();
      List<TrackPoint> before =
          points.stream().filter(it -> it.receivedAt().isBefore(last)).toList();
      return before.isEmpty()
          ? new Page(track.courierId(), points, last.plusMillis(1))
          : new Page(track.courierId(), before, last);
    }
  }
}
